/// What an entry of a lexicon stands for; the raw value is the section's name in the file.
package enum LexiconCategory: String, Hashable, Sendable, CaseIterable {
    // Which language it is.
    /// Words that show that a text is in this lexicon's language.
    case languageWords = "language_words"
    /// The same of words and parts of words that were counted, not chosen; `language_words` overrule them.
    case languagePieces = "language_pieces"
    /// Words that show that it is in a language without a lexicon.
    case foreignWords = "foreign_words"

    // How the brand is addressed.
    case registerDu = "register_du"
    /// Formal, unless a pronoun of the third person in it is small while others are written with a capital.
    case registerSie = "register_sie"
    /// Formal at any place and in any spelling, such as a whole turn of phrase.
    case registerSieAnyCase = "register_sie_any_case"
    /// Formal only with a capital letter inside a sentence.
    case registerSieCapital = "register_sie_capital"
    /// Formal as the first words of a post: nobody was named yet whom they could mean.
    case registerSieOpening = "register_sie_opening"
    case registerIhr = "register_ihr"
    /// Looks like an address and is none: entries of the others within it do not count.
    case registerNone = "register_none"
    /// The same for `register_ihr` alone ("with her").
    case registerIhrNone = "register_ihr_none"
    /// Shows that the author speaks to others than the brand, or to nobody in particular.
    case registerOthers = "register_others"
    /// Shows that it is the brand that is addressed.
    case registerBrand = "register_brand"

    // How other words are to be taken.
    /// Turns the words after it (up to three) round.
    case negation
    /// Turns the words before it (up to three) round as well.
    case negationAfter = "negation_after"
    case intensifier
    case diminisher
    /// "But": what follows counts.
    case contrast
    /// Turns of phrase whose words do not mean what they say elsewhere ("no problem").
    case neutral
    /// Words that count as a number ("two"), and the placeholder `<number>` in phrases matches.
    case numberWords = "number_words"

    // What the author feels and wants.
    case negative
    case positive
    /// Says that something went wrong, with or without an angry word.
    case complaint
    /// Says that it went right again.
    case resolved
    /// How a question begins.
    case questionOpening = "question_opening"
    /// Begins questions that often blame ("why").
    case questionWhy = "question_why"
    /// Asks for something without a question mark.
    case request
    case praise
    case thanks
    case goodbye
    /// "All right": fits a closing, never makes one alone.
    case acknowledgement
    case greeting
    /// Words before the sentence proper ("well", "and").
    case filler

    // What figure of speech carries the post; these sections bear a name of their own, as in `[frame:theatre]`.
    /// Belongs to the named figurative frame.
    case frame
    /// Speaks of the same thing literally, and against the frame.
    case notFrame = "not_frame"

    // How soon.
    /// Words of harm; they count where something says that it is happening.
    case urgencySafety = "urgency_safety"
    /// Says that it is happening where the author is, or that somebody has to come.
    case atHand = "at_hand"
    /// Says that it is over, or told from elsewhere.
    case bygone
    case urgencyNow = "urgency_now"
    case urgencyStranded = "urgency_stranded"
    case urgencyDeadline = "urgency_deadline"

    // What a person must know first.
    case crisis
    case legal
    case press
    case privacyRequest = "privacy_request"
    case minor
    case discrimination
    case competitor
    case spam
    case threatToLeave = "threat_to_leave"

    // Which particulars it names; see `details.txt` of a language for what belongs where.
    /// Units of time of an hour and less.
    case detailUnitShort = "detail_unit_short"
    /// Units of time of a day and more.
    case detailUnitLong = "detail_unit_long"
    /// Words that count units as a number does, besides ``numberWords``.
    case detailCount = "detail_count"
    /// Words that count a unit only beside a number or behind ``detailSpanBefore`` ("for a week", not "£5 a week").
    case detailArticle = "detail_article"
    /// Words behind which an article counts.
    case detailSpanBefore = "detail_span_before"
    /// Words between the two ends of a range ("8 to 12").
    case detailJoint = "detail_joint"
    /// Joins the two behind ``detailRouteBetween``, and hours with minutes.
    case detailAnd = "detail_and"
    /// Makes a point in time of the span behind it.
    case detailAgoBefore = "detail_ago_before"
    /// Makes a point in time of the span before it.
    case detailAgoAfter = "detail_ago_after"
    /// Units that count somebody's age, which is nobody's business.
    case detailAge = "detail_age"
    /// Makes a time of day of the number before it.
    case detailClockAfter = "detail_clock_after"
    /// Makes a time of day of the number behind it.
    case detailClockBefore = "detail_clock_before"
    /// Begins a spoken time of day ("half", "quarter").
    case detailClockPart = "detail_clock_part"
    /// Joins the two parts of a spoken time of day ("past").
    case detailClockJoint = "detail_clock_joint"
    /// Times of day that need no number.
    case detailMoment = "detail_moment"
    /// Days that need no number.
    case detailDay = "detail_day"
    /// The same, of words that are something else with a capital inside a sentence.
    case detailDaySmall = "detail_day_small"
    /// Parts of a day, behind the name of one.
    case detailDayPart = "detail_day_part"
    case detailWeekday = "detail_weekday"
    case detailMonth = "detail_month"
    /// Months that are also other words: they count beside a number or behind a word that leads to a date.
    case detailMonthBeside = "detail_month_beside"
    /// "Last", "next", "this" before a unit, weekday or month.
    case detailLast = "detail_last"
    /// "End", "beginning" before a unit or month.
    case detailEdge = "detail_edge"
    /// What stands between the parts of a date ("the end of the week").
    case detailOf = "detail_of"
    /// What makes an ordinal of the number before it ("th").
    case detailOrdinal = "detail_ordinal"
    /// Makes a date of the number behind it.
    case detailDateBefore = "detail_date_before"
    /// Words that may follow a bare hour, day or year; any other counts what follows.
    case detailFollows = "detail_follows"
    /// Makes a wish of the day behind it ("nice weekend").
    case detailWish = "detail_wish"
    case detailCurrency = "detail_currency"
    /// Units of anything else but time and money.
    case detailMeasure = "detail_measure"
    /// Makes a name of the number behind it ("version", "order").
    case detailNumberName = "detail_number_name"
    /// Turns of phrase that look like particulars.
    case detailIdiom = "detail_idiom"
    /// Names of places, in any spelling and anywhere.
    case detailPlace = "detail_place"
    /// Names of places that are also words: they count with a capital behind a word of place.
    case detailPlaceCapital = "detail_place_capital"
    /// Endings of names of places, which count likewise.
    case detailPlaceEnding = "detail_place_ending"
    /// Words that go on with the name of a place.
    case detailPlaceMore = "detail_place_more"
    /// Words that begin the name of a place.
    case detailPlaceFirst = "detail_place_first"
    /// Words that look like the name of a place and are none.
    case detailNoPlace = "detail_no_place"
    /// Words of place before a name.
    case detailPlaceBefore = "detail_place_before"
    /// Words that only ever stand before a place.
    case detailPlaceTowards = "detail_place_towards"
    /// Between the two ends of a route ("from A to B").
    case detailRouteTo = "detail_route_to"
    /// Before two places or numbers that a word of ``detailAnd`` joins.
    case detailRouteBetween = "detail_route_between"
    /// Stations and airports, beside a name.
    case detailStation = "detail_station"
    /// Streets: a word behind a name, or an ending of one.
    case detailStreet = "detail_street"
    /// Places with a number: platforms, coaches, gates.
    case detailSpot = "detail_spot"
    /// Words of travelling, near which unknown names are places.
    case detailTravel = "detail_travel"
    /// Words before the number of a line.
    case detailLine = "detail_line"
    /// Letters before the number of a line ("RE").
    case detailLineCode = "detail_line_code"
    /// Lines that have a name instead.
    case detailLineName = "detail_line_name"
    /// Words and letters before the number of a train.
    case detailTrain = "detail_train"
    /// Words before the number of a flight.
    case detailFlight = "detail_flight"
    /// The two letters of an airline, in capitals before a number.
    case detailAirline = "detail_airline"
    case detailProduct = "detail_product"
    /// Products whose name a number may end.
    case detailProductNumbered = "detail_product_numbered"
    /// Words that go on with the name of a product.
    case detailProductMore = "detail_product_more"

    // Where one point ends and the next begins.
    /// Words that add a point to those before ("besides", "secondly").
    case facetAdds = "facet_adds"
    /// Words before a thing, by which a sentence turns to it ("my", "the").
    case facetThing = "facet_thing"
    /// Of those, the ones that are pronouns unless a capital follows.
    case facetThingCapital = "facet_thing_capital"

    /// Whether it serves to find particulars and points, and says nothing about language, tone or intent.
    var isOfDetails: Bool { DetailWords(self) != nil }

    /// The categories that say something about the author's mind.
    static let judging = allCases.filter { !$0.isOfDetails }

    /// Where each stands among all: what counts the hits of a post counts by place, because looking a category up by itself costs the
    /// hash of its name.
    static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt8(truncatingIfNeeded: $0)) })

    /// Whether its sections bear a name behind a colon.
    var isNamed: Bool {
        self == .frame || self == .notFrame
    }

    /// Whether its hits yield to a longer hit over the same words.
    var yieldsToLonger: Bool {
        switch self {
        case .negative, .positive, .complaint, .resolved, .request, .praise, .thanks, .goodbye, .acknowledgement,
            .greeting, .neutral:
            true
        default: false
        }
    }

    /// The flag that its entries raise.
    var flag: TriageFlag? {
        switch self {
        case .crisis: .crisis
        case .legal: .legal
        case .press: .press
        case .privacyRequest: .privacyRequest
        case .minor: .minor
        case .discrimination: .discrimination
        case .competitor: .competitor
        case .spam: .spam
        case .threatToLeave: .threatToLeave
        default: nil
        }
    }

    /// The urgency that its entries speak for.
    var urgencyReason: UrgencyReason? {
        switch self {
        case .urgencySafety: .safety
        case .urgencyNow: .now
        case .urgencyStranded: .stranded
        case .urgencyDeadline: .deadline
        default: nil
        }
    }
}
