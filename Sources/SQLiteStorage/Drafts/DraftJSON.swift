import Dialogue
import ServiceHours

/// How the lists of a draft stand in one column each. A name, once written, keeps its meaning for ever.
enum DraftJSON {
    private struct Finding: Codable {
        let rule: String
        let level: String
        let message: String

        init(_ finding: CheckFinding) {
            rule = finding.rule
            level = finding.level.rawValue
            message = finding.message
        }

        func finding() throws -> CheckFinding {
            guard let level = CheckLevel(rawValue: level) else { throw Damage(what: "an unknown level of a finding") }
            return CheckFinding(rule: rule, level: level, message: message)
        }
    }

    private struct Offer: Codable {
        let text: String
        let hash: String
        let template: String?
        let by: String?
        let findings: [Finding]
        let expiresAt: Int64?

        init(_ offered: OfferedText) {
            text = offered.text.text
            hash = offered.text.hash
            switch offered.origin {
            case .template(let name): (template, by) = (name, nil)
            case .byHand(let person): (template, by) = (nil, person)
            }
            findings = offered.findings.map(Finding.init)
            expiresAt = offered.expiresAt?.seconds
        }

        func offered() throws -> OfferedText {
            OfferedText(
                text: ReplyText(Array(text.utf8), hash: hash),
                origin: template.map { .template($0) } ?? .byHand(by: by ?? ""),
                findings: try findings.map { try $0.finding() }, expiresAt: expiresAt.map(Instant.init(seconds:)))
        }
    }

    static func encoded(_ findings: [CheckFinding]) throws -> String {
        try ListJSON.encoded(findings.map(Finding.init))
    }

    static func encoded(_ candidates: [OfferedText]) throws -> String {
        try ListJSON.encoded(candidates.map(Offer.init))
    }

    static func findings(_ json: [UInt8]) throws -> [CheckFinding] {
        try ListJSON.decoded(json, of: Finding.self).map { try $0.finding() }
    }

    static func candidates(_ json: [UInt8]) throws -> [OfferedText] {
        try ListJSON.decoded(json, of: Offer.self).map { try $0.offered() }
    }
}
