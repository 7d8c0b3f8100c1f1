extension CivilDate {
    /// Easter Sunday of the Gregorian calendar, by Gauss' rule with its two exceptions; years beyond ±99,999 are taken as that.
    package static func easter(of year: Int) -> CivilDate {
        let year = min(max(year, -99_999), 99_999)
        let century = floorQuotient(year, 100)
        let golden = (year % 19 + 19) % 19
        let corrections = 15 + century - floorQuotient(century, 4) - floorQuotient(8 * century + 13, 25)
        var fullMoon = ((19 * golden + corrections) % 30 + 30) % 30
        if fullMoon == 29 || (fullMoon == 28 && golden > 10) { fullMoon -= 1 }

        // The first Sunday after the full moon, which is counted from March 21.
        let paschal = CivilDate(dayNumber: dayNumber(year: year, month: 3, day: 21) + fullMoon)
        return paschal + (7 - paschal.weekday.rawValue % 7)
    }

    private static func floorQuotient(_ dividend: Int, _ divisor: Int) -> Int {
        dividend >= 0 ? dividend / divisor : (dividend - divisor + 1) / divisor
    }
}
