/// Reads posts by rules and word lists.
///
/// A pure function of the text, its context and the lexicons: the same post reads the same as long as `modelVersion`
/// does. Emotion, irony, frame, facets, details, topic, suggestions and abuse are not looked for.
package struct TriageEngine: Sendable {
    /// Names the rules and the content of the lexicons.
    package let modelVersion: ModelVersion
    private let lexicons: [Lexicon]

    /// Counts on whenever a rule changes what is read.
    private static let rules = 1

    /// Takes one lexicon for each language; of several for one language the last. The first serves where nothing in
    /// a post shows its language.
    package init(lexicons: [Lexicon]) {
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
        self.lexicons = kept
        modelVersion = ModelVersion(rules: Self.rules, fingerprint: fingerprint.value)
    }

    /// Reads one revision of a post, in time proportional to its length.
    package func read(_ text: String, context: TriageContext) -> Triage {
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
        let hits = chosen.map { HitFinder.hits(in: post, symbols: $0.symbols, lexicon: $0.lexicon) } ?? []

        let tally = WordTally(post, hits: hits, evidence: &evidence)
        let wordCount = post.tokens.count { $0.kind == .word || $0.kind == .number }
        let intent = IntentRule(tally, wordCount: wordCount, context: context).reading
        let forUs = ForUsRule(post, intent: intent.value, context: context, evidence: &evidence).reading
        let personalData = PersonalDataRule.data(in: post)
        let isRead = chosen?.lexicon.language == language.value
        let flags = FlagRule(
            post, hits: hits, lexicon: isRead ? chosen?.lexicon : nil, personalData: personalData, evidence: &evidence)
        let register =
            chosen.map { RegisterRule(post, hits: hits, lexicon: $0.lexicon, evidence: &evidence).reading }
            ?? Reading(.none, confidence: 0)
        return Triage(
            language: language, register: register, forUs: forUs,
            needsAnswer: NeedsAnswerRule(tally, text: post, intent: intent, forUs: forUs).reading, intent: intent,
            sentiment: SentimentRule(tally).reading,
            urgency: UrgencyRule(post, hits: hits, evidence: &evidence).reading, flags: flags.flags,
            flagsSought: flags.sought, personalData: personalData, evidence: evidence.inTextOrder,
            modelVersion: modelVersion)
    }
}
