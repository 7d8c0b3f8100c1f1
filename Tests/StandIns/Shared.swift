import Foundation

/// A value that several threads share, one at a time.
final class Shared<Value>: @unchecked Sendable {  // every access to `value` holds `lock`
    private var value: Value
    private let lock = NSLock()

    init(_ value: Value) {
        self.value = value
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body(&value)
    }
}
