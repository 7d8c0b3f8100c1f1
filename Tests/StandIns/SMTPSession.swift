import Foundation

/// One client's conversation with the sink (RFC 5321).
struct SMTPSession {
    let connection: StandInConnection
    let manners: SMTPSink.Manners
    /// Called before the sink says that it took the mail.
    let keep: (ReceivedMail) -> Void
    private var isGreeted = false
    private var isOver = false
    private var user: String?
    private var sender: String?
    private var recipients: [String] = []

    init(connection: StandInConnection, manners: SMTPSink.Manners, keep: @escaping (ReceivedMail) -> Void) {
        self.connection = connection
        self.manners = manners
        self.keep = keep
    }

    /// The client's next command; nil at the end.
    mutating func next() -> String? {
        if !isGreeted {
            isGreeted = true
            connection.write("220 sink ready\r\n")
        }
        return isOver ? nil : connection.readLine()
    }

    /// Replies to a command.
    mutating func obey(_ command: String) {
        let verb = command.prefix { $0 != " " }.uppercased()
        switch verb {
        case "EHLO":
            connection.write("250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n")
            connection.write(manners.login == nil ? "250 SIZE 10000000\r\n" : "250 AUTH PLAIN\r\n")
        case "HELO", "NOOP": connection.write("250 sink\r\n")
        case "RSET":
            (sender, recipients) = (nil, [])
            connection.write("250 reset\r\n")
        case "AUTH": authenticate(command)
        case "MAIL" where manners.login != nil && user == nil: connection.write("530 log in first\r\n")
        case "MAIL":
            sender = SMTPSession.address(command)
            connection.write("250 sender ok\r\n")
        case "RCPT": addRecipient(SMTPSession.address(command))
        case "DATA": receive()
        case "QUIT":
            connection.write("221 bye\r\n")
            isOver = true
        default: connection.write("502 unknown\r\n")
        }
    }

    private mutating func authenticate(_ command: String) {
        let words = command.split(separator: " ")
        var token = words.count > 2 ? String(words[2]) : nil
        if token == nil {
            connection.write("334 \r\n")
            token = connection.readLine()
        }
        let parts = (token.flatMap { Data(base64Encoded: $0) } ?? Data())
            .split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard let login = manners.login, parts.count == 3, parts[1] == login.user, parts[2] == login.password else {
            connection.write("535 no\r\n")
            return
        }
        user = login.user
        connection.write("235 welcome\r\n")
    }

    private mutating func addRecipient(_ address: String) {
        guard sender != nil, !manners.refusedRecipients.contains(address) else {
            connection.write("550 no such mailbox\r\n")
            return
        }
        recipients.append(address)
        connection.write("250 recipient ok\r\n")
    }

    private mutating func receive() {
        guard let sender, !recipients.isEmpty else {
            connection.write("503 first MAIL and RCPT\r\n")
            return
        }
        connection.write("354 go on\r\n")
        var message = Data()
        while let line = connection.readLine() {
            if line == "." {
                if manners.verdict == nil {
                    keep(ReceivedMail(sender: sender, recipients: recipients, message: message, user: user))
                }
                (self.sender, recipients) = (nil, [])
                connection.write("\(manners.verdict ?? "250 taken")\r\n")
                return
            }
            message += Data((line.hasPrefix(".") ? line.dropFirst() : line[...]).utf8) + Data("\r\n".utf8)
        }
    }

    private static func address(_ command: String) -> String {
        String(command.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
}
