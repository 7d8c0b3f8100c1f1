/// What the words of a post add up to as an address, and whom it means.
struct AddressTally {
    /// To one person familiarly, formally, and to several familiarly.
    private(set) var du = 0.0
    private(set) var sie = 0.0
    private(set) var ihr = 0.0
    /// What the first words of the post speak for a formal address; "they" may be meant.
    private(set) var opensFormally = 0.0

    /// What speaks for readers other than the brand, and for the brand.
    private(set) var others = 0.0
    private(set) var brand = 0.0

    /// Where all this stands.
    private(set) var evidence = EvidenceList()

    /// A noun behind the pronoun makes a possessive of it more often than not ("when her train comes").
    private static let beforeNoun = 0.5
    /// An entry of less weight stands with formal pronouns as well.
    private static let tellsPlural = 0.5

    private let text: TokenizedText
    /// The author writes some words with a capital, so that a small letter says something.
    private let usesCapitals: Bool
    /// The first word that is no greeting.
    private let opening: Int?
    /// Tokens that are a pronoun of "they" and of the formal "you" alike.
    private var pronouns: [Bool]
    /// Tokens of an address to several, which is no formal one, whatever its capital.
    private var plural: [Bool]
    /// Tokens of which a turn of phrase says that they address nobody, and nobody as several.
    private var idle: [Bool]
    private var singular: [Bool]

    init(_ text: TokenizedText, hits: [Hit]) {
        self.text = text
        usesCapitals =
            !text.isShouted
            && text.tokens.contains { $0.kind == .word && $0.isCapital && !$0.isFirst && !$0.isAllCapitals }
        let none = [Bool](repeating: false, count: text.tokens.count)
        pronouns = none
        plural = none
        idle = none
        singular = none
        var greeted = none
        for hit in hits {
            switch hit.category {
            case .registerSieCapital: pronouns[hit.first] = true
            case .registerIhr where hit.weight >= Self.tellsPlural: Self.mark(hit, in: &plural)
            case .registerNone: Self.mark(hit, in: &idle)
            case .registerIhrNone: Self.mark(hit, in: &singular)
            case .greeting: Self.mark(hit, in: &greeted)
            default: continue
            }
        }
        opening = text.tokens.indices.first { text.tokens[$0].kind == .word && !greeted[$0] }
        for hit in hits where !text.tokens[hit.first].isQuoted {
            add(hit)
        }
    }

    private static func mark(_ hit: Hit, in marks: inout [Bool]) {
        for token in hit.first...hit.last where hit.contains(token) { marks[token] = true }
    }

    // MARK: Adding up

    private mutating func add(_ hit: Hit) {
        switch hit.category {
        case .registerOthers: count(hit, as: .none, in: \.others)
        case .registerBrand: brand += hit.weight
        case _ where isWithin(idle, hit): return
        case .registerIhr where isWithin(singular, hit): return
        case .registerDu: count(hit, as: .du, in: \.du)
        case .registerIhr: count(hit, as: .ihr, in: \.ihr, share: share(of: hit))
        case .registerSie where !isThirdPerson(hit): count(hit, as: .sie, in: \.sie)
        case .registerSieAnyCase: count(hit, as: .sie, in: \.sie)
        case .registerSieCapital where isFormal(hit.first):
            count(hit, as: .sie, in: \.sie, because: .rule(.capitalPronoun))
        case .registerSieOpening where hit.first == opening && text.tokens[hit.first].isCapital && !plural[hit.first]:
            count(hit, as: .sie, in: \.opensFormally)
        default: return
        }
    }

    private mutating func count(
        _ hit: Hit, as register: Register, in sum: WritableKeyPath<AddressTally, Double>, share: Double = 1,
        because reason: EvidenceReason? = nil
    ) {
        guard hit.weight * share > 0 else { return }
        self[keyPath: sum] += hit.weight * share
        evidence.add(
            text.scalars(from: hit.first, through: hit.last), .register(register), reason ?? .lexicon(hit.category))
    }

    /// Whether it begins in such a turn of phrase: the verb or pronoun it hangs on is taken.
    private func isWithin(_ marks: [Bool], _ hit: Hit) -> Bool {
        marks[hit.first]
    }

    /// "Lassen sie" speaks of others, unless the author uses no capitals.
    private func isThirdPerson(_ hit: Hit) -> Bool {
        usesCapitals
            && (hit.first...hit.last).contains { hit.contains($0) && pronouns[$0] && !text.tokens[$0].isCapital }
    }

    private func isFormal(_ token: Int) -> Bool {
        text.tokens[token].isCapital && !text.tokens[token].isFirst && !text.isShouted && !plural[token]
    }

    /// How much of an address to several is one: nothing where its verb is a noun or its pronoun a formal one, less where
    /// its pronoun stands before a noun.
    private func share(of hit: Hit) -> Double {
        guard usesCapitals, hit.wordCount > 1 else { return 1 }
        var share = 1.0
        for token in hit.first...hit.last where hit.contains(token) {
            if !pronouns[token] {
                if hit.weight < 1, isNoun(token) { return 0 }
                continue
            }
            let isBeforeNoun = token + 1 < text.tokens.count && isNoun(token + 1)
            if isNoun(token), hit.weight < 1, isBeforeNoun || hit.weight < Self.tellsPlural { return 0 }
            // Behind its verb it is a pronoun all the same ("do you store files").
            let followsVerb = token == hit.last && hit.weight >= Self.tellsPlural
            if isBeforeNoun, !followsVerb { share = Self.beforeNoun }
        }
        return share
    }

    /// Written as a noun is, with a capital that its place does not explain.
    private func isNoun(_ token: Int) -> Bool {
        let token = text.tokens[token]
        return token.isCapital && !token.isFirst && !token.opensSentence
    }
}
