import Foundation
import ServiceHours

/// The one place that reads the clock: once per run, so that everything a run says is about one instant.
enum Clock {
    static func read() -> Instant {
        Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }
}
