import Assembly
import Dialogue
import Drafting
import ServiceHours
import Settings

/// Drafts replies to a stream of posts, which counts as one page.
struct DraftingFilter {
    private let engine: TriageEngine
    private let writer: DraftWriter
    private let calendar: ServiceCalendar?
    private let voice: BrandVoice
    private let brand: String
    private let now: Instant
    private var page = PageHistory()

    init(premises: Premises, now: Instant) async throws {
        let settings = try premises.shippedSettings()
        engine = try premises.triageEngine(setting: nil, taught: await premises.taughtModels())
        writer = try premises.draftWriter(setting: nil)
        calendar = try settings.calendars.first.map { try premises.calendars.calendar(of: $0) }
        voice = BrandVoice()
        brand = settings.brand
        self.now = now
    }

    /// The fields of the answer behind `id`.
    mutating func answer(to text: String, id: String, of value: JSONValue) -> [(String, JSONValue)] {
        let account = value["account"]?.text
        let triage = engine.read(
            text,
            context: TriageContext(
                isReply: value["parent"].map { !$0.isNull } ?? false, accountHandles: account.map { [$0] } ?? []))
        let key = PostKey(network: Network(value["platform"]?.text ?? "text"), remoteID: id)
        let request = DraftRequest(
            posts: [PostToAnswer(key: key, text: text, triage: triage)], author: author(of: value), voice: voice,
            account: AccountFacts(brand: brand), calendar: calendar, now: now,
            length: value["platform"]?.text == "mastodon" ? .mastodon() : .unlimited, page: page)
        switch writer.candidates(for: request) {
        case .candidates(let candidates):
            if let first = candidates.first { page.record(first.text, wording: first.wording) }
            return [("candidates", .list(candidates.map(json)))]
        case .noAnswer(let none):
            return [("candidates", .list([])), ("no_answer", .text(none.reason.rawValue))]
        }
    }

    /// `author` may be a name, or an object as in `antwort-posts`. Nothing is made up where there is none.
    private func author(of value: JSONValue) -> Author {
        guard let author = value["author"] else { return Author(id: "") }
        if let name = author.text {
            return Author(id: name, handle: name.hasPrefix("@") ? name : nil, name: name.hasPrefix("@") ? nil : name)
        }
        return Author(id: author["id"]?.text ?? "", handle: author["handle"]?.text, name: author["name"]?.text)
    }

    private func json(_ candidate: DraftCandidate) -> JSONValue {
        .object([
            ("text", .text(candidate.text)), ("template", .text(candidate.wording.template)),
            (
                "checks",
                .list(
                    candidate.findings.map { finding in
                        .object([
                            ("rule", .text(finding.rule.id)), ("level", .text(finding.level.rawValue)),
                            ("message", .text(finding.message)),
                        ])
                    })
            ),
        ])
    }
}
