import Dialogue
import ServiceHours
import Testing

@Suite struct `The outbox` {
    typealias World = PublishingWorld

    // MARK: Approved

    @Test func `an approved reply is looked at before it is sent, and sent only with its attempt on record`() throws {
        var world = try World()
        #expect(world.decide(.run) == .preflight)
        guard case .change(let change) = world.take(.preflight(world.clean)) else {
            Issue.record("no attempt was opened")
            return
        }
        #expect(world.state == .sending)
        #expect(world.attempts.map(\.number) == [1])
        #expect(change.posting?.request == world.row.request)
        world.take(.answer(World.yes))
        #expect(world.state == .sent)
        #expect(world.row.progress.reply?.remoteID == "r1")
        #expect(world.attempts[0].result?.outcome == .accepted)
        #expect(world.decide(.run) == .rest)
    }

    @Test func `a hold window keeps it back, and it can be withdrawn until the first attempt`() throws {
        var profile = PublishProfile.mastodon
        profile.hold = 120
        var world = try World(profile)
        #expect(world.decide(.run) == .wait(until: world.now + 120))
        #expect(world.decide(.preflight(world.clean)) == .wait(until: world.now + 120))
        var other = world
        other.take(.withdraw(by: "Eva"))
        #expect(other.state == .cancelled)
        #expect(other.reason == .withdrawn)
        #expect(world.decide(.withdraw(by: " ")) == .refuse(.nameless))
        world.wait()
        world.send()
        #expect(world.decide(.withdraw(by: "Eva")) == .refuse(.otherState))
        world.take(.answer(World.notSent))
        #expect(world.decide(.withdraw(by: "Eva")) == .refuse(.attempted))
    }

    @Test(
        "a look before sending decides",
        arguments: [
            ("own reply is there", .sent, .readBack), ("the target is gone", .held, .staleTarget),
            ("the target was edited", .held, .staleTarget), ("a colleague answered", .held, .alreadyAnswered),
            ("it is there twice", .held, .duplicateSeen), ("nothing could be read", .approved, .notRead),
            ("the look was cut", .approved, .notRead), ("an older answer of ours", .sending, nil),
            ("somebody else's same words", .sending, nil), ("the words of another row", .sending, nil),
        ] as [(String, OutboxState, OutboxReason?)])
    func preflight(sight: String, state: OutboxState, reason: OutboxReason?) throws {
        var world = try World()
        world.now = world.now + 30
        let seen =
            switch sight {
            case "own reply is there": world.seeing([world.reply("x", after: 5)], isComplete: false)
            case "the target is gone": TargetSight(target: .gone, replies: [], isComplete: true)
            case "the target was edited":
                TargetSight(target: .standing(ContentHash(of: "other")), replies: [], isComplete: true)
            case "a colleague answered": world.seeing([world.reply("x", text: "Where are you?", after: 5)])
            case "it is there twice": world.seeing([world.reply("y", after: 9), world.reply("x", after: 5)])
            case "nothing could be read": world.incomplete
            case "the look was cut": world.seeing([], isComplete: false)
            case "an older answer of ours": world.seeing([world.reply("x", text: "Where are you?", after: -20)])
            case "somebody else's same words": world.seeing([world.reply("x", author: "ben", after: 5)])
            default: world.seeing([world.reply("x", after: -20, isBound: true)])
            }
        world.take(.preflight(seen))
        #expect(world.state == state)
        #expect(world.reason == reason)
        if sight == "it is there twice" { #expect(world.row.progress.reply?.remoteID == "x") }
        if state == .held { #expect(!world.row.progress.evidence.isEmpty) }
        if reason == .notRead { #expect(world.row.progress.nextAt == world.now + 60) }
    }

    @Test func `looks that fail are repeated ever less often, and the approval expires in the end`() throws {
        var world = try World()
        var pauses: [Seconds] = []
        while world.state == .approved, pauses.count < 100 {
            if world.decide(.run) == .preflight {
                world.take(.preflight(world.incomplete))
                pauses.append(world.row.progress.nextAt - world.now)
            } else {
                world.take(.run)
            }
            world.wait()
        }
        #expect(pauses.prefix(8) == [60, 120, 240, 480, 960, 1920, 3600, 3600])
        #expect(world.state == .held)
        #expect(world.reason == .expired)
    }

    @Test(arguments: [(0, true), (1, false)] as [(Seconds, Bool)])
    func `twelve hours after the approval it is not sent any more`(late: Seconds, isSent: Bool) throws {
        var world = try World()
        world.now = world.now + 12 * 3600 + late
        #expect((world.take(.run) == .preflight) == isSent)
        #expect(world.state == (isSent ? .approved : .held))
    }

    @Test func `words that are true for an hour are not sent after it`() throws {
        var world = try World(expiresAt: ApprovalWorld.start + 3600)
        world.now = ApprovalWorld.start + 3601
        world.take(.run)
        #expect(world.reason == .expired)
    }

    // MARK: Answers

    @Test(
        "an answer is judged by rule",
        arguments: [
            (World.yes, .sent, .answer), (World.acceptedNoID, .uncertain, .acceptedNoID),
            (World.answer(201), .uncertain, .acceptedNoID), (World.notSent, .approved, .notSent),
            (World.answer(429, retryAfter: 600), .approved, .rateLimited), (World.refused, .failed, .refused),
            (World.answer(400), .failed, .refused), (World.answer(403), .failed, .refused),
            (World.answer(404), .failed, .refused), (World.answer(410), .failed, .refused),
            (World.answer(413), .failed, .refused), (World.answer(401), .held, .account),
            (World.answer(403, .refusal(.duplicate, words: "again")), .uncertain, .duplicateHint),
            (World.answer(400, .refusal(.keyInUse, words: "swap")), .held, .conflict),
            (World.answer(400, .refusal(.tokenExpired, words: "old")), .held, .account),
            (World.answer(500), .uncertain, .unclearAnswer), (World.answer(503), .uncertain, .unclearAnswer),
            (World.answer(302), .uncertain, .unclearAnswer), (World.answer(409), .uncertain, .unclearAnswer),
            (World.answer(422, complete: false), .uncertain, .unclearAnswer),
            (World.answer(429, complete: false), .uncertain, .unclearAnswer),
            (World.unclear, .uncertain, .unclearAnswer), (World.answer(100), .uncertain, .unclearAnswer),
            (World.answer(200, .reply(SentReply(remoteID: "", url: nil, at: nil))), .uncertain, .acceptedNoID),
        ] as [(PublishAnswer, OutboxState, OutboxReason)])
    func answers(answer: PublishAnswer, state: OutboxState, reason: OutboxReason) throws {
        var world = try World()
        world.send()
        world.take(.answer(answer))
        #expect(world.state == state)
        #expect(world.reason == reason)
        #expect(world.attempts[0].result?.wire.status == answer.status)
        #expect((world.row.progress.reply != nil) == (state == .sent))
    }

    @Test(arguments: [(nil, 60), (30, 60), (600, 600), (10_000_000, 86_400), (-5, 60)] as [(Seconds?, Seconds)])
    func `a rate limit waits as long as it is told, within bounds`(after: Seconds?, pause: Seconds) throws {
        var world = try World()
        world.send()
        world.take(.answer(World.answer(429, retryAfter: after)))
        #expect(world.row.progress.nextAt == world.now + pause)
        #expect(world.decide(.run) == .wait(until: world.now + pause))
    }

    @Test func `a refused token is renewed once`() throws {
        var profile = PublishProfile.mastodon
        profile.renewsToken = true
        var world = try World(profile)
        world.send()
        world.take(.answer(World.answer(401)))
        #expect(world.state == .approved)
        #expect(world.reason == .token)
        world.send()
        world.take(.answer(World.answer(401)))
        #expect(world.state == .held)
        #expect(world.reason == .account)
    }

    @Test func `four attempts are all`() throws {
        var world = try World()
        for _ in 1...4 {
            world.wait()
            world.send()
            #expect(world.state == .sending)
            world.take(.answer(World.notSent))
        }
        world.wait()
        world.take(.run)
        #expect(world.state == .held)
        #expect(world.reason == .attempts)
        #expect(world.decide(.run) == .waitForPerson)
    }

    @Test func `an answer to a row that somebody else moved changes nothing`() throws {
        var world = try World()
        #expect(world.decide(.answer(World.yes)) == .refuse(.otherState))
        world.send()
        let late = world
        world.take(.run)
        #expect(world.state == .uncertain)
        #expect(world.decide(.answer(World.yes)) == .refuse(.otherState))
        guard case .change(let change) = late.decide(.answer(World.yes)) else {
            Issue.record("no change")
            return
        }
        world.apply(change)
        #expect(world.state == .uncertain)
    }

    // MARK: Uncertain

    @Test func `an attempt without an answer is uncertain, and waits for the cool-down before anybody looks`() throws {
        var world = try World()
        world.send()
        world.take(.run)
        #expect(world.state == .uncertain)
        #expect(world.reason == .interrupted)
        #expect(world.attempts[0].result?.outcome == .interrupted)
        #expect(world.decide(.run) == .wait(until: world.now + 60))
        #expect(world.decide(.readBack(world.clean)) == .wait(until: world.now + 60))
        world.wait()
        #expect(world.decide(.run) == .readBack)
        world.take(.readBack(world.seeing([world.reply("x", after: 3)])))
        #expect(world.state == .sent)
        #expect(world.reason == .readBack)
    }

    @Test func `with a key that is valid it goes again, with the same key and bytes`() throws {
        var world = try World(.mastodon)
        world.send()
        world.take(.answer(World.unclear))
        world.wait()
        world.take(.readBack(world.clean))
        #expect(world.state == .approved)
        #expect(world.reason == .absentRetry)
        guard case .change(let change) = world.take(.preflight(world.clean)) else {
            Issue.record("no attempt")
            return
        }
        #expect(change.posting?.request == world.row.request)
        #expect(change.posting?.attempt == 2)
    }

    @Test(arguments: [(49, true), (50, true), (51, false), (61, false)] as [(Seconds, Bool)])
    func `a key is trusted for fifty minutes`(minutes: Seconds, isTrusted: Bool) throws {
        var world = try World(.mastodon)
        world.send()
        let opened = world.now
        world.take(.answer(World.unclear))
        world.now = opened + minutes * 60
        world.take(.readBack(world.clean))
        #expect(world.state == (isTrusted ? .approved : .uncertain))
    }

    @Test func `a key that grows old while its turn is awaited is not used`() throws {
        var world = try World(.mastodon)
        world.send()
        world.take(.answer(World.unclear))
        world.wait()
        world.take(.readBack(world.clean))
        #expect(world.state == .approved)
        world.now = world.now + 3600
        #expect(world.decide(.preflight(world.clean)) == world.decide(.run))
        world.take(.run)
        #expect(world.state == .uncertain)
        #expect(world.reason == .keyExpired)
        lookUntilSettled(&world)
        #expect(world.state == .held)
        #expect(world.reason == .absent)
    }

    @Test(arguments: ["reboot", "clock backwards"])
    func `a key whose age is unclear is not used`(what: String) throws {
        var world = try World(.mastodon)
        world.now = world.now + 7200
        world.send()
        world.take(.answer(World.unclear))
        world.wait()
        if what == "reboot" {
            world.boot = "boot-2"
        } else {
            world.row = World.row(world.row, with: with(world.row.progress) { $0.nextAt = world.now - 3600 })
            world.now = world.now - 3600
        }
        world.take(.readBack(world.clean))
        #expect(world.state == .uncertain)
    }

    @Test func `without a key it is looked for twice, and then a person decides`() throws {
        var world = try World(.mastodonLike)
        world.send()
        world.take(.answer(World.unclear))
        world.wait()
        world.take(.readBack(world.clean))
        #expect(world.state == .uncertain)
        let first = world.now
        #expect(world.decide(.run) == .wait(until: first + 120))
        world.wait()
        world.take(.readBack(world.incomplete))
        #expect(world.state == .uncertain)
        world.wait()
        world.take(.readBack(world.clean))
        #expect(world.state == .held)
        #expect(world.reason == .absent)
        #expect(world.row.progress.evidence.count >= 3)
    }

    @Test func `a reply shown late is found by the look before the next attempt, given up or not`() throws {
        var profile = PublishProfile.mastodonLike
        profile.onAbsent = .retry
        var world = try World(profile)
        world.send()
        world.take(.answer(World.unclear))
        for _ in 0..<2 {
            world.now = world.now + 600
            world.take(.readBack(world.clean))
        }
        #expect(world.state == .approved)
        world.take(.preflight(world.seeing([world.reply("late", after: 2)])))
        #expect(world.state == .sent)
        #expect(world.row.progress.reply?.remoteID == "late")
    }

    @Test func `an account may order that what is absent goes again`() throws {
        var profile = PublishProfile.mastodonLike
        profile.onAbsent = .retry
        var world = try World(profile)
        for _ in 1...4 {
            world.wait()
            world.send()
            #expect(world.state == .sending)
            world.take(.answer(World.unclear))
            lookUntilSettled(&world)
        }
        #expect(world.state == .held)
        #expect(world.reason == .attempts)
    }

    @Test(
        "what was found decides",
        arguments: [
            ("same words", .sent, .readBack), ("same words, mention and blanks differ", .sent, .readBack),
            ("other words", .held, .nearMatch), ("same words below another post", .uncertain, .unclearAnswer),
            ("same words long before", .uncertain, .unclearAnswer), ("twice", .held, .duplicateSeen),
            ("bound to another row", .uncertain, .unclearAnswer),
        ] as [(String, OutboxState, OutboxReason)])
    func readBack(found: String, state: OutboxState, reason: OutboxReason) throws {
        var world = try World(.mastodonLike)
        world.send()
        world.take(.answer(World.unclear))
        world.wait()
        let replies =
            switch found {
            case "same words": [world.reply("x", after: 5)]
            case "same words, mention and blanks differ":
                [world.reply("x", text: "@anna  Sorry,\u{A0}Anna.\n", after: 5)]
            case "other words": [world.reply("x", text: "Sorry Anna!", after: 5)]
            case "same words below another post": [world.reply("x", parent: "a1", after: 5)]
            case "same words long before": [world.reply("x", after: -3600)]
            case "twice": [world.reply("y", after: 6), world.reply("x", after: 5)]
            default: [world.reply("x", after: 5, isBound: true)]
            }
        world.take(.readBack(world.seeing(replies)))
        #expect(world.state == state)
        #expect(world.reason == reason)
    }

    @Test func `a yes without an id is never repeated, key or not`() throws {
        for profile in [PublishProfile.mastodon, .mastodonLike] {
            var world = try World(profile)
            world.send()
            world.take(.answer(World.acceptedNoID))
            lookUntilSettled(&world)
            #expect(world.state == .held)
            #expect(world.reason == .acceptedNoID)
        }
    }

    @Test func `a duplicate that is nowhere to be seen is for a person`() throws {
        var world = try World()
        world.send()
        world.take(.answer(World.answer(403, .refusal(.duplicate, words: "Status is a duplicate"))))
        lookUntilSettled(&world)
        #expect(world.state == .held)
        #expect(world.reason == .duplicateSeen)
    }

    @Test func `a refusal proves nothing about an attempt before it`() throws {
        var world = try World()
        world.send()
        world.take(.answer(World.unclear))
        world.wait()
        world.take(.readBack(world.clean))
        world.send()
        world.take(.answer(World.refused))
        #expect(world.state == .uncertain)
        #expect(world.reason == .refusedAfterUnclear)
    }

    @Test func `where one look proves, one look is enough`() throws {
        var profile = PublishProfile(isKeyed: true, keyValidFor: 86_400, settle: 0, absentProves: true)
        var world = try World(profile)
        world.send()
        world.take(.answer(World.acceptedNoID))
        world.wait()
        world.take(.readBack(world.clean))
        #expect(world.reason == .acceptedNoID)
        #expect(world.state == .held)

        profile.expires = 2 * 86_400
        world = try World(profile)
        world.send()
        world.take(.answer(World.unclear))
        world.now = world.now + 86_401
        world.take(.readBack(world.clean))
        #expect(world.state == .held)
        #expect(world.reason == .absent)
    }

    // MARK: Another store or machine

    @Test(arguments: [OutboxState.approved, .sending, .uncertain, .held])
    func `a restored store knows nothing for certain`(state: OutboxState) throws {
        var world = try World(.mastodon)
        if state != .approved { world.send() }
        if state == .uncertain { world.take(.answer(World.unclear)) }
        if state == .held { world.take(.answer(World.answer(401))) }
        #expect(world.state == state)
        world.epoch = "elsewhere"
        #expect(world.decide(.preflight(world.clean)) == .refuse(.otherState))
        world.take(.run)
        #expect(world.state == .uncertain)
        #expect(world.reason == .restored)
        #expect(world.row.progress.epoch == "elsewhere")
        #expect(world.attempts.allSatisfy { $0.result != nil })
        lookUntilSettled(&world)
        #expect(world.state == .held)
        #expect(world.reason == .restored)
        world.take(.resolve(.retry, by: "Eva"))
        world.send()
        world.take(.answer(World.refused))
        #expect(world.state == .uncertain)
    }

    @Test func `what is over stays over in a restored store`() throws {
        var world = try World()
        world.send()
        world.take(.answer(World.yes))
        world.epoch = "elsewhere"
        #expect(world.decide(.run) == .rest)
    }

    @Test func `a row that counts attempts nobody finds is treated as restored`() throws {
        var world = try World()
        world.send()
        world.take(.answer(World.notSent))
        world.attempts = []
        world.wait()
        world.take(.run)
        #expect(world.reason == .restored)
    }

    // MARK: People

    @Test func `a person resolves what is held`() throws {
        var held = try World(.mastodonLike)
        held.send()
        held.take(.answer(World.unclear))
        #expect(held.decide(.resolve(.retry, by: "Eva")) == .refuse(.otherState))
        lookUntilSettled(&held)
        #expect(held.state == .held)

        var world = held
        #expect(world.decide(.resolve(.drop, by: "")) == .refuse(.nameless))
        #expect(
            world.decide(.resolve(.sent(SentReply(remoteID: "", url: nil, at: nil)), by: "Eva")) == .refuse(.noID))
        world.take(.resolve(.sent(SentReply(remoteID: "r9", url: nil, at: nil)), by: "Eva"))
        #expect(world.state == .sent)
        #expect(world.reason == .person)

        world = held
        world.take(.resolve(.drop, by: "Eva"))
        #expect(world.state == .cancelled)

        world = held
        world.now = world.now + 20 * 3600
        world.take(.resolve(.retry, by: "Eva"))
        #expect(world.state == .approved)
        #expect(world.decide(.run) == .preflight)
        world.send()
        #expect(world.state == .sending)
        #expect(world.attempts.count == 2)
    }

    @Test(arguments: [OutboxReason.staleTarget, .alreadyAnswered])
    func `what a person has seen holds it no more`(reason: OutboxReason) throws {
        var world = try World()
        let sight =
            reason == .staleTarget
            ? TargetSight(target: .standing(ContentHash(of: "edited")), replies: [], isComplete: true)
            : world.seeing([world.reply("x", text: "Where are you?", after: 0)])
        world.take(.preflight(sight))
        #expect(world.reason == reason)
        world.take(.resolve(.retry, by: "Eva"))
        world.take(.preflight(sight))
        #expect(world.state == .sending)
    }

    @Test func `what is there twice cannot be sent once more`() throws {
        var world = try World()
        world.take(.preflight(world.seeing([world.reply("x"), world.reply("y")])))
        #expect(world.decide(.resolve(.retry, by: "Eva")) == .refuse(.alreadyVisible))
    }

    @Test(arguments: [(900, false), (901, true)] as [(Seconds, Bool)])
    func `what is stuck for a quarter of an hour of service time is told`(seconds: Seconds, isTold: Bool) throws {
        var world = try World()
        world.send()
        world.take(.answer(World.unclear))
        let calendar = ServiceCalendar(hours: try OpeningHours("24/7"), zone: .utc, holidays: .none)
        #expect(world.row.isOverdue(at: world.now + seconds, in: calendar) == isTold)
    }

    @Test func `foreign words in the evidence stay on their line`() throws {
        var world = try World()
        world.send()
        let words = "no\u{1B}[2J\r\nevidence: " + String(repeating: "x", count: 10_000)
        world.take(.answer(World.answer(422, .refusal(.plain, words: words))))
        #expect(world.row.progress.evidence.allSatisfy { $0.utf8.count < 520 && !$0.contains("\n") })
        #expect(world.row.progress.evidence.last?.unicodeScalars.contains("\u{1B}") == false)
    }

    // MARK: -

    private func lookUntilSettled(_ world: inout World) {
        for _ in 0..<5 where world.state == .uncertain {
            world.wait()
            world.take(.readBack(world.clean))
        }
    }

    private func with(_ progress: OutboxProgress, _ adjust: (inout OutboxProgress) -> Void) -> OutboxProgress {
        var progress = progress
        adjust(&progress)
        return progress
    }
}
