extension CivilDate {
    /// The ISO 8601 week, 1 … 53, and the year that week belongs to: the year of its Thursday.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = self + (4 - weekday.rawValue)
        let year = thursday.year
        return (year, (thursday.dayNumber - CivilDate.dayNumber(year: year, month: 1, day: 1)) / 7 + 1)
    }

    /// The Monday of the week that contains this date.
    package var startOfWeek: CivilDate {
        self + (1 - weekday.rawValue)
    }
}
