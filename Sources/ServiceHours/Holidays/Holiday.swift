/// A holiday on its date.
package struct Holiday: Hashable, Sendable {
    package let date: CivilDate
    package let name: HolidayName

    package init(date: CivilDate, name: HolidayName) {
        self.date = date
        self.name = name
    }
}
