extension HolidayRule {
    /// The federal holidays (5 U.S.C. 6103): on a Saturday also the Friday before, on a Sunday also the Monday after.
    static let unitedStates: [HolidayRule] = [
        HolidayRule(name: .newYear, day: .fixed(month: 1, day: 1), observance: nearestWeekday),
        HolidayRule(name: .martinLutherKing, day: .nth(3, .monday, month: 1)),
        HolidayRule(name: .washingtonsBirthday, day: .nth(3, .monday, month: 2)),
        HolidayRule(name: .memorialDay, day: .nth(-1, .monday, month: 5)),
        HolidayRule(name: .juneteenth, day: .fixed(month: 6, day: 19), since: 2021, observance: nearestWeekday),
        HolidayRule(name: .independenceDay, day: .fixed(month: 7, day: 4), observance: nearestWeekday),
        HolidayRule(name: .laborDay, day: .nth(1, .monday, month: 9)),
        HolidayRule(name: .columbusDay, day: .nth(2, .monday, month: 10)),
        HolidayRule(name: .veteransDay, day: .fixed(month: 11, day: 11), observance: nearestWeekday),
        HolidayRule(name: .thanksgiving, day: .nth(4, .thursday, month: 11)),
        HolidayRule(name: .christmas, day: .fixed(month: 12, day: 25), observance: nearestWeekday),
    ]

    private static let nearestWeekday = Observance(fromSaturday: -1, fromSunday: 1)
}
