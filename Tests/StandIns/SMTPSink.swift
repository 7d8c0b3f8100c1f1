import Foundation

/// A mail server on a free port of 127.0.0.1 that keeps what it is given.
package final class SMTPSink: Sendable {
    /// How the sink behaves.
    package struct Manners: Sendable {
        /// Recipients it refuses with 550.
        package var refusedRecipients: Set<String>
        /// If given, it offers `AUTH PLAIN` and takes mail only after this login.
        package var login: (user: String, password: String)?
        /// If given, DATA ends with this reply instead of 250.
        package var verdict: String?

        package init(
            refusedRecipients: Set<String> = [], login: (user: String, password: String)? = nil,
            verdict: String? = nil
        ) {
            self.refusedRecipients = refusedRecipients
            self.login = login
            self.verdict = verdict
        }
    }

    private struct Record {
        var mails: [ReceivedMail] = []
        var commands: [String] = []
    }

    private let listener: LoopbackListener
    private let record = Shared(Record())

    /// Starts at once.
    ///
    /// - Throws: ``StandInError``.
    package init(_ manners: Manners = Manners()) throws(StandInError) {
        listener = try LoopbackListener()
        let record = record
        listener.start { connection in
            var session = SMTPSession(connection: connection, manners: manners) { mail in
                record.withLock { $0.mails.append(mail) }
            }
            while let command = session.next() {
                record.withLock { $0.commands.append(command) }
                session.obey(command)
            }
        }
    }

    deinit {
        listener.stop()
    }

    package func stop() {
        listener.stop()
    }

    package var port: Int { listener.port }
    /// `smtp://127.0.0.1:PORT`
    package var url: String { "smtp://127.0.0.1:\(port)" }
    package var mails: [ReceivedMail] { record.withLock { $0.mails } }
    /// Every command line of every connection.
    package var commands: [String] { record.withLock { $0.commands } }
}
