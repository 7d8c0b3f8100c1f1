import Foundation
import StandIns
import Testing

/// `kill -9` between the moment a reply is approved and the moment it is on record as sent: the public sees it once at the most, and what the
/// outbox says of it is true.
@Suite struct `A publisher that is killed` {
    /// Servers that know a repeated post by its key, and servers that do not.
    private static let kinds: [MastodonStandInKind] = [.mastodon, .goToSocial]
    private static let calls = ["connect", "sendto", "recvfrom", "fdatasync", "pwrite64", "poll"]
    private static let points: [(MastodonStandInKind, String)] =
        calls.map { (.mastodon, $0) }
        + (Tracer.isThorough ? calls : ["sendto", "recvfrom", "fdatasync"]).map { (.goToSocial, $0) }

    @Test(.timeLimit(.minutes(10)), arguments: points)
    func `at a system call`(_ kind: MastodonStandInKind, _ call: String) async throws {
        guard try await Tracer.isAllowed() else { return }
        try await Ground.with(kind) { ground in
            let count = try await ground.trial { desk in
                try await Tracer.calls(of: call, ["publish"], at: desk.antwort, now: desk.server.now)
            }
            #expect(count > 0)
            var (killed, copies) = (0, Set<Int>())
            for number in Tracer.sample(of: count) {
                try await ground.trial { desk in
                    let cut = try await Tracer.kill(desk.antwort, at: call, number, ["publish"], now: desk.server.now)
                    if cut.status == -SIGKILL { killed += 1 }
                    copies.insert(try desk.server.replies.count)
                    try await ground.expectHonesty(of: desk, "\(call) \(number) of \(count)")
                }
            }
            #expect(killed > 0, "no run was killed at \(call)")
            // Some died before the server had it, some after: else nothing between send and record was tried.
            if ["recvfrom", "poll"].contains(call) { #expect(copies == [0, 1]) }
        }
    }

    /// What the server does while its client dies.
    enum Death: String, CaseIterable, Sendable {
        case asTheRequestArrives, beforeItIsDoneAllTheSame, beforeTheAnswer, withinTheAnswer, afterTheAnswer

        func faults(_ kill: @escaping @Sendable () -> Void) -> [Fault] {
            switch self {
            case .asTheRequestArrives: [.strike(.request, kill), .ignore]
            case .beforeItIsDoneAllTheSame: [.strike(.request, kill)]
            case .beforeTheAnswer: [.strike(.commit, kill)]
            case .withinTheAnswer: [.strike(.halfAnswer, kill)]
            case .afterTheAnswer: [.strike(.answer, kill)]
            }
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: kinds, Death.allCases)
    func `at a moment of the exchange`(_ kind: MastodonStandInKind, _ death: Death) async throws {
        try await Ground.with(kind) { ground in
            try await ground.trial { desk in
                let victim = Victim()
                desk.server.follow(
                    FaultPlan([
                        .init(method: "POST", pathPrefix: "/api/v1/statuses", death.faults { victim.kill() })
                    ]))
                victim.set(try desk.antwort.start("publish", now: desk.server.now))
                _ = try await victim.outcome()
                desk.server.follow(.none)
                // What was asked for may be done long after whoever asked is dead.
                for _ in 0..<200 where try death != .asTheRequestArrives && desk.server.replies.isEmpty {
                    usleep(10_000)
                }
                #expect(try desk.server.replies.count == (death == .asTheRequestArrives ? 0 : 1))
                try await ground.expectHonesty(of: desk, death.rawValue)
            }
        }
    }

    /// A desk with one approved reply, to be sent again and again from the same start.
    private struct Ground {
        private let origin: SocialDesk
        private let server: OurServer
        private let start: MastodonStandIn.Memory
        private let kind: MastodonStandInKind

        static func with(_ kind: MastodonStandInKind, _ body: (Ground) async throws -> Void) async throws {
            let server = try OurServer(kind)
            defer { server.stop() }
            try await AntwortCommand.withHome { antwort in
                let home = AntwortCommand(home: antwort.home.appending(path: "start"))
                try FileManager.default.createDirectory(at: home.home, withIntermediateDirectories: true)
                let desk = try SocialDesk(home, at: server)
                _ = try await server.post("@silberbahn Mein Zug kam nie. Was jetzt?", by: "kathrin@bahn.example")
                server.wait(seconds: 300)
                _ = try await desk.run("watch")
                let approved = try await desk.approveFirstDraft()
                #expect(approved.status == 0, "\(approved.complaints)")
                try await body(Ground(origin: desk, server: server, start: server.server.memory, kind: kind))
            }
        }

        /// Lets `body` try something with copies of the desk and of all that the server knows.
        func trial<Result>(_ body: (SocialDesk) async throws -> Result) async throws -> Result {
            server.server.recall(start)
            let home = origin.antwort.home.deletingLastPathComponent().appending(path: "trial")
            defer { try? FileManager.default.removeItem(at: home) }
            return try await body(try origin.copied(to: home))
        }

        /// What the outbox says is true at once, and after a few further runs it is settled: one copy and `sent`, or none and a reason.
        func expectHonesty(of desk: SocialDesk, _ place: String) async throws {
            try await expectTruth(of: desk, place)
            var runsAfterTheEnd = 0
            for _ in 0..<8 where runsAfterTheEnd < 2 {
                server.wait(seconds: 300)
                let next = try await desk.run("publish")
                #expect([0, 2].contains(next.status), "\(place): \(next.complaints)")
                let state = try await expectTruth(of: desk, place)
                if ["sent", "held"].contains(state) { runsAfterTheEnd += 1 }
            }
            let row = try #require(try await desk.outbox().first)
            let copies = server.replies.count
            switch row["state"].string {
            case "sent":
                #expect(copies == 1, "\(place)")
                #expect(row["remote_id"].string == server.replies.first?.id, "\(place)")
            case "held":
                // Without a key nobody can be sure that a post which is not there will not come; so a person decides.
                #expect(kind != .mastodon && copies == 0 && row["reason"] == "absent", "\(place): \(row)")
            default: Issue.record("\(place): ended as \(row)")
            }
            let watched = try await desk.run("watch")
            #expect(watched.status == 0, "\(place): \(watched.complaints)")
            let conversation = try #require(try await desk.run("conversations", "list", "--json").json.first)
            #expect(conversation["wait"].isNull == (copies == 1), "\(place)")
        }

        /// Whatever the state is, it does not contradict what everybody can read.
        @discardableResult
        private func expectTruth(of desk: SocialDesk, _ place: String) async throws -> String {
            let row = try #require(try await desk.outbox().first)
            let state = row["state"].string ?? ""
            let copies = server.replies.count
            #expect(copies <= 1, "\(place): said \(copies) times")
            if copies == 1 { #expect(["sending", "uncertain", "sent"].contains(state), "\(place): \(row)") }
            if state == "sent" { #expect(copies == 1, "\(place): \(row)") }
            #expect(state != "failed", "\(place): \(row)")
            return state
        }
    }
}

/// A run that somebody else ends.
private final class Victim: @unchecked Sendable {  // every access to `run` holds `lock`
    private var run: ProgramRun?
    private let lock = NSLock()

    func set(_ run: ProgramRun) { lock.withLock { self.run = run } }

    /// Waits for it to be known, and returns when the signal is on its way.
    func kill() {
        while lock.withLock({ run }) == nil { usleep(1_000) }
        lock.withLock { run }?.end()
        // The signal is delivered before anything else that the process could be told.
        usleep(20_000)
    }

    func outcome() async throws -> ProgramRun.Outcome? {
        try await lock.withLock { run }?.outcome()
    }
}
