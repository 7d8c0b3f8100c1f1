import ServiceHours

/// The rules by which an approved reply becomes public at most once, as far as a network allows.
///
/// Pure: it is told what happened, and says what to write and what to do. What holds it together:
/// - No request leaves before its attempt is on record, and all attempts of a row send the same bytes and the same key.
/// - A further attempt is opened only if every earlier one is proved not taken, or the platform still recognises our key, or the attempt
///   was looked for and given up by the account's own rule, or a person ordered it.
/// - What is uncertain is looked for, never sent.
/// - `sent` needs an id; `failed` needs the platform's complete refusal, and that nothing before it may have been taken.
package struct OutboxMachine: Sendable {
    let profile: PublishProfile
    /// The platform's id of our account.
    let author: String

    package init(profile: PublishProfile, author: String) {
        self.profile = profile
        self.author = author
    }

    /// Decides what `event` means for `row`.
    /// - Parameter attempts: all of the row's, in any order.
    package func decide(
        on event: OutboxEvent, for row: OutboxRow, attempts: [Attempt], at moment: PublishMoment
    ) -> OutboxDecision {
        let turn = OutboxTurn(
            row: row, attempts: attempts.sorted { $0.number < $1.number }, moment: moment, profile: profile,
            author: author)
        switch event {
        case .run: return turn.run()
        case .preflight(let sight): return turn.preflight(sight)
        case .answer(let answer): return turn.answer(answer)
        case .readBack(let sight): return turn.readBack(sight)
        case .withdraw(let person): return turn.withdraw(by: person)
        case .resolve(let resolution, let person): return turn.resolve(resolution, by: person)
        }
    }
}
