import Dialogue
import ServiceHours
import Testing

/// An exhaustive search: one reply, a worker that can be killed anywhere, a platform that takes requests early, late or never, looks that
/// miss what is there, hours that pass, a backup that is restored.
@Suite struct `Every world of one reply` {
    private static let keyless = PublishProfile.mastodonLike

    private func search(
        _ profile: PublishProfile, _ budget: ModelState.Budget, mutant: ModelRules.Mutant? = nil,
        standing: Bool = false
    ) throws -> ModelSearch.Result {
        let world = try PublishingWorld(profile)
        let rules = ModelRules(
            machine: world.machine, isKeyed: profile.isKeyed, mutant: mutant, backup: world.row)
        var start = ModelState(row: world.row, now: world.now, budget: budget)
        // A colleague has given the same answer in the platform's own app.
        if standing { start.copies = [.init(id: "c1", key: nil, at: world.now, isHidden: false)] }
        return ModelSearch.run(rules, from: start)
    }

    @Test(
        "nothing is said twice, claimed falsely or left lying",
        arguments: [
            ("no key", keyless, .init(kills: 2, faults: 2, lags: 1)),
            ("no key, hours pass", keyless, .init(kills: 1, faults: 1, lags: 1, pauses: 1)),
            ("no key, restored", keyless, .init(kills: 1, faults: 1, lags: 1, restores: 1)),
            ("key", .mastodon, .init(kills: 2, faults: 2)),
            ("key, hours pass", .mastodon, .init(kills: 1, faults: 1, lags: 1, pauses: 1)),
            ("key, restored", .mastodon, .init(kills: 1, faults: 1, lags: 1, restores: 1)),
        ] as [(String, PublishProfile, ModelState.Budget)])
    func spec(name: String, profile: PublishProfile, budget: ModelState.Budget) throws {
        let result = try search(profile, budget)
        print("\(name): \(result.states) states, ends \(result.endings.keys.sorted())")
        #expect(result.finding == nil, "\(result.finding?.description ?? "")")
        #expect(result.endings.keys.contains("sent answer"))
        #expect(result.endings.keys.contains("sent read-back"))
    }

    @Test(arguments: [PublishProfile.mastodon, .mastodonLike])
    func `an answer that stands there already is not given again`(profile: PublishProfile) throws {
        let result = try search(profile, .init(kills: 1, faults: 1), standing: true)
        #expect(result.finding == nil, "\(result.finding?.description ?? "")")
    }

    @Test(
        "the same search finds what is wrong with simpler ways",
        arguments: [
            (.retriesBlindly, keyless, .init(kills: 1, faults: 1, lags: 1), false, "doubled"),
            (.retriesBlindly, .mastodon, .init(kills: 1, faults: 1, lags: 1, pauses: 1), false, "doubled"),
            (.neverRetries, keyless, .init(faults: 1), false, "failed and there"),
            (.neverRetries, .mastodon, .init(faults: 1), false, "failed and there"),
            (.skipsPreflight, keyless, .init(), true, "doubled"),
            (.recordsAfterSending, keyless, .init(kills: 1, lags: 1), false, "doubled"),
            (.ignoresEpoch, keyless, .init(lags: 1, restores: 1), false, "doubled"),
            (.trustsKeyForever, .mastodon, .init(faults: 1, lags: 1, pauses: 1), false, "doubled"),
            (.trustsOneLook, keyless, .init(faults: 1, lags: 1), false, "doubled"),
            (.changesKey, .mastodon, .init(faults: 1, lags: 1), false, "doubled"),
        ] as [(ModelRules.Mutant, PublishProfile, ModelState.Budget, Bool, String)])
    func mutants(
        mutant: ModelRules.Mutant, profile: PublishProfile, budget: ModelState.Budget, standing: Bool, wrong: String
    ) throws {
        var profile = profile
        if mutant == .trustsKeyForever { profile.keyValidFor = 1_000_000 }
        if mutant == .trustsOneLook { profile.absentProves = true }
        let result = try search(profile, budget, mutant: mutant, standing: standing)
        #expect(result.finding?.what == wrong)
    }

    @Test func `what an account accepts when it lets absent replies go again is found too`() throws {
        var profile = Self.keyless
        profile.onAbsent = .retry
        let result = try search(profile, .init(faults: 1, lags: 1))
        #expect(result.finding?.what == "doubled")
    }
}
