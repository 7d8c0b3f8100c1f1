package import Connectors
import Foundation
import HTTPTypes
package import Transfers

/// The way to an account's server: puts address and token to what a connector asks.
package struct ServerDoor: Sendable {
    /// The account's name, for messages.
    package let account: String
    private let transfers: TransferDriver
    /// Without a trailing slash.
    private let base: String
    private let limits: TransferLimits
    private let allowsPlainHTTP: PlainHTTPPermission
    private let proxy: String
    /// Asked once a request needs it; what it throws says what the operator can do.
    private let token: @Sendable () throws -> String

    package init(
        account: String, transfers: TransferDriver, base: String, limits: TransferLimits,
        allowsPlainHTTP: PlainHTTPPermission, proxy: String, token: @escaping @Sendable () throws -> String
    ) {
        self.account = account
        self.transfers = transfers
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.limits = limits
        self.allowsPlainHTTP = allowsPlainHTTP
        self.proxy = proxy
        self.token = token
    }

    /// Asks, and gathers the whole answer.
    /// - Parameter purpose: `.publish` for what must not be said twice.
    /// - Throws: ``TransferError``, or what the token's keeper throws.
    package func ask(_ request: ConnectorRequest, for purpose: TransferPurpose = .read) async throws -> TransferResponse
    {
        var transfer = TransferRequest(
            method: request.method, url: base + request.path, headers: request.headers, body: Data(request.body),
            limits: limits, purpose: purpose, allowsPlainHTTP: allowsPlainHTTP, proxy: proxy)
        if request.isAuthorized { transfer.headers[.authorization] = "Bearer \(try token())" }
        return try await transfers.perform(transfer)
    }
}
