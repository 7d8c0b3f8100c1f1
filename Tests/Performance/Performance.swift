import Foundation

/// Measures the hot paths and prints the figures; it judges nothing and fails on nothing but what cannot be measured.
@main
struct Performance {
    static func main() async {
        do {
            let order = try MeasuringOrder(arguments: Array(CommandLine.arguments.dropFirst()))
            if order.wantsHelp {
                print(MeasuringOrder.usage)
                return
            }
            try await measure(order)
        } catch {
            print("Performance: \(error)")
            exit(1)
        }
    }

    /// One benchmark is measured here; of several each gets a process of its own, so that none inherits another's memory.
    private static func measure(_ order: MeasuringOrder) async throws {
        if let part = order.part {
            try await part.measure(in: Bench(order, folder: order.folder ?? temporaryFolder()))
            return
        }
        let folder = order.folder ?? temporaryFolder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if order.folder == nil { try? FileManager.default.removeItem(at: folder) } }
        Machine.describe(antwort: order.antwort)
        for benchmark in order.benchmarks {
            print("\n\(benchmark.name): \(benchmark.summary)")
            fflush(nil)
            let arguments = ["--part", benchmark.name, "--folder", folder.path] + order.sizes
            let run = try Child.run(
                "/proc/self/exe", arguments + (order.antwort.map { [$0] } ?? []), output: .inherited, accepts: 0...255)
            if run.status != 0 { print("  \(benchmark.name) was not measured to its end") }
        }
    }

    private static func temporaryFolder() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "antwort-performance-\(getpid())")
    }
}
