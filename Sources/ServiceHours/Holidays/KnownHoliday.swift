/// A holiday that the rules of some region know. Raw values are keys for message catalogues and never change.
package enum KnownHoliday: String, CaseIterable, Hashable, Sendable {
    case newYear = "new-year"
    case epiphany
    case womensDay = "womens-day"
    case goodFriday = "good-friday"
    case easterSunday = "easter-sunday"
    case easterMonday = "easter-monday"
    case labourDay = "labour-day"
    case ascension
    case whitSunday = "whit-sunday"
    case whitMonday = "whit-monday"
    case corpusChristi = "corpus-christi"
    case peaceFestival = "peace-festival"
    case assumption
    case childrensDay = "childrens-day"
    case germanUnity = "german-unity"
    case reformation
    case allSaints = "all-saints"
    case repentance
    case immaculateConception = "immaculate-conception"
    case christmas
    case secondChristmas = "second-christmas"
    case nationalDay = "national-day"
    case liberation75 = "liberation-75"
    case liberation80 = "liberation-80"
    case uprising75 = "uprising-75"

    case martinLutherKing = "martin-luther-king"
    case washingtonsBirthday = "washingtons-birthday"
    case memorialDay = "memorial-day"
    case juneteenth
    case independenceDay = "independence-day"
    case laborDay = "labor-day"
    case columbusDay = "columbus-day"
    case veteransDay = "veterans-day"
    case thanksgiving

    case mayDay = "may-day"
    case springBank = "spring-bank"
    case summerBank = "summer-bank"
    case boxingDay = "boxing-day"
    case royalWedding2011 = "royal-wedding-2011"
    case diamondJubilee = "diamond-jubilee"
    case platinumJubilee = "platinum-jubilee"
    case stateFuneral2022 = "state-funeral-2022"
    case coronation2023 = "coronation-2023"

    /// The English name.
    package var english: String {
        switch self {
        case .newYear: "New Year's Day"
        case .epiphany: "Epiphany"
        case .womensDay: "Women's Day"
        case .goodFriday: "Good Friday"
        case .easterSunday: "Easter Sunday"
        case .easterMonday: "Easter Monday"
        case .labourDay: "Labour Day"
        case .ascension: "Ascension Day"
        case .whitSunday: "Whit Sunday"
        case .whitMonday: "Whit Monday"
        case .corpusChristi: "Corpus Christi"
        case .peaceFestival: "Augsburg Peace Festival"
        case .assumption: "Assumption Day"
        case .childrensDay: "Children's Day"
        case .germanUnity: "German Unity Day"
        case .reformation: "Reformation Day"
        case .allSaints: "All Saints' Day"
        case .repentance: "Day of Repentance and Prayer"
        case .immaculateConception: "Immaculate Conception"
        case .christmas: "Christmas Day"
        case .secondChristmas: "Second Christmas Day"
        case .nationalDay: "National Day"
        case .liberation75: "75th anniversary of the liberation"
        case .liberation80: "80th anniversary of the liberation"
        case .uprising75: "75th anniversary of the uprising of June 17"
        case .martinLutherKing: "Martin Luther King Jr. Day"
        case .washingtonsBirthday: "Washington's Birthday"
        case .memorialDay: "Memorial Day"
        case .juneteenth: "Juneteenth National Independence Day"
        case .independenceDay: "Independence Day"
        case .laborDay: "Labor Day"
        case .columbusDay: "Columbus Day"
        case .veteransDay: "Veterans Day"
        case .thanksgiving: "Thanksgiving Day"
        case .mayDay: "May Day"
        case .springBank: "Spring Bank Holiday"
        case .summerBank: "Late Summer Bank Holiday"
        case .boxingDay: "Boxing Day"
        case .royalWedding2011: "Wedding of William and Catherine"
        case .diamondJubilee: "Diamond Jubilee of Elizabeth II"
        case .platinumJubilee: "Platinum Jubilee of Elizabeth II"
        case .stateFuneral2022: "State Funeral of Queen Elizabeth II"
        case .coronation2023: "Coronation of Charles III"
        }
    }
}
