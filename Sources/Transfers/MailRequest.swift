package import Foundation

/// One mail to be handed to a mail server by a ``TransferDriver``.
package struct MailRequest: Hashable, Sendable {
    /// Whether the conversation with the mail server must be encrypted.
    package enum Encryption: Hashable, Sendable {
        /// STARTTLS (or smtps) is demanded, except on this machine.
        case exceptLoopback
        case always
    }

    /// `smtp://host:port` or `smtps://host:port`.
    package var url: String
    /// The envelope sender's bare address.
    package var sender: String
    /// The envelope recipients' bare addresses; the mail goes to all of them or, if one is refused, to none.
    package var recipients: [String]
    /// Header and body (RFC 5322). Lone CR and LF become CR LF, leading dots are doubled on the wire.
    package var message: Data
    package var user: String?
    package var password: String?
    package var encryption: Encryption
    package var limits: TransferLimits

    package init(
        url: String, sender: String, recipients: [String], message: Data, user: String? = nil, password: String? = nil,
        encryption: Encryption = .exceptLoopback, limits: TransferLimits = TransferLimits()
    ) {
        self.url = url
        self.sender = sender
        self.recipients = recipients
        self.message = message
        self.user = user
        self.password = password
        self.encryption = encryption
        self.limits = limits
    }

    /// Whether nothing in envelope and credentials could be read as another command.
    var isWellFormed: Bool {
        func isAddress(_ text: String) -> Bool {
            text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        }
        return isAddress(sender) && !recipients.isEmpty && recipients.allSatisfy { !$0.isEmpty && isAddress($0) }
            && ![user, password].contains { $0?.utf8.contains(0) ?? false }
    }

    /// The message with every line ended by CR LF, so that no reader downstream can see a line where the next does not.
    var wireMessage: [UInt8] {
        var wire: [UInt8] = []
        wire.reserveCapacity(message.count + message.count / 32)
        let (carriageReturn, lineFeed) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var endedLine = false
        for byte in message {
            if byte == lineFeed, endedLine {
                endedLine = false
                continue
            }
            endedLine = byte == carriageReturn
            if byte == carriageReturn || byte == lineFeed {
                wire += [carriageReturn, lineFeed]
            } else {
                wire.append(byte)
            }
        }
        return wire
    }
}
