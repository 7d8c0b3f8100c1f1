package import Foundation

/// A mail as the sink took it over.
package struct ReceivedMail: Hashable, Sendable {
    package let sender: String
    package let recipients: [String]
    /// Dots undoubled, every line ended by CR LF.
    package let message: Data
    /// Who logged in, if anybody did.
    package let user: String?
}
