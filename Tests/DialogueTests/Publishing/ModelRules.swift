import Dialogue
import ServiceHours

/// What can happen next in a ``ModelState``: every step of the worker, every whim of the platform, every accident the budget allows.
struct ModelRules {
    /// A protocol that people build when they do not think about it, each a small change of what the machine is told.
    enum Mutant: CaseIterable {
        /// Every error is taken for "not sent", and so is an attempt that a killed run left behind.
        case retriesBlindly
        /// Every error is taken for a refusal.
        case neverRetries
        /// No look before sending.
        case skipsPreflight
        /// The attempt is written down when it is over.
        case recordsAfterSending
        /// A restored store goes on as if nothing had happened.
        case ignoresEpoch
        /// The key is thought to be good for ever.
        case trustsKeyForever
        /// A look that finds nothing is taken for a proof.
        case trustsOneLook
        /// Each attempt gets a key of its own.
        case changesKey
    }

    /// A step, and whether it is an accident.
    struct Step {
        let to: ModelState
        let isAccident: Bool
        let name: String
    }

    /// How long the platform knows a key.
    private static let serverKeepsKey: Seconds = 3600
    /// How long a keyed platform may sit on a request before it takes it: the difference to what we trust its key for. Where it sat on
    /// one for longer than it knows the key, no client could keep it from taking both.
    private static let longestDelay: Seconds = 600

    let machine: OutboxMachine
    let isKeyed: Bool
    var mutant: Mutant?
    /// The row as it was when a backup was made.
    let backup: OutboxRow

    func steps(from state: ModelState) -> [Step] {
        var steps = platformSteps(from: state)
        steps += workerSteps(from: state)
        if state.worker != .idle, state.budget.kills > 0 {
            var killed = state
            killed.worker = .idle
            killed.budget.kills -= 1
            steps.append(Step(to: killed, isAccident: true, name: "kill"))
        }
        return steps
    }

    // MARK: The worker

    private func workerSteps(from state: ModelState) -> [Step] {
        switch state.worker {
        case .idle: idle(state)
        case .look(let before): look(state, before: before)
        case .write(let change): write(state, change)
        case .post(let posting): post(state, posting, late: nil)
        case .onWire(let flight, let late): onWire(state, flight, late)
        case .taken(let id, let late): taken(state, id, late)
        case .record(let answer): [step(state, "record", following: decide(.answer(answer), state))]
        }
    }

    private func idle(_ state: ModelState) -> [Step] {
        var steps: [Step] = []
        switch decide(.run, state) {
        case .rest, .waitForPerson, .refuse: break
        case .wait(let until): steps.append(step(state, "wait") { $0.now = until })
        case .preflight: steps.append(step(state, "run") { $0.worker = .look(before: true) })
        case .readBack: steps.append(step(state, "run") { $0.worker = .look(before: false) })
        case .change(let change):
            let isOrphan = state.row.progress.state == .sending && mutant == .retriesBlindly
            let decision = isOrphan ? decide(.answer(PublishingWorld.notSent), state) : .change(change)
            steps.append(step(state, "run", following: decision))
        }
        if state.budget.pauses > 0, !state.row.progress.state.isTerminal {
            steps.append(
                accident(state, "two hours pass") {
                    $0.now = $0.now + 7200
                    $0.budget.pauses -= 1
                })
        }
        if state.budget.restores > 0, state.row.progress != backup.progress {
            steps.append(
                accident(state, "restore") {
                    $0.row = backup
                    $0.attempts = []
                    if mutant != .ignoresEpoch { $0.epoch = "elsewhere" }
                    $0.budget.restores -= 1
                })
        }
        return steps
    }

    private func look(_ state: ModelState, before: Bool) -> [Step] {
        let isBlind = before && mutant == .skipsPreflight
        let seen = state.copies.filter { !$0.isHidden && !isBlind }.map { copy in
            SeenReply(
                remoteID: copy.id, url: nil, author: PublishingWorld.brand, parent: "a2", at: copy.at,
                text: PublishingWorld.text, isBound: false)
        }
        let sight = TargetSight(target: .standing(state.row.approval.target.hash), replies: seen, isComplete: true)
        var steps = [step(state, "look", following: decide(before ? .preflight(sight) : .readBack(sight), state))]
        if state.budget.faults > 0, !isBlind {
            let cut = TargetSight(target: nil, replies: [], isComplete: false)
            var blind = state
            blind.budget.faults -= 1
            let next = step(blind, "look cut", following: decide(before ? .preflight(cut) : .readBack(cut), state))
            steps.append(Step(to: next.to, isAccident: true, name: next.name))
        }
        return steps
    }

    private func write(_ state: ModelState, _ change: OutboxChange) -> [Step] {
        if mutant == .recordsAfterSending, let posting = change.posting {
            return post(state, posting, late: change)
        }
        return [
            step(state, "write \(change.to.state)") {
                $0.apply(change)
                $0.worker = change.posting.map { .post($0) } ?? .idle
            }
        ]
    }

    private func post(_ state: ModelState, _ posting: Posting, late: OutboxChange?) -> [Step] {
        let key = mutant == .changesKey ? "k-\(posting.attempt)" : posting.request.key
        var steps = [
            step(state, "send") {
                let flight = ModelState.Flight(key: key, sentAt: $0.now)
                $0.flights.append(flight)
                $0.worker = .onWire(flight, late: late)
            }
        ]
        if state.budget.faults > 0 {
            steps.append(
                fault(state, "not sent") { $0.answer(PublishingWorld.notSent, late) })
        }
        return steps
    }

    private func onWire(_ state: ModelState, _ flight: ModelState.Flight, _ late: OutboxChange?) -> [Step] {
        var steps = take(state, flight).map { next, id in
            Step(
                to: with(next) { $0.worker = .taken(id, late: late) }, isAccident: next.budget != state.budget,
                name: "take")
        }
        guard state.budget.faults > 0 else { return steps }
        for (name, answer) in [("refuse", PublishingWorld.refused), ("limit", PublishingWorld.answer(429))] {
            steps.append(
                fault(state, name) {
                    $0.flights.removeAll { $0 == flight }
                    $0.answer(answer, late)
                })
        }
        steps.append(fault(state, "time out") { $0.answer(mistaken(PublishingWorld.unclear), late) })
        return steps
    }

    private func taken(_ state: ModelState, _ id: String, _ late: OutboxChange?) -> [Step] {
        let yes = PublishingWorld.answer(200, .reply(SentReply(remoteID: id, url: nil, at: nil)))
        var steps = [step(state, "yes") { $0.answer(yes, late) }]
        guard state.budget.faults > 0 else { return steps }
        for (name, answer) in [
            ("yes is cut", PublishingWorld.acceptedNoID), ("500 after", PublishingWorld.answer(500)),
        ] { steps.append(fault(state, name) { $0.answer(mistaken(answer), late) }) }
        return steps
    }

    /// What a mutant makes of an answer it does not understand.
    private func mistaken(_ answer: PublishAnswer) -> PublishAnswer {
        switch mutant {
        case .retriesBlindly: PublishingWorld.notSent
        case .neverRetries: PublishingWorld.refused
        default: answer
        }
    }

    // MARK: The platform

    /// What the platform does by itself: takes what is left on the wire, or loses it, or shows what it hid.
    private func platformSteps(from state: ModelState) -> [Step] {
        var awaited: ModelState.Flight?
        if case .onWire(let flight, _) = state.worker { awaited = flight }
        var steps: [Step] = []
        for flight in Set(state.flights) where flight != awaited || state.flights.count(where: { $0 == flight }) > 1 {
            steps += take(state, flight).map {
                Step(to: $0.0, isAccident: $0.0.budget != state.budget, name: "take late")
            }
            steps.append(step(state, "lose") { $0.remove(flight) })
        }
        for index in state.copies.indices where state.copies[index].isHidden {
            steps.append(step(state, "show") { $0.copies[index].isHidden = false })
        }
        return steps
    }

    /// The platform takes a request: as new, or as the repetition of one whose key it knows.
    private func take(_ state: ModelState, _ flight: ModelState.Flight) -> [(ModelState, String)] {
        if isKeyed, state.now - flight.sentAt > Self.longestDelay { return [] }
        var taken = state
        taken.remove(flight)
        if isKeyed, let key = flight.key,
            let known = state.copies.first(where: { $0.key == key && state.now - $0.at <= Self.serverKeepsKey })
        {
            return [(taken, known.id)]
        }
        let id = "r\(state.copies.count + 1)"
        let copy = ModelState.Copy(id: id, key: flight.key, at: state.now, isHidden: false)
        var results = [(with(taken) { $0.copies.append(copy) }, id)]
        if state.budget.lags > 0 {
            results.append(
                (
                    with(taken) {
                        $0.copies.append(.init(id: id, key: flight.key, at: state.now, isHidden: true))
                        $0.budget.lags -= 1
                    }, id
                ))
        }
        return results
    }

    // MARK: -

    func decide(_ event: OutboxEvent, _ state: ModelState) -> OutboxDecision {
        let boot = BootTime(id: "boot", seconds: state.now.seconds - 1_772_000_000)
        return machine.decide(
            on: event, for: state.row, attempts: state.attempts,
            at: PublishMoment(now: state.now, boot: boot, epoch: state.epoch))
    }

    private func with(_ state: ModelState, _ adjust: (inout ModelState) -> Void) -> ModelState {
        var state = state
        adjust(&state)
        return state
    }

    private func step(_ state: ModelState, _ name: String, _ adjust: (inout ModelState) -> Void) -> Step {
        Step(to: with(state, adjust), isAccident: false, name: name)
    }

    private func step(_ state: ModelState, _ name: String, following decision: OutboxDecision) -> Step {
        step(state, name) {
            if case .change(let change) = decision { $0.worker = .write(change) } else { $0.worker = .idle }
        }
    }

    private func accident(_ state: ModelState, _ name: String, _ adjust: (inout ModelState) -> Void) -> Step {
        Step(to: with(state, adjust), isAccident: true, name: name)
    }

    private func fault(_ state: ModelState, _ name: String, _ adjust: (inout ModelState) -> Void) -> Step {
        accident(state, name) {
            $0.budget.faults -= 1
            adjust(&$0)
        }
    }
}

extension ModelState {
    mutating func remove(_ flight: Flight) {
        if let index = flights.firstIndex(of: flight) { flights.remove(at: index) }
    }

    mutating func apply(_ change: OutboxChange) {
        guard change.fromState == row.progress.state, change.fromAttempts == row.progress.attempts else { return }
        var progress = change.to
        // It decides nothing, and its times would make every path a world of its own.
        progress.evidence = []
        row = PublishingWorld.row(row, with: progress)
        if let closed = change.closed { attempts = attempts.map { $0.number == closed.number ? closed : $0 } }
        if let opened = change.opened { attempts.append(opened) }
    }

    /// An answer arrived; a worker that writes late writes its attempt now.
    mutating func answer(_ answer: PublishAnswer, _ late: OutboxChange?) {
        if let late { apply(late) }
        worker = .record(answer)
    }
}
