import Foundation
import Synchronization

/// Says on a terminal how far a long run has come, from its second second on.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let elapsed: @Sendable () -> Int64
    private let last = Atomic<Int64>(0)

    init(isShown: Bool, elapsed: @escaping @Sendable () -> Int64) {
        self.isShown = isShown
        self.elapsed = elapsed
    }

    /// Takes the number of posts that have been stored.
    var update: @Sendable (Int) -> Void {
        { [self] posts in
            let seconds = elapsed()
            guard isShown, seconds > last.load(ordering: .relaxed) else { return }
            last.store(seconds, ordering: .relaxed)
            FileHandle.standardError.write(Data("\r\(posts) posts".utf8))
        }
    }

    /// Clears the line.
    func end() {
        guard isShown, last.load(ordering: .relaxed) > 0 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
