package import Foundation

/// What a stand-in says.
package struct StandInAnswer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    /// Sent as it is: a compressed body comes with its `Content-Encoding`.
    package var body: Data
    /// How many times the body is sent, one after the other: a large export from little memory. Faults that cut or
    /// rewrite the body know the first only.
    package var repetitions = 1

    package init(status: Int = 200, headers: [(name: String, value: String)] = [], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package init(status: Int = 200, headers: [(name: String, value: String)] = [], text: String) {
        self.init(status: status, headers: headers, body: Data(text.utf8))
    }
}
