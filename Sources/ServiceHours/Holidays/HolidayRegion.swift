/// A region whose public holidays are known by rule.
///
/// The rules were checked for 2010 to 2040 and are applied unchanged to the years around them.
package enum HolidayRegion: String, CaseIterable, Hashable, Sendable {
    /// The nine days that all of Germany shares.
    case germany = "DE"
    case brandenburg = "DE-BB"
    case berlin = "DE-BE"
    case badenWuerttemberg = "DE-BW"
    case bavaria = "DE-BY"
    /// Bavaria's municipalities with a Catholic majority.
    case bavariaCatholic = "DE-BY+catholic"
    case augsburg = "DE-BY-AUGSBURG"
    case bremen = "DE-HB"
    case hesse = "DE-HE"
    case hamburg = "DE-HH"
    case mecklenburg = "DE-MV"
    case lowerSaxony = "DE-NI"
    case northRhineWestphalia = "DE-NW"
    case palatinate = "DE-RP"
    case schleswigHolstein = "DE-SH"
    case saarland = "DE-SL"
    case saxony = "DE-SN"
    /// Saxony's Catholic municipalities.
    case saxonyCatholic = "DE-SN+catholic"
    case saxonyAnhalt = "DE-ST"
    case thuringia = "DE-TH"
    /// Thuringia's Catholic municipalities.
    case thuringiaCatholic = "DE-TH+catholic"
    case austria = "AT"
    /// The four days that all cantons share.
    case switzerland = "CH"
    /// The federal holidays, with the days on which they are observed.
    case unitedStates = "US"
    case england = "GB-ENG"

    /// The holidays of a year, by date; days observed for a neighbouring year's holiday stand in the year they fall into.
    package func holidays(in year: Int) -> [Holiday] {
        let bounded = min(max(year, -9_999), 9_999)
        var found: [Holiday] = []
        for neighbour in [bounded, bounded + 1] {
            for rule in rules { rule.append(year: neighbour, to: &found) }
        }
        return found.filter { $0.date.year == bounded }.sorted { $0.date < $1.date }
    }

    private var rules: [HolidayRule] {
        switch self {
        case .austria: HolidayRule.austria
        case .switzerland: HolidayRule.switzerland
        case .unitedStates: HolidayRule.unitedStates
        case .england: HolidayRule.england
        default: HolidayRule.germany[self] ?? []
        }
    }
}
