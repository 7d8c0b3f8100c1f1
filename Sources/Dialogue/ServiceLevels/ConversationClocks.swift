/// What the events of a conversation made of its clocks.
///
/// - The first-response clock starts at the first post that needs an answer and ends at the first answer; then each next-response clock
///   starts at the oldest unanswered post and ends at the next answer. Only one runs at a time.
/// - Further posts of the same wait change nothing: it counts from the first, and one wait is breached at most once.
/// - When the customer takes back the post a clock counts from, the clock moves to the oldest post still unanswered, unless it is breached
///   already; where none is left it ends. With the customer's last post the matter is cancelled, and a later post starts anew.
/// - Resolving a matter cancels what is owed. The customer's next post reopens it, with a wait of its own; so does a person, and what was
///   left unanswered is then owed from that instant.
/// - The resolution clock starts with the first response, stands still while the brand waits for the customer, ends when the matter is
///   resolved, and runs on with what is left when it is reopened.
/// - A pause counts only when nothing is unanswered, unless the customer asked for it: then nothing is owed before its end, and an answer
///   is owed from there on.
/// - A clock keeps the policy in force at its start. Another priority gives clocks that run and are in time another target from their old
///   start.
/// - A post older than `live_since` never alarms: when a live post joins a wait that began in history, the clock counts from the live one.
package struct ConversationClocks: Hashable, Sendable {
    /// Every clock that ran or runs, oldest first; at most the last has no ending.
    package let responses: [ResponseClock]
    /// nil where nothing is promised, and before the first post that needs an answer.
    package let resolution: ResolutionClock?
    package let standing: ConversationStanding

    init(responses: [ResponseClock], resolution: ResolutionClock?, standing: ConversationStanding) {
        self.responses = responses
        self.resolution = resolution
        self.standing = standing
    }

    /// Runs the clocks over events in any order.
    package static func run(_ events: [ClockEvent], under policies: ResponsePolicies) -> ConversationClocks {
        var run = ClockRun(policies: policies)
        for event in ClockEvent.ordered(events) { run.take(event) }
        return run.finished()
    }

    /// The clock of the answer that is owed; nil when none is.
    package var running: ResponseClock? { responses.last.flatMap { $0.ending == nil ? $0 : nil } }
}
