import Foundation
import Testing

@Suite struct `A disk that is full` {
    @Test func `ends the run with its own code, and once there is room the next run completes it`() async throws {
        try await AntwortCommand.withHome { antwort in
            let disk = antwort.home.appending(path: "disk")
            try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
            guard getuid() == 0, try await mount(["-t", "tmpfs", "-o", "size=600k", "tmpfs", disk.path], in: antwort)
            else {
                print("skipped: no small disk can be mounted here, so nothing was tried on a full one")
                return
            }
            do {
                try await fill(disk, in: antwort)
            } catch {
                Issue.record(error)
            }
            let unmounted = try await ProgramRun(
                URL(filePath: "/bin/umount"), [disk.path], environment: antwort.environment,
                workingFolder: antwort.home,
                input: nil, seconds: 20
            ).outcome()
            #expect(unmounted.status == 0)
        }
    }

    private func fill(_ disk: URL, in antwort: AntwortCommand) async throws {
        let first = try Lines.question("first", by: "u-first")
        let many = try (1...3000).map { try Lines.question("post-\($0)", by: "u-\($0)") }
        let page = antwort.home.appending(path: "page.jsonl")
        try Data(first.utf8).write(to: page)
        try antwort.settings { $0.read("page", "path: page.jsonl") }
        let small = try await antwort.run("watch", "--data", disk.path)
        try #require(small.status == 0, "\(small.complaints)")

        try Data((first + many.joined()).utf8).write(to: page)
        let full = try await antwort.run("watch", "--data", disk.path, "--json")
        #expect(full.status == 74)
        #expect(full.errorLines.count == 1)
        #expect(full.complaints.contains("full"))
        // What was there can still be read.
        let kept = try await antwort.run("conversations", "list", "--json", "--data", disk.path)
        #expect(try kept.json.count == 1, "\(kept.complaints)")

        try #require(try await mount(["-o", "remount,size=64m", disk.path], in: antwort))
        let next = try await antwort.run("watch", "--data", disk.path, "--json")
        #expect(next.status == 0, "\(next.complaints)")
        let status = try await antwort.run("status", "--json", "--data", disk.path).json[0]
        #expect(status["posts"] == 3001)
        #expect(status["sources"][0]["last_error"].isNull)
    }

    private func mount(_ words: [String], in antwort: AntwortCommand) async throws -> Bool {
        let mounted = try await ProgramRun(
            URL(filePath: "/bin/mount"), words, environment: antwort.environment, workingFolder: antwort.home,
            input: nil,
            seconds: 20
        ).outcome()
        return mounted.status == 0
    }
}
