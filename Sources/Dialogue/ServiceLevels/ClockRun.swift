import ServiceHours

/// The state of a conversation's clocks between two events; see ``ConversationClocks`` for the rules.
struct ClockRun {
    private typealias Asked = AskedPosts.Post

    private struct Running {
        var clock: ResponseClock
        let asked: Asked
    }

    private struct Pause {
        let until: Instant?
        let isAskedFor: Bool
    }

    private let policies: ResponsePolicies
    private var ended: [ResponseClock] = []
    private var running: Running?
    private var resolution: ResolutionClock?
    /// What the resolution clock counts from.
    private var resolutionSubject: TargetSubject?
    /// Every post of the customer that stands.
    private var posts = AskedPosts()
    private var unanswered = AskedPosts()
    /// What was unanswered when the matter was resolved.
    private var leftBehind = AskedPosts()
    /// What was unanswered when the customer asked for a pause.
    private var setAside = AskedPosts()
    private var isFirstOver = false
    private var hadPosts = false
    private var pause: Pause?
    private var resolvedAt: Instant?
    private var isEndedBySilence = false
    private var priority: String?
    /// When anybody last said or did something.
    private var lastStir: Instant?
    /// What was promised last: it says what silence means.
    private var terms: ResponsePolicies.Entry?

    init(policies: ResponsePolicies) {
        self.policies = policies
    }

    mutating func take(_ event: ClockEvent) {
        pass(to: event.at)
        switch event {
        case .post(let id, let at, let isLive, let seenAt, let subject):
            stir(at)
            ask(Asked(id: id, at: at, seenAt: seenAt ?? at, isLive: isLive, subject: subject))
        case .talk(_, let at): stir(at)
        case .answer(let id, let at):
            stir(at)
            answer(.answered(by: id, at: at))
        case .peerAnswer(_, let at):
            stir(at)
            if running != nil { answer(.cancelled(.answeredByPeer, at: at)) }
        case .deletion(let id, let at): takeBack(id, at: at)
        case .resume(let at):
            resume(at: at)
        case .reopen(let at): reopen(at: at)
        case .priority(let name, let at): retarget(to: name, at: at)
        case .pause(let at, let until, let isAskedFor): wait(Pause(until: until, isAskedFor: isAskedFor), at: at)
        case .resolve(let at): resolve(at: at, isSilence: false)
        }
    }

    mutating func finished() -> ConversationClocks {
        // What comes if nobody says anything is known now: it stands in the facts with its instant.
        let until = pause?.until
        let isWaiting = pause != nil || posts.isEmpty
        if let until { endPause(at: until) }
        if resolvedAt == nil, let end = silenceEnds { resolve(at: end, isSilence: true) }
        return ConversationClocks(
            responses: ended + [running?.clock].compactMap(\.self), resolution: resolution,
            standing: ConversationStanding(
                owedFrom: running?.clock.startedAt, isCancelled: hadPosts && posts.isEmpty, isWaiting: isWaiting,
                waitsUntil: until, resolvedAt: resolvedAt, isEndedBySilence: resolvedAt != nil && isEndedBySilence))
    }

    // MARK: What time brings

    /// Lets everything happen that comes of itself before `instant`.
    private mutating func pass(to instant: Instant) {
        if let until = pause?.until, until <= instant { endPause(at: until) }
        if resolvedAt == nil, let end = silenceEnds, end < instant { resolve(at: end, isSilence: true) }
    }

    /// When silence will have resolved the matter; nil while something is owed, and where that never happens.
    private var silenceEnds: Instant? {
        guard running == nil, unanswered.isEmpty, let lastStir else { return nil }
        let span = terms.map { $0.target.autoResolve } ?? Target.usualAutoResolve
        return span.map { max(lastStir, pause?.until ?? lastStir) + $0 }
    }

    private mutating func endPause(at instant: Instant) {
        guard let over = pause else { return }
        stir(instant)
        goOn(at: instant)
        // Who asked for the pause expects to hear from us at its end.
        if over.isAskedFor, let last = posts.last {
            setAside = AskedPosts()
            unanswered = AskedPosts(last)
            start(from: last, at: instant)
        }
    }

    private mutating func stir(_ instant: Instant) {
        lastStir = max(lastStir ?? instant, instant)
        if terms == nil { terms = policies.inForce(at: instant) }
    }

    // MARK: Customers

    private mutating func ask(_ asked: Asked) {
        posts.append(asked)
        hadPosts = true
        unanswered.append(asked)
        leftBehind = AskedPosts()
        setAside = AskedPosts()
        goOn(at: asked.at)
        if resolvedAt != nil {
            resolvedAt = nil
            changeResolution { $0.reopened(at: asked.at, in: $1) }
        }
        if running == nil || (running?.asked.isLive == false && asked.isLive) { start(from: asked, at: asked.at) }
        if asked.isLive, let resolution, !resolution.isLive { startResolution(from: asked) }
    }

    private mutating func takeBack(_ id: String, at instant: Instant) {
        guard posts.remove(id) else { return }
        unanswered.remove(id)
        leftBehind.remove(id)
        setAside.remove(id)
        if posts.isEmpty {
            end(.cancelled(.deleted, at: instant))
            resolution = resolution?.cancelled(at: instant)
            isFirstOver = false
            pause = nil
            return
        }
        guard let clock = running?.clock, clock.origin == id else { return }
        guard let oldest = unanswered.oldest else {
            end(.cancelled(.deleted, at: instant))
            rest(at: instant)
            return
        }
        // Who has waited too long still waits: the breach stays, and it stays the only one of this wait.
        if clock.isBreached(at: instant) { return }
        start(from: oldest, at: oldest.at)
        if clock.kind == .firstResponse, let resolution, resolution.origin == id, !resolution.isBreached(at: instant) {
            startResolution(from: oldest)
        }
    }

    // MARK: Answers

    private mutating func answer(_ ending: ResponseClock.Ending) {
        unanswered = AskedPosts()
        leftBehind = AskedPosts()
        setAside = AskedPosts()
        end(ending)
        rest(at: ending.at)
    }

    /// After the brand's part: nothing is unanswered any more.
    private mutating func rest(at instant: Instant) {
        guard resolvedAt == nil, pause == nil, terms?.target.pausesOnAnswer ?? true else { return }
        pause = Pause(until: nil, isAskedFor: false)
        resolution = resolution?.paused(at: instant)
    }

    // MARK: What people decide

    private mutating func wait(_ asked: Pause, at instant: Instant) {
        guard resolvedAt == nil, asked.isAskedFor || unanswered.isEmpty else { return }
        stir(instant)
        if asked.isAskedFor {
            if !unanswered.isEmpty { setAside = unanswered }
            unanswered = AskedPosts()
            end(.cancelled(.askedToPause, at: instant))
        }
        pause = Pause(until: asked.until.map { max($0, instant) }, isAskedFor: asked.isAskedFor)
        resolution = resolution?.paused(at: instant)
    }

    /// Whoever ends a pause early ends no customer's wait: what was unanswered when they asked for it is owed anew, from now on.
    private mutating func resume(at instant: Instant) {
        guard pause != nil else { return }
        stir(instant)
        goOn(at: instant)
        unanswered = setAside
        setAside = AskedPosts()
        if let oldest = unanswered.oldest { start(from: oldest, at: instant) }
    }

    private mutating func goOn(at instant: Instant) {
        guard pause != nil else { return }
        pause = nil
        changeResolution { $0.resumed(at: instant, in: $1) }
    }

    private mutating func resolve(at instant: Instant, isSilence: Bool) {
        guard resolvedAt == nil else { return }
        resolvedAt = instant
        isEndedBySilence = isSilence
        leftBehind = unanswered.isEmpty ? setAside : unanswered
        unanswered = AskedPosts()
        setAside = AskedPosts()
        end(.cancelled(.resolved, at: instant))
        resolution = resolution?.resolved(at: instant)
        pause = nil
    }

    private mutating func reopen(at instant: Instant) {
        guard resolvedAt != nil else { return }
        stir(instant)
        resolvedAt = nil
        changeResolution { $0.reopened(at: instant, in: $1) }
        unanswered = leftBehind
        leftBehind = AskedPosts()
        if let oldest = unanswered.oldest { start(from: oldest, at: instant) }
    }

    private mutating func retarget(to name: String, at instant: Instant) {
        priority = name
        if let running, !running.clock.isBreached(at: instant),
            let entry = policies.entry(ofPolicy: running.clock.policy, for: running.asked.subject, priority: name)
        {
            self.running?.clock = running.clock.retargeted(to: entry, at: instant)
            terms = entry
        }
        if let resolution, resolution.ending == nil, !resolution.isBreached(at: instant),
            let entry = policies.entry(ofPolicy: resolution.policy, for: resolutionSubject, priority: name)
        {
            self.resolution = resolution.retargeted(to: entry, at: instant)
        }
    }

    // MARK: Clocks

    /// Starts the clock of an answer that is owed from `instant` on; the one that runs, if any, has moved there.
    private mutating func start(from asked: Asked, at instant: Instant) {
        guard let entry = policies.inForce(at: instant, for: asked.subject, priority: priority) else { return }
        let kind: ResponseClock.Kind = isFirstOver ? .nextResponse : .firstResponse
        let seconds = entry.target.seconds(of: kind)
        running = Running(
            clock: ResponseClock(
                kind: kind, origin: asked.id, startedAt: instant, seenAt: max(asked.seenAt, instant),
                dueAt: entry.calendar.due(from: instant, after: seconds), target: seconds,
                targetName: entry.target.name, policy: entry.policy, ending: nil),
            asked: asked)
        terms = entry
        if kind == .firstResponse, resolution == nil || isCancelled(resolution) { startResolution(from: asked) }
    }

    private mutating func startResolution(from asked: Asked) {
        guard let entry = policies.inForce(at: asked.at, for: asked.subject, priority: priority),
            let seconds = entry.target.resolution
        else { return }
        let stretches = [ResolutionClock.Stretch(from: asked.at, to: nil)]
        resolutionSubject = asked.subject
        resolution = ResolutionClock(
            origin: asked.id, startedAt: asked.at, seenAt: asked.seenAt, isLive: asked.isLive, target: seconds,
            targetName: entry.target.name, policy: entry.policy, stretches: stretches,
            dueAt: ResolutionClock.due(after: seconds, of: stretches, in: entry.calendar))
    }

    private func isCancelled(_ clock: ResolutionClock?) -> Bool {
        if case .cancelled = clock?.ending { true } else { false }
    }

    private mutating func end(_ ending: ResponseClock.Ending) {
        guard let clock = running?.clock else { return }
        ended.append(clock.ended(by: ending))
        isFirstOver = true
        running = nil
    }

    private mutating func changeResolution(_ change: (ResolutionClock, ServiceCalendar) -> ResolutionClock) {
        guard let resolution, let calendar = policies.entry(of: resolution)?.calendar else { return }
        self.resolution = change(resolution, calendar)
    }
}
