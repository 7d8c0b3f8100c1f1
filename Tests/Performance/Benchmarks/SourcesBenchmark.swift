import Foundation

/// Many sources on loopback, against curl asking for the same addresses.
struct SourcesBenchmark: Benchmark {
    let name = "sources"
    let summary = "antwort watch of many unchanged export addresses, and curl --parallel of the same ones, in turn"

    func measure(in bench: Bench) async throws {
        guard
            let program = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else {
            print("  skipped: nginx is not installed (Debian: nginx-light)")
            return
        }
        for count in bench.sources {
            let folder = try bench.place("sources-\(count)")
            let server = try LoopbackServer(program: program, folder: folder)
            defer { server.stop() }
            try measure(count, at: server, in: folder, bench: bench)
        }
    }

    private func measure(_ count: Int, at server: LoopbackServer, in folder: URL, bench: Bench) throws {
        let urls = try writeExports(count, for: server)
        let settings = folder.appending(path: "antwort.yaml")
        try BenchSettings.write(to: settings, format: "antwort-posts", handle: "measured", urls: urls)
        let list = folder.appending(path: "curl.list")
        try Data(urls.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined().utf8).write(to: list)

        let data = folder.appending(path: "data")
        try? FileManager.default.removeItem(at: data)
        let watch = [
            "watch", "--config", settings.path, "--data", data.path, "--templates", bench.templates, "--now",
            BenchSettings.now,
        ]
        let first = try Child.run(bench.antwort, watch).cost
        var unchanged: [Cost] = []
        var curl: [Cost] = []
        for _ in 0..<bench.runs {
            unchanged.append(try Child.run(bench.antwort, watch).cost)
            curl.append(
                try Child.run(
                    "curl", ["-s", "--compressed", "--parallel", "--parallel-max", "50", "-K", list.path]
                ).cost)
        }
        let size = "\(Figures.grouped(count)) sources"
        show("watch, first run", size, [first], beside: curl)
        show("watch, unchanged", size, unchanged, beside: curl)
        show("curl --parallel", size, curl, beside: curl)
    }

    private func show(_ what: String, _ size: String, _ costs: [Cost], beside curl: [Cost]) {
        Figures.show(
            what, size, Figures.milliseconds(costs.medianWall),
            "\(Figures.ratio(costs.medianWall / curl.medianWall)) wall",
            "cpu \(Figures.milliseconds(costs.medianCPU))", "\(Figures.ratio(costs.medianCPU / curl.medianCPU)) cpu",
            "peak \(Figures.megabytes(costs.peakBytes))")
    }

    /// Some 4.6 kB behind each address, of other posts each.
    private func writeExports(_ count: Int, for server: LoopbackServer) throws -> [String] {
        var lines = try PostLines(seed: 5)
        return try (0..<count).map { number in
            let name = "page-\(number).jsonl"
            try Data(lines.bytes(atLeast: 4_600)).write(to: server.root.appending(path: name))
            return "\(server.url)/\(name)"
        }
    }
}
