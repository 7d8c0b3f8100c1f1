package import Dialogue

/// One correction as a store keeps it.
package struct CorrectionRow: Sendable {
    package let network: Network
    package let correction: Correction
    /// How the wording was read when it was made.
    package let read: TriageSummary
    /// Nil for a wording that is not there any more.
    package let text: String?

    package init(network: Network, correction: Correction, read: TriageSummary, text: String?) {
        self.network = network
        self.correction = correction
        self.read = read
        self.text = text
    }

    fileprivate struct Place: Hashable {
        let network: Network
        let wording: PostWording
    }

    fileprivate var place: Place {
        Place(network: network, wording: PostWording(post: correction.post, hash: correction.hash))
    }
}

extension [CorrectionRow] {
    /// The wordings they are about, each once, in the order of the last correction of each; those without words are left out.
    package var wordings: [CorrectedWording] {
        let rows = Dictionary(grouping: self, by: \.place)
        let last = Dictionary(enumerated().map { ($1.place, $0) }) { $1 }
        return last.sorted { $0.value < $1.value }.compactMap { place, index in
            guard let text = self[index].text, !text.isEmpty else { return nil }
            return CorrectedWording(
                key: PostKey(network: place.network, remoteID: place.wording.post), text: text, read: self[index].read,
                corrections: (rows[place] ?? []).map(\.correction).holding[place.wording] ?? [])
        }
    }
}
