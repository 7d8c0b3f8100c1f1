extension HolidayRule {
    /// The rules of Germany and its states.
    ///
    /// The states' own laws, as they hold between 2010 and 2040: two states took up a day in the middle of that span, and Berlin
    /// decrees single ones.
    static let germany: [HolidayRegion: [HolidayRule]] = {
        let regions = HolidayRegion.allCases.filter { $0.rawValue.hasPrefix("DE") }
        return Dictionary(uniqueKeysWithValues: regions.map { ($0, nationwide + additional(for: $0)) })
    }()

    private static let nationwide: [HolidayRule] = [
        HolidayRule(name: .newYear, day: .fixed(month: 1, day: 1)),
        HolidayRule(name: .goodFriday, day: .easter(-2)),
        HolidayRule(name: .easterMonday, day: .easter(1)),
        HolidayRule(name: .labourDay, day: .fixed(month: 5, day: 1)),
        HolidayRule(name: .ascension, day: .easter(39)),
        HolidayRule(name: .whitMonday, day: .easter(50)),
        HolidayRule(name: .germanUnity, day: .fixed(month: 10, day: 3)),
        HolidayRule(name: .christmas, day: .fixed(month: 12, day: 25)),
        HolidayRule(name: .secondChristmas, day: .fixed(month: 12, day: 26)),
    ]

    private static let reformation = Day.fixed(month: 10, day: 31)

    private static func additional(for region: HolidayRegion) -> [HolidayRule] {
        let epiphany = HolidayRule(name: .epiphany, day: .fixed(month: 1, day: 6))
        let corpusChristi = HolidayRule(name: .corpusChristi, day: .easter(60))
        let assumption = HolidayRule(name: .assumption, day: .fixed(month: 8, day: 15))
        let allSaints = HolidayRule(name: .allSaints, day: .fixed(month: 11, day: 1))
        let repentance = HolidayRule(name: .repentance, day: .last(.wednesday, beforeMonth: 11, day: 23))
        let childrensDay = HolidayRule(name: .childrensDay, day: .fixed(month: 9, day: 20), since: 2019)
        let bavarian = [epiphany, corpusChristi, allSaints]
        let always = HolidayRule(name: .reformation, day: reformation)
        let once = HolidayRule(name: .reformation, day: reformation, since: 2017, until: 2017)
        let since2017 = HolidayRule(name: .reformation, day: reformation, since: 2017)

        switch region {
        case .brandenburg:
            return [
                HolidayRule(name: .easterSunday, day: .easter(0)), HolidayRule(name: .whitSunday, day: .easter(49)),
                always,
            ]
        case .berlin:
            return [
                HolidayRule(name: .womensDay, day: .fixed(month: 3, day: 8), since: 2019), once,
                HolidayRule(name: .liberation75, day: .fixed(month: 5, day: 8), since: 2020, until: 2020),
                HolidayRule(name: .liberation80, day: .fixed(month: 5, day: 8), since: 2025, until: 2025),
                HolidayRule(name: .uprising75, day: .fixed(month: 6, day: 17), since: 2028, until: 2028),
            ]
        case .badenWuerttemberg, .bavaria:
            return bavarian + [once]
        case .bavariaCatholic:
            return bavarian + [assumption, once]
        case .augsburg:
            return bavarian + [assumption, HolidayRule(name: .peaceFestival, day: .fixed(month: 8, day: 8)), once]
        case .bremen, .hamburg, .lowerSaxony, .schleswigHolstein:
            return [since2017]
        case .hesse:
            return [corpusChristi, once]
        case .mecklenburg:
            return [HolidayRule(name: .womensDay, day: .fixed(month: 3, day: 8), since: 2023), always]
        case .northRhineWestphalia, .palatinate:
            return [corpusChristi, allSaints, once]
        case .saarland:
            return [corpusChristi, assumption, allSaints, once]
        case .saxony:
            return [always, repentance]
        case .saxonyCatholic:
            return [always, repentance, corpusChristi]
        case .saxonyAnhalt:
            return [epiphany, always]
        case .thuringia:
            return [always, childrensDay]
        case .thuringiaCatholic:
            return [always, childrensDay, corpusChristi]
        default:
            return [once]
        }
    }
}
