import ServiceHours

/// What only service hours can judge: opening hours, regions, dates and holiday files.
extension BrandReader {
    /// Whether the opening hours can be read; else a mistake at the very character.
    func checkHours(_ text: String, in field: Field) -> Bool {
        do {
            _ = try OpeningHours(text)
            return true
        } catch {
            let place = source.place(ofScalar: error.position, in: text, startingAt: field.node.place)
            mistakes.add(place, field.path, Self.oneClause(error.message), error.advice)
            return false
        }
    }

    func checkRegion(_ code: String, in field: Field) -> Bool {
        if HolidayRegion(rawValue: code) != nil { return true }

        field.refuse(
            "no holidays are known for \(Shown.value(code))",
            NearestName.advice(for: code, among: HolidayRegion.allCases.map(\.rawValue)))
        return false
    }

    func checkDate(_ text: String) -> Bool {
        CivilDate(iso8601: text) != nil
    }

    func checkCalendarFile(_ text: String, in field: Field) -> Bool {
        do {
            _ = try HolidaySet.iCalendar(text)
            return true
        } catch {
            field.refuse("line \(error.line) of the file: \(Self.oneClause(error.message))", error.advice)
            return false
        }
    }

    /// A message without the semicolon that parts what is wrong from what to do.
    private static func oneClause(_ message: String) -> String {
        message.split(separator: ";").joined(separator: ",")
    }
}
