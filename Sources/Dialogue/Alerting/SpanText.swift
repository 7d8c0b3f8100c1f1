import ServiceHours

/// Spans as people read them.
enum SpanText {
    /// `40 s`, `12 min`, `1 h 05 min`, `3 d 4 h`; the sign is left to the sentence around it.
    static func text(_ seconds: Seconds) -> String {
        let seconds = seconds.magnitude
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min" }
        if seconds < 86_400 {
            let minutes = seconds / 60 % 60
            return minutes == 0 ? "\(seconds / 3600) h" : "\(seconds / 3600) h \(minutes < 10 ? "0" : "")\(minutes) min"
        }
        let hours = seconds / 3600 % 24
        return hours == 0 ? "\(seconds / 86_400) d" : "\(seconds / 86_400) d \(hours) h"
    }
}
