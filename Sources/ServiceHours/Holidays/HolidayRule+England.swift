extension HolidayRule {
    /// The bank holidays of England and Wales, with the substitute days, the moved ones and the royal occasions.
    static let england: [HolidayRule] = [
        HolidayRule(
            name: .newYear, day: .fixed(month: 1, day: 1), observance: Observance(fromSaturday: 2, fromSunday: 1)),
        HolidayRule(name: .goodFriday, day: .easter(-2)),
        HolidayRule(name: .easterMonday, day: .easter(1)),
        HolidayRule(name: .mayDay, day: .nth(1, .monday, month: 5), except: [2020]),
        HolidayRule(name: .mayDay, day: .fixed(month: 5, day: 8), since: 2020, until: 2020),
        HolidayRule(name: .springBank, day: .nth(-1, .monday, month: 5), except: [2012, 2022]),
        HolidayRule(name: .springBank, day: .fixed(month: 6, day: 4), since: 2012, until: 2012),
        HolidayRule(name: .springBank, day: .fixed(month: 6, day: 2), since: 2022, until: 2022),
        HolidayRule(name: .summerBank, day: .nth(-1, .monday, month: 8)),
        HolidayRule(name: .christmas, day: .fixed(month: 12, day: 25), observance: twoDaysLater),
        HolidayRule(name: .boxingDay, day: .fixed(month: 12, day: 26), observance: twoDaysLater),
        HolidayRule(name: .royalWedding2011, day: .fixed(month: 4, day: 29), since: 2011, until: 2011),
        HolidayRule(name: .diamondJubilee, day: .fixed(month: 6, day: 5), since: 2012, until: 2012),
        HolidayRule(name: .platinumJubilee, day: .fixed(month: 6, day: 3), since: 2022, until: 2022),
        HolidayRule(name: .stateFuneral2022, day: .fixed(month: 9, day: 19), since: 2022, until: 2022),
        HolidayRule(name: .coronation2023, day: .fixed(month: 5, day: 8), since: 2023, until: 2023),
    ]

    private static let twoDaysLater = Observance(fromSaturday: 2, fromSunday: 2)
}
