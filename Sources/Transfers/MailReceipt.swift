/// A mail server's word that it took the mail over.
package struct MailReceipt: Hashable, Sendable {
    /// The server's last reply code, 250 as a rule.
    package let replyCode: Int
    package let timing: TransferTiming
}
