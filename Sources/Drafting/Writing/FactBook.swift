import Dialogue
import ServiceHours

/// The facts of one request, worked out when a template first asks for them.
final class FactBook {
    let isClosed: Bool
    let names: NameForms

    private let request: DraftRequest
    private let hours: HoursText?
    private var known: [Slot: String?] = [:]

    init(_ request: DraftRequest, pack: LanguagePack, titles: PhraseList) {
        self.request = request
        hours = request.calendar.map { HoursText($0, in: pack) }
        isClosed = request.calendar.map { !$0.isOpen(at: request.now) } ?? false
        names = NameForms(of: request.author, titles: titles)
    }

    func value(of slot: Slot) -> String? {
        if let value = known[slot] { return value }
        let value = look(up: slot)
        known[slot] = .some(value)
        return value
    }

    private func look(up slot: Slot) -> String? {
        switch slot {
        case .name: names.full
        case .firstName: names.first
        case .handle: handle
        case .brand: SafeText.line(request.account.brand, longest: 80)
        case .signature: request.account.signature.flatMap { SafeText.lines($0, longest: 120) }
        case .hours: hours?.week(at: request.now)
        case .hoursExceptions: hours?.exceptions(at: request.now)
        case .nextOpening: hours?.nextOpening(at: request.now)
        default: linkOrDetail(slot.description)
        }
    }

    private var handle: String? {
        guard let handle = request.author.handle.flatMap({ SafeText.line($0, longest: 200) }) else { return nil }
        return handle.hasPrefix("@") ? handle : "@" + handle
    }

    private func linkOrDetail(_ name: String) -> String? {
        if name.hasPrefix("link.") {
            return request.account.links[String(name.dropFirst("link.".count))].flatMap {
                SafeText.line($0, longest: 2_000)
            }
        }
        guard let kind = Slot.publicDetails.first(where: { "detail." + $0.rawValue == name }) else { return nil }
        for post in request.posts.reversed() {
            guard let detail = post.details.first(where: { $0.kind == kind }) else { continue }
            let scalars = post.text.unicodeScalars
            guard detail.range.count <= Self.longestDetail, let words = Self.slice(scalars, detail.range) else {
                continue
            }
            if let line = SafeText.line(words, longest: Self.longestDetail) { return line }
        }
        return nil
    }

    private static let longestDetail = 60

    private static func slice(_ scalars: String.UnicodeScalarView, _ range: Range<Int>) -> String? {
        guard range.lowerBound >= 0,
            let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex)
        else { return nil }
        return String(scalars[start..<end])
    }

    /// Until when the words about the next opening are true.
    var nextOpeningHolds: Instant? { hours?.nextOpeningHolds(at: request.now) }
}
