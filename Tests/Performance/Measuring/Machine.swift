import Foundation

/// The machine that measures, without which a figure says little.
enum Machine {
    static func describe(antwort: String?) {
        let memory = ProcessInfo.processInfo.physicalMemory >> 30
        print("\(ProcessInfo.processInfo.activeProcessorCount) cores, \(memory) GiB, load \(load), \(system)")
        print(
            "antwort: \(antwort ?? "none given"); a peak of some 30 MB is this program's own, not that of what it starts"
        )
    }

    /// The average of the last minute.
    static var load: String {
        var averages = [0.0]
        unsafe getloadavg(&averages, 1)
        return Figures.decimal(averages[0], digits: 1)
    }

    private static var system: String {
        ProcessInfo.processInfo.operatingSystemVersionString
    }
}
