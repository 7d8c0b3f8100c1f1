/// How long a transfer may take and how much it may bring.
///
/// Every figure is taken as at least 1 and at most `Int32.max` where libcurl counts in 32 bits, so that no setting can
/// switch a limit off by overflow.
package struct TransferLimits: Hashable, Sendable {
    /// Milliseconds until the connection, TLS included, must stand.
    package var connectMilliseconds: Int
    /// Milliseconds for the whole transfer, redirects included; nil for none (long exports).
    ///
    /// The time a transfer waits for its turn inside the driver does not count.
    package var totalMilliseconds: Int?
    /// A transfer slower than this many bytes a second for ``lowSpeedSeconds`` is given up.
    package var lowSpeedBytesPerSecond: Int
    /// Seconds; silence while the server thinks counts as slow.
    package var lowSpeedSeconds: Int
    /// The most bytes an answer's body may have after decoding; a compressed bomb ends here.
    package var answerBytes: Int

    package init(
        connectMilliseconds: Int = 10_000, totalMilliseconds: Int? = 60_000, lowSpeedBytesPerSecond: Int = 10,
        lowSpeedSeconds: Int = 30, answerBytes: Int = 32 << 20
    ) {
        self.connectMilliseconds = connectMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.lowSpeedBytesPerSecond = lowSpeedBytesPerSecond
        self.lowSpeedSeconds = lowSpeedSeconds
        self.answerBytes = answerBytes
    }

    /// For exports that are read as a stream: no end by the clock, 1 TB at most, still given up when the sender stalls.
    package static let bulk = TransferLimits(totalMilliseconds: nil, answerBytes: 1 << 40)

    /// Leaves of the total time what `duration` has not used up.
    mutating func spend(_ duration: Duration) {
        guard let total = totalMilliseconds, total > 0 else { return }
        let spent = min(max(.zero, duration), .milliseconds(total)) / .milliseconds(1)
        totalMilliseconds = max(1, total - Int(min(spent, Double(Int32.max))))
    }
}
