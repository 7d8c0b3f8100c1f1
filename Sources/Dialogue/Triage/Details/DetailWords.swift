/// What a word can be to the particulars and points of a post; one for each category of the lexicon that
/// begins with `detail_` or `facet_`.
struct DetailWords: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// Nil for a category of something else.
    init?(_ category: LexiconCategory) {
        switch category {
        case .detailUnitShort: self = .unitShort
        case .detailUnitLong: self = .unitLong
        case .detailCount: self = .count
        case .detailArticle: self = .article
        case .detailSpanBefore: self = .spanBefore
        case .detailJoint: self = .joint
        case .detailAnd: self = .and
        case .detailAgoBefore: self = .agoBefore
        case .detailAgoAfter: self = .agoAfter
        case .detailAge: self = .age
        case .detailClockAfter: self = .clockAfter
        case .detailClockBefore: self = .clockBefore
        case .detailClockPart: self = .clockPart
        case .detailClockJoint: self = .clockJoint
        case .detailMoment: self = .moment
        case .detailDay: self = .day
        case .detailDaySmall: self = .daySmall
        case .detailDayPart: self = .dayPart
        case .detailWeekday: self = .weekday
        case .detailMonth: self = .month
        case .detailMonthBeside: self = .monthBeside
        case .detailLast: self = .last
        case .detailEdge: self = .edge
        case .detailOf: self = .of
        case .detailOrdinal: self = .ordinal
        case .detailDateBefore: self = .dateBefore
        case .detailFollows: self = .follows
        case .detailWish: self = .wish
        case .detailCurrency: self = .currency
        case .detailMeasure: self = .measure
        case .detailNumberName: self = .numberName
        case .detailIdiom: self = .idiom
        case .detailPlace: self = .place
        case .detailPlaceCapital: self = .placeCapital
        case .detailPlaceEnding: self = .placeEnding
        case .detailPlaceMore: self = .placeMore
        case .detailPlaceFirst: self = .placeFirst
        case .detailNoPlace: self = .noPlace
        case .detailPlaceBefore: self = .placeBefore
        case .detailPlaceTowards: self = .placeTowards
        case .detailRouteTo: self = .routeTo
        case .detailRouteBetween: self = .routeBetween
        case .detailStation: self = .station
        case .detailStreet: self = .street
        case .detailSpot: self = .spot
        case .detailTravel: self = .travel
        case .detailLine: self = .line
        case .detailLineCode: self = .lineCode
        case .detailLineName: self = .lineName
        case .detailTrain: self = .train
        case .detailFlight: self = .flight
        case .detailAirline: self = .airline
        case .detailProduct: self = .product
        case .detailProductNumbered: self = .productNumbered
        case .detailProductMore: self = .productMore
        case .facetAdds: self = .facetAdds
        case .facetThing: self = .facetThing
        case .facetThingCapital: self = [.facetThing, .facetThingCapital]
        default: return nil
        }
    }

    static let unitShort = DetailWords(rawValue: 1 << 0)
    static let unitLong = DetailWords(rawValue: 1 << 1)
    static let count = DetailWords(rawValue: 1 << 2)
    static let article = DetailWords(rawValue: 1 << 3)
    static let spanBefore = DetailWords(rawValue: 1 << 4)
    static let joint = DetailWords(rawValue: 1 << 5)
    static let and = DetailWords(rawValue: 1 << 6)
    static let agoBefore = DetailWords(rawValue: 1 << 7)
    static let agoAfter = DetailWords(rawValue: 1 << 8)
    static let age = DetailWords(rawValue: 1 << 9)
    static let clockAfter = DetailWords(rawValue: 1 << 10)
    static let clockBefore = DetailWords(rawValue: 1 << 11)
    static let clockPart = DetailWords(rawValue: 1 << 12)
    static let clockJoint = DetailWords(rawValue: 1 << 13)
    static let moment = DetailWords(rawValue: 1 << 14)
    static let day = DetailWords(rawValue: 1 << 15)
    static let daySmall = DetailWords(rawValue: 1 << 16)
    static let dayPart = DetailWords(rawValue: 1 << 17)
    static let weekday = DetailWords(rawValue: 1 << 18)
    static let month = DetailWords(rawValue: 1 << 19)
    static let monthBeside = DetailWords(rawValue: 1 << 20)
    static let last = DetailWords(rawValue: 1 << 21)
    static let edge = DetailWords(rawValue: 1 << 22)
    static let of = DetailWords(rawValue: 1 << 23)
    static let ordinal = DetailWords(rawValue: 1 << 24)
    static let dateBefore = DetailWords(rawValue: 1 << 25)
    static let follows = DetailWords(rawValue: 1 << 26)
    static let wish = DetailWords(rawValue: 1 << 27)
    static let currency = DetailWords(rawValue: 1 << 28)
    static let measure = DetailWords(rawValue: 1 << 29)
    static let numberName = DetailWords(rawValue: 1 << 30)
    static let idiom = DetailWords(rawValue: 1 << 31)
    static let place = DetailWords(rawValue: 1 << 32)
    static let placeCapital = DetailWords(rawValue: 1 << 33)
    static let placeEnding = DetailWords(rawValue: 1 << 34)
    static let placeMore = DetailWords(rawValue: 1 << 35)
    static let placeFirst = DetailWords(rawValue: 1 << 36)
    static let noPlace = DetailWords(rawValue: 1 << 37)
    static let placeBefore = DetailWords(rawValue: 1 << 38)
    static let placeTowards = DetailWords(rawValue: 1 << 39)
    static let routeTo = DetailWords(rawValue: 1 << 40)
    static let routeBetween = DetailWords(rawValue: 1 << 41)
    static let station = DetailWords(rawValue: 1 << 42)
    static let street = DetailWords(rawValue: 1 << 43)
    static let spot = DetailWords(rawValue: 1 << 44)
    static let travel = DetailWords(rawValue: 1 << 45)
    static let line = DetailWords(rawValue: 1 << 46)
    static let lineCode = DetailWords(rawValue: 1 << 47)
    static let lineName = DetailWords(rawValue: 1 << 48)
    static let train = DetailWords(rawValue: 1 << 49)
    static let flight = DetailWords(rawValue: 1 << 50)
    static let airline = DetailWords(rawValue: 1 << 51)
    static let product = DetailWords(rawValue: 1 << 52)
    static let productNumbered = DetailWords(rawValue: 1 << 53)
    static let productMore = DetailWords(rawValue: 1 << 54)
    static let facetAdds = DetailWords(rawValue: 1 << 55)
    static let facetThing = DetailWords(rawValue: 1 << 56)
    static let facetThingCapital = DetailWords(rawValue: 1 << 57)
    /// Of ``LexiconCategory/numberWords``.
    static let number = DetailWords(rawValue: 1 << 58)

    /// What counts a unit, with or without a number beside it.
    static let counting: DetailWords = [.number, .count]
    /// What says something about the word behind it: of a phrase, its last word stands there.
    static let leading: DetailWords = [
        .clockBefore, .dateBefore, .placeBefore, .placeTowards, .routeTo, .routeBetween, .spanBefore, .agoBefore,
        .numberName, .wish, .of, .last, .line, .train, .flight, .travel,
    ]
    /// What may follow a bare hour, day or year.
    static let following: DetailWords = [
        .follows, .joint, .and, .placeBefore, .placeTowards, .routeTo, .dateBefore, .clockBefore, .dayPart, .day,
        .daySmall,
        .weekday, .month, .last, .agoBefore, .clockAfter, .spanBefore,
    ]
    /// What makes a capitalised word no unknown place.
    static let namedOtherwise: DetailWords = [
        .weekday, .month, .day, .dayPart, .product, .productNumbered, .noPlace, .currency, .measure, .unitShort,
        .unitLong, .number, .moment, .last, .edge, .spot, .line, .train, .flight, .idiom, .numberName,
    ]
    static let unit: DetailWords = [.unitShort, .unitLong]
    /// What makes a quantity of the number before it.
    static let anyUnit: DetailWords = [.unitShort, .unitLong, .currency, .measure, .clockAfter]
}
