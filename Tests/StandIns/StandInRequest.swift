package import Foundation

/// A request as a stand-in received it.
package struct StandInRequest: Hashable, Sendable {
    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package let method: String
    /// Path and query, as sent.
    package let target: String
    package let headers: [Header]
    package let body: Data
    /// 0 for the first connection the stand-in accepted, and so on.
    package let connection: Int

    package var path: String { String(target.prefix { $0 != "?" }) }
    package var query: String { String(target.drop { $0 != "?" }.dropFirst()) }

    /// The first header of that name, in any case.
    package subscript(header: String) -> String? {
        headers.first { $0.name.lowercased() == header.lowercased() }?.value
    }
}
