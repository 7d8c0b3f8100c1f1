import Foundation

/// What something took.
struct Cost {
    /// Seconds by the clock on the wall.
    let wall: Double
    /// Seconds on all cores together.
    let cpu: Double
    /// The most memory held at once.
    let peakBytes: Int

    /// What `body` takes in this process; the peak is that of the process so far.
    static func measuring(_ body: () async throws -> Void) async rethrows -> Cost {
        let before = own()
        let start = ContinuousClock.now
        try await body()
        let wall = ContinuousClock.now - start
        let after = own()
        return Cost(wall: wall.inSeconds, cpu: after.cpu - before.cpu, peakBytes: after.peakBytes)
    }

    private static func own() -> Cost {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Cost(
            wall: 0, cpu: usage.ru_utime.inSeconds + usage.ru_stime.inSeconds, peakBytes: usage.ru_maxrss * 1024)
    }
}

extension [Cost] {
    var medianWall: Double { map(\.wall).median }
    var medianCPU: Double { map(\.cpu).median }
    var peakBytes: Int { map(\.peakBytes).max() ?? 0 }
}

extension [Double] {
    /// The middle one, 0 of none.
    var median: Double {
        guard !isEmpty else { return 0 }
        let sorted = sorted()
        let middle = count / 2
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

extension timeval {
    var inSeconds: Double {
        Double(tv_sec) + Double(tv_usec) * 1e-6
    }
}
