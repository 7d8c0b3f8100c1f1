/// The words that spoke most for what a model read.
///
/// The score of a linear model is a sum over features; a word's part in it is that of the word, of its pair with the word before, and of its
/// pieces. What the lexicon finds has its evidence already.
struct LearnedEvidence {
    /// Words named for each label.
    private static let mostWords = 4
    /// Words with less than this share of the strongest one's part go unnamed.
    private static let leastShare: Float = 0.4
    /// Less in a score, which is mostly between -1 and 1, is no reason.
    private static let leastPart: Float = 0.04

    private let text: TokenizedText
    private let model: TriageModel
    /// With the token it ends at.
    private let features: [(token: Int, bucket: UInt16, value: Float)]

    /// - Parameters:
    ///   - vector: the post's features as the model weighs them.
    ///   - isOwnName: as ``FeatureReader`` was told.
    init(_ text: TokenizedText, vector: FeatureVector, model: TriageModel, isOwnName: (Range<Int>) -> Bool) {
        self.text = text
        self.model = model
        let values = Dictionary(zip(vector.buckets, vector.values)) { $0 + $1 }
        var features: [(token: Int, bucket: UInt16, value: Float)] = []
        features.reserveCapacity(vector.buckets.count)
        FeatureReader.forEachFeature(of: text, isOwnName: isOwnName) { token, _, hash in
            let bucket = FeatureVector.bucket(of: hash)
            if let value = values[bucket] { features.append((token, bucket, value)) }
        }
        self.features = features
    }

    /// Adds the words that spoke for what `triage` says of the learned labels, where it says more than the usual.
    func add(for triage: Triage, to evidence: inout EvidenceList) {
        add(.needsAnswer, isTrue: triage.needsAnswer.value, as: .needsAnswer(triage.needsAnswer.value), to: &evidence)
        if !triage.forUs.value { add(.forUs, isTrue: false, as: .forUs(false), to: &evidence) }
        add(.intent, triage.intent.value, among: Intent.allCases, as: .intent(triage.intent.value), to: &evidence)
        if triage.sentiment.value != .neutral {
            add(
                .sentiment, triage.sentiment.value, among: Sentiment.allCases, as: .sentiment(triage.sentiment.value),
                to: &evidence)
        }
        if let emotion = triage.emotion?.emotion.value, emotion != .neutral {
            add(.emotion, emotion, among: Emotion.allCases, as: .emotion(emotion), to: &evidence)
        }
        if triage.ironySuspected?.value == true { add(.irony, isTrue: true, as: .irony, to: &evidence) }
    }

    private func add(_ label: LearnedLabel, isTrue: Bool, as value: LabelValue, to evidence: inout EvidenceList) {
        let parts = parts(ofOutput: label.outputs.lowerBound)
        add(isTrue ? parts : parts.map { -$0 }, as: value, to: &evidence)
    }

    private func add<Word: Equatable>(
        _ label: LearnedLabel, _ word: Word, among words: [Word], as value: LabelValue, to evidence: inout EvidenceList
    ) {
        guard let index = words.firstIndex(of: word), index < label.outputs.count else { return }
        add(parts(ofOutput: label.outputs.lowerBound + index), as: value, to: &evidence)
    }

    /// Of each token.
    private func parts(ofOutput output: Int) -> [Float] {
        var parts = [Float](repeating: 0, count: text.tokens.count)
        for feature in features { parts[feature.token] += feature.value * model.weight(of: feature.bucket, at: output) }
        return parts
    }

    private func add(_ parts: [Float], as value: LabelValue, to evidence: inout EvidenceList) {
        let strongest = parts.max() ?? 0
        let least = max(strongest * Self.leastShare, Self.leastPart)
        let named = parts.indices.filter { parts[$0] >= least }.sorted { parts[$0] > parts[$1] }.prefix(Self.mostWords)
        for token in named.sorted() { evidence.add(text.tokens[token].scalars, value, .learned) }
    }
}
