import Foundation
import TestSupport

/// Writes settings files of a railway for tests.
struct DeskSettings {
    /// The lines of one source, without their indentation.
    private var sources: [String] = []
    private var accountLines: [String] = []

    /// Adds a source of posts in our own format.
    /// - Parameters:
    ///   - place: `path: FILE` or `url: ADDRESS`.
    ///   - more: further keys, one a line.
    mutating func read(_ name: String, _ place: String, format: String = "antwort-posts", _ more: String...) {
        sources.append(
            (["- name: \(name)", "  account: page", "  kind: export", "  format: \(format)", "  \(place)"]
                + more.map { "  \($0)" })
                .map { "  \($0)\n" }.joined())
    }

    /// Adds a line to the account's settings.
    mutating func account(_ line: String) {
        accountLines.append("    \(line)\n")
    }

    var text: String {
        """
        brand: Silberbahn
        calendars:
          service:
            hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00"
            timezone: Europe/Berlin
        targets:
          - name: standard
            calendar: service
            first_response: 30m
            next_response: 1h
        accounts:
          - name: page
            platform: facebook
            handle: "@silberbahn"
            id: silberbahn
        \(accountLines.joined())sources:
        \(sources.joined())
        """
    }

    /// Writes the settings into a home, where every command run there finds them.
    func write(to home: URL) throws {
        try Data(text.utf8).write(to: home.appending(path: "antwort.yaml"))
    }
}

extension AntwortCommand {
    /// Puts a fixture into the home, under its own name or another.
    @discardableResult
    func bring(_ fixture: String, as name: String? = nil) throws -> URL {
        let original = ProjectFiles.fixture(fixture)
        let copy = home.appending(path: name ?? original.lastPathComponent)
        try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contentsOf: original).write(to: copy)
        return copy
    }

    /// Writes settings with these sources into the home.
    func settings(_ fill: (inout DeskSettings) -> Void) throws {
        var settings = DeskSettings()
        fill(&settings)
        try settings.write(to: home)
    }

    /// Every conversation as `conversations list --json` prints it.
    func conversations() async throws -> [JSON] {
        try await run("conversations", "list", "--json").json
    }

    /// The state of a source as `status` tells it.
    func status(of source: String, now: String = AntwortCommand.friday) async throws -> JSON {
        let status = try await run("status", "--json", now: now).json[0]
        return status["sources"].items.first { $0["name"].string == source } ?? .null
    }
}

/// Posts written for one test.
enum Lines {
    /// One post in our own format, and a line end.
    static func post(
        _ id: String, by author: String, at time: String, parent: String? = nil, _ text: String, page: Bool = true
    ) throws -> String {
        var fields: [String: JSONField] = [
            "network": .text("facebook"), "id": .text(id), "parent": parent.map { .text($0) } ?? .null,
            "author": .author(author), "at": .text(time), "text": .text(text),
        ]
        if parent == nil { fields["page"] = .flag(page) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(fields), as: UTF8.self) + "\n"
    }

    /// A question that waits for an answer, 0 to 30 minutes before ``AntwortCommand/friday``.
    static func question(_ id: String, by author: String = "u-jette", minutes: Int = 10) throws -> String {
        try post(
            id, by: author, at: "2026-03-06T16:\(40 - minutes):00+01:00",
            "Wann fährt heute der letzte Zug nach Ostermünde? (\(id))")
    }

    private enum JSONField: Encodable {
        case null
        case flag(Bool)
        case text(String)
        case author(String)

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .null: try value.encodeNil()
            case .flag(let flag): try value.encode(flag)
            case .text(let text): try value.encode(text)
            case .author(let id): try value.encode(["id": id, "handle": "@\(id)"])
            }
        }
    }
}
