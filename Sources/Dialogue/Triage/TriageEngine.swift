/// Reads posts by rules and word lists.
///
/// A pure function of the text, its context, the lexicons and what was learned: the same post reads the same as long as `modelVersion`
/// does. A frame is looked for where the lexicon knows any, a topic where the brand has some; emotion, irony, suggestions and abuse only where a
/// model was learned.
package struct TriageEngine: Sendable {
    /// Names the rules and the content of the lexicons.
    package let modelVersion: ModelVersion
    private let lexicons: [Lexicon]
    private let models: [Language: TriageModel]
    private let topics: TopicBook?
    private let topicModel: TopicModel?

    /// Counts on whenever a rule changes what is read.
    private static let rules = 3

    /// Takes one lexicon for each language; of several for one language the last. The first serves where nothing in
    /// a post shows its language.
    /// - Parameters:
    ///   - models: what was learned, at most one for each language; without one, rules and word lists read everything.
    ///   - topics: the brand's own; nil where it has none.
    ///   - topicModel: what was learned about them.
    package init(
        lexicons: [Lexicon], models: [TriageModel] = [], topics: TopicBook? = nil, topicModel: TopicModel? = nil
    ) {
        var fingerprint = WordHash()
        var kept: [Lexicon] = []
        for lexicon in lexicons {
            kept.removeAll { $0.language == lexicon.language }
            kept.append(lexicon)
        }
        for lexicon in kept {
            for byte in lexicon.language.rawValue.utf8 { fingerprint.add(byte) }
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                fingerprint.add(UInt8(truncatingIfNeeded: lexicon.fingerprint >> shift))
            }
        }
        let learned = Dictionary(models.map { ($0.language, $0) }) { $1 }
        for model in learned.sorted(by: { $0.key.rawValue < $1.key.rawValue }).map(\.value) {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                fingerprint.add(UInt8(truncatingIfNeeded: model.fingerprint >> shift))
            }
        }
        for part in [topics?.fingerprint, topicModel?.fingerprint].compactMap(\.self) {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                fingerprint.add(UInt8(truncatingIfNeeded: part >> shift))
            }
        }
        self.lexicons = kept
        self.models = learned
        self.topics = topics
        self.topicModel = topicModel
        modelVersion = ModelVersion(rules: Self.rules, fingerprint: fingerprint.value)
    }

    /// The same with these models in the place of its own.
    package func knowing(_ models: [TriageModel]) -> TriageEngine {
        TriageEngine(lexicons: lexicons, models: models, topics: topics, topicModel: topicModel)
    }

    /// The same with this model of its topics in the place of its own.
    package func knowing(_ topicModel: TopicModel) -> TriageEngine {
        TriageEngine(lexicons: lexicons, models: Array(models.values), topics: topics, topicModel: topicModel)
    }

    /// Reads one revision of a post, in time proportional to its length.
    /// - Parameter explains: whether the words that spoke for learned labels are sought, too: a person looks at it.
    package func read(_ text: String, context: TriageContext, explains: Bool = false) -> Triage {
        let post = TokenizedText(text)
        var evidence = EvidenceList()

        let candidates = lexicons.map { (lexicon: $0, symbols: SymbolizedText(post, lexicon: $0, context: context)) }
        let hint = context.hintedLanguage
        let language = LanguageRule(post, candidates: candidates, hint: hint, evidence: &evidence).reading
        let chosen =
            candidates.first { $0.lexicon.language == language.value }
            ?? (candidates.first { $0.lexicon.language == hint } ?? candidates.first).map {
                // Of words in another language nothing is read, of emoji everything.
                ($0.lexicon, SymbolizedText(post, lexicon: $0.lexicon, context: context, skipsWords: true))
            }
        let (hits, particulars) =
            chosen.map { HitFinder.find(in: post, symbols: $0.symbols, phrases: $0.lexicon.phrases) } ?? ([], [])

        let tally = WordTally(post, hits: hits, evidence: &evidence)
        let wordCount = post.tokens.count { $0.kind == .word || $0.kind == .number }
        let intent = IntentRule(tally, wordCount: wordCount, context: context).reading
        let forUs = ForUsRule(post, intent: intent.value, context: context, evidence: &evidence).reading
        let personalData = PersonalDataRule.data(in: post)
        let isRead = chosen?.lexicon.language == language.value
        let negations = NegationFinder(post, hits: hits)
        let danger = DangerRule(post, hits: hits, negations: negations)
        let flags = FlagRule(
            post, hits: hits, lexicon: isRead ? chosen?.lexicon : nil, danger: danger, negations: negations,
            personalData: personalData, evidence: &evidence)
        let urgency = UrgencyRule(
            post, hits: hits, danger: danger, crisis: flags.flags.first { $0.flag == .crisis }, evidence: &evidence)
        let register =
            chosen.map {
                RegisterRule(post, hits: hits, lexicon: $0.lexicon, context: context, evidence: &evidence).reading
            } ?? Reading(.none, confidence: 0)
        let parts = chosen.map {
            DetailText(post, symbols: $0.symbols, lexicon: $0.lexicon, particulars: particulars)
        }
        let frame =
            isRead
            ? chosen.flatMap {
                FrameRule(post, hits: hits, lexicon: $0.lexicon, isForUs: forUs.value, evidence: &evidence).reading
            } : nil
        let isOwnName = { (name: Range<Int>) in context.isHandle(post.folded, name) }
        lazy var features = FeatureReader(post, hits: hits, tally: tally, isOwnName: isOwnName)
        let topic = topics.map { book in
            TopicRule(
                post, book: book, learned: { topicModel?.topic(of: features, among: book.names) }, context: context,
                evidence: &evidence
            ).reading
        }
        var triage = Triage(
            language: language, register: register, forUs: forUs,
            needsAnswer: NeedsAnswerRule(tally, text: post, intent: intent, forUs: forUs).reading, intent: intent,
            sentiment: SentimentRule(tally).reading, frame: frame,
            urgency: urgency.reading, flags: flags.flags,
            flagsSought: flags.sought, personalData: personalData,
            details: parts.map { DetailRule.details(in: $0, personalData: personalData) }, topic: topic,
            evidence: [], modelVersion: modelVersion)
        if let model = models[language.value] {
            let vector = model.weighing.vector(of: features)
            triage = triage.taught(by: model.opinion(of: vector), reason: urgency.likeliestReason, context: context)
            if explains {
                LearnedEvidence(post, vector: vector, model: model, isOwnName: isOwnName)
                    .add(for: triage, to: &evidence)
            }
        }
        triage = triage.owingCrisis(in: context)
        // What is owed no answer raises no point.
        triage.facets = parts.map { triage.needsAnswer.value ? FacetRule.facets(in: $0, hits: hits) : [] }
        triage.evidence = evidence.inTextOrder
        return triage
    }

    /// What a model of `language` learns from in a text.
    func features(of text: String, in language: Language) -> FeatureReader {
        let post = TokenizedText(text)
        let context = TriageContext()
        var evidence = EvidenceList()
        let hits =
            lexicons.first { $0.language == language }.map { lexicon in
                HitFinder.find(
                    in: post, symbols: SymbolizedText(post, lexicon: lexicon, context: context),
                    phrases: lexicon.phrases
                ).hits
            } ?? []
        let tally = WordTally(post, hits: hits, evidence: &evidence)
        return FeatureReader(post, hits: hits, tally: tally) { _ in false }
    }
}
