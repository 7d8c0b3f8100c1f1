extension TriageSummary {
    /// One line of ASCII that says everything in the summary: eight letters, the flags in hexadecimal, the model.
    ///
    ///     ddyyc-0n:0:rules-1-00c0ffee00c0ffee
    ///
    /// The letters stand for language, register, for us, needs an answer, intent, sentiment, urgency and its reason.
    /// They are stored: a letter keeps its meaning for ever.
    package var encoded: String {
        let letters: [UInt8] = [
            Self.languages.letter(of: language), Self.registers.letter(of: register), Self.answers.letter(of: forUs),
            Self.answers.letter(of: needsAnswer), Self.intents.letter(of: intent),
            Self.sentiments.letter(of: sentiment), UInt8(ascii: "0") + UInt8(urgency.level),
            Self.reasons.letter(of: urgency.reason),
        ]
        return String(decoding: letters, as: UTF8.self) + ":" + String(flags.rawValue, radix: 16)
            + ":" + modelVersion.description
    }

    /// Reads what ``encoded`` wrote; nil for anything else.
    package init?(encoded: String) {
        let parts = encoded.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 8,
            let bits = UInt16(Substring(parts[1]), radix: 16), String(bits, radix: 16).utf8.elementsEqual(parts[1]),
            TriageFlags.known.contains(TriageFlags(rawValue: bits)),
            let modelVersion = ModelVersion(String(Substring(parts[2])))
        else { return nil }
        let letters = Array(parts[0])
        guard let language = Self.languages.value(of: letters[0]), let register = Self.registers.value(of: letters[1]),
            let forUs = Self.answers.value(of: letters[2]), let needsAnswer = Self.answers.value(of: letters[3]),
            let intent = Self.intents.value(of: letters[4]), let sentiment = Self.sentiments.value(of: letters[5]),
            let reason = Self.reasons.value(of: letters[7]),
            let urgency = Urgency(level: Int(letters[6]) - Int(UInt8(ascii: "0")), reason: reason)
        else { return nil }
        self.init(
            language: language, register: register, forUs: forUs, needsAnswer: needsAnswer, intent: intent,
            sentiment: sentiment, urgency: urgency, flags: TriageFlags(rawValue: bits), modelVersion: modelVersion)
    }

    private static let languages = LetterCode<Language>("deo", [.german, .english, .other])
    private static let registers = LetterCode<Register>("dsimn", [.du, .sie, .ihr, .mixed, .none])
    private static let answers = LetterCode<Bool>("yn", [true, false])
    private static let intents = LetterCode<Intent>(
        "cqpsfeta", [.complaint, .question, .praise, .suggestion, .followUp, .closing, .chat, .abuse])
    private static let sentiments = LetterCode<Sentiment>("-0+", [.negative, .neutral, .positive])
    private static let reasons = LetterCode<UrgencyReason?>("nsowd", [nil, .safety, .now, .stranded, .deadline])
}
