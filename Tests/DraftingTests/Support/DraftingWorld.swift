import Dialogue
import Drafting
import Foundation
import ServiceHours
import TestSupport

/// The shipped language packs, a desk that is open Mo-Fr 6-22 and Sa-Su 10-22 in Berlin, and requests to it.
enum DraftingWorld {
    static let german = pack(.german)
    static let english = pack(.english)
    static let writer = DraftWriter(packs: [german, english])

    /// Every file of a shipped language, by its path in the folder.
    static func files(_ language: Language) -> [String: [UInt8]] {
        let root = ProjectFiles.root.appending(path: "templates/\(language.rawValue)")
        var files: [String: [UInt8]] = [:]
        for folder in ["", "replies", "shared", "checks"] {
            let url = folder.isEmpty ? root : root.appending(path: folder)
            for name in (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [] {
                guard name.hasSuffix(".md") || name.hasSuffix(".txt") else { continue }
                let path = folder.isEmpty ? name : folder + "/" + name
                files[path] = (try? Data(contentsOf: url.appending(path: name))).map { Array($0) }
            }
        }
        return files
    }

    private static func pack(_ language: Language) -> LanguagePack {
        try! LanguagePack(language: language, files: files(language))
    }

    /// A pack of the shipped one and changed files.
    static func pack(_ language: Language, changing changes: [String: String]) throws(TemplateError) -> LanguagePack {
        var all = files(language)
        for (path, text) in changes { all[path] = Array(text.utf8) }
        return try LanguagePack(language: language, files: all)
    }

    static func calendar(
        _ hours: String = "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00", holidays: HolidaySet = .none
    ) -> ServiceCalendar {
        let zone = try! ZoneRules(
            name: "Europe/Berlin", tzif: Array(Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin"))))
        return ServiceCalendar(hours: try! OpeningHours(hours), zone: zone, holidays: holidays)
    }

    static func instant(_ text: String) -> Instant { Instant(rfc3339: text)! }

    /// A Tuesday at noon, and the night after it.
    static let open = instant("2026-03-03T12:00:00+01:00")
    static let closed = instant("2026-03-03T23:30:00+01:00")

    static let anna = Author(id: "u-anna", handle: "anna@social.example", name: "Anna Berger")
    static let nobody = Author(id: "u-nobody")

    static let account = AccountFacts(
        brand: "Silberbahn",
        links: [
            "delay": "https://silberbahn.example/delay", "help": "https://silberbahn.example/help",
        ],
        competitors: ["Flinkbus"])

    static func labels(
        _ intent: Intent = .complaint, language: Language = .german, register: Register = .du,
        flags: TriageFlags = [], needsAnswer: Bool = true
    ) -> TriageSummary {
        TriageSummary(
            language: language, register: register, forUs: true, needsAnswer: needsAnswer, intent: intent,
            sentiment: .neutral, urgency: .usual, flags: flags, modelVersion: ModelVersion("test")!)
    }

    static func post(_ id: String = "1", _ text: String = "", _ labels: TriageSummary = labels()) -> PostToAnswer {
        PostToAnswer(
            key: PostKey(network: Network("mastodon:social.example"), remoteID: id), text: text, labels: labels)
    }

    static func request(
        _ labels: TriageSummary = labels(), text: String = "", id: String = "1", author: Author = anna,
        at now: Instant = open
    ) -> DraftRequest {
        DraftRequest(
            posts: [post(id, text, labels)], author: author, account: account, calendar: calendar(), now: now,
            length: .mastodon())
    }

    static func candidates(_ request: DraftRequest, writer: DraftWriter = writer) -> [DraftCandidate] {
        guard case .candidates(let candidates) = writer.candidates(for: request) else { return [] }
        return candidates
    }

    /// The lines of a table in `fixtures/drafting`, cut at tabs, without comments.
    static func table(_ name: String) -> [[String]] {
        let url = ProjectFiles.fixture("drafting/\(name)")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
