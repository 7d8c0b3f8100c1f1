extension HolidayRule {
    /// Austria's public holidays.
    static let austria: [HolidayRule] = [
        HolidayRule(name: .newYear, day: .fixed(month: 1, day: 1)),
        HolidayRule(name: .epiphany, day: .fixed(month: 1, day: 6)),
        HolidayRule(name: .easterMonday, day: .easter(1)),
        HolidayRule(name: .labourDay, day: .fixed(month: 5, day: 1)),
        HolidayRule(name: .ascension, day: .easter(39)),
        HolidayRule(name: .whitMonday, day: .easter(50)),
        HolidayRule(name: .corpusChristi, day: .easter(60)),
        HolidayRule(name: .assumption, day: .fixed(month: 8, day: 15)),
        HolidayRule(name: .nationalDay, day: .fixed(month: 10, day: 26)),
        HolidayRule(name: .allSaints, day: .fixed(month: 11, day: 1)),
        HolidayRule(name: .immaculateConception, day: .fixed(month: 12, day: 8)),
        HolidayRule(name: .christmas, day: .fixed(month: 12, day: 25)),
        HolidayRule(name: .secondChristmas, day: .fixed(month: 12, day: 26)),
    ]

    /// What all Swiss cantons share.
    static let switzerland: [HolidayRule] = [
        HolidayRule(name: .newYear, day: .fixed(month: 1, day: 1)),
        HolidayRule(name: .ascension, day: .easter(39)),
        HolidayRule(name: .nationalDay, day: .fixed(month: 8, day: 1)),
        HolidayRule(name: .christmas, day: .fixed(month: 12, day: 25)),
    ]
}
