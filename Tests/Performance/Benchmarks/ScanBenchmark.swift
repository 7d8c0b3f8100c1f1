import Connectors
import Dialogue
import Foundation

/// Reading exports, from bytes to posts.
struct ScanBenchmark: Benchmark {
    let name = "scan"
    let summary = "bytes of an export to posts on one core: twcs CSV and antwort-posts JSON Lines"

    func measure(in bench: Bench) async throws {
        let csv = [UInt8](try Data(contentsOf: bench.export(rows: 100_000)))
        try await scan(csv, "CSV", .twcs)
        var lines = try PostLines(seed: 2)
        try await scan(lines.bytes(atLeast: csv.count), "JSON Lines", .antwortPosts(network: Network("x")))
    }

    private func scan(_ bytes: [UInt8], _ what: String, _ format: ExportFormat) async throws {
        var costs: [Cost] = []
        var posts = 0
        for _ in 0..<3 {
            posts = 0
            costs.append(
                try await Cost.measuring {
                    var poll = ExportPoll(format: format, isLocalFile: true, acceptsUnterminatedTail: true)
                    guard case .fetch = poll.next(), try poll.begin(ExportHead(status: 0)) == .read else { return }
                    for start in stride(from: 0, to: bytes.count, by: 1 << 16) {
                        try poll.feed(Array(bytes[start..<min(start + 1 << 16, bytes.count)]))
                        while let page = poll.takePage(atMost: 5_000) { posts += page.reports.count }
                    }
                    try poll.finish()
                    while let page = poll.takePage(atMost: 5_000) { posts += page.reports.count }
                })
        }
        Figures.show(
            what, Figures.megabytes(bytes.count), Figures.rate(posts, costs.medianCPU, "posts"),
            "\(Figures.decimal(Double(bytes.count) / costs.medianCPU / 1e6, digits: 1)) MB/s")
    }
}
