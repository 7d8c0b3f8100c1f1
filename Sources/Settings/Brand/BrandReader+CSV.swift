import Connectors

extension BrandReader {
    /// What a source of the format `csv` says about its columns.
    func csv(_ source: MappingReader) -> CSVSettings? {
        let columns = source.required("columns", "say which heading holds id, author, at and text").flatMap(columns)
        let delimiter = source.optional("delimiter").map(delimiter) ?? .auto
        let time = source.optional("time").map(time) ?? .rfc3339
        let isPage = source.optional("page")?.flag() ?? false
        guard let columns, let delimiter, let time else { return nil }
        return CSVSettings(columns: columns, delimiter: delimiter, time: time, isPage: isPage)
    }

    private func columns(_ field: Field) -> [CSVField: String]? {
        guard let reader = MappingReader(field, as: .columns) else { return nil }

        let next = "write the heading of the column that holds it"
        var columns: [CSVField: String] = [:]
        var holders: [String: CSVField] = [:]
        for csvField in CSVField.allCases {
            let field =
                csvField.isRequired ? reader.required(csvField.rawValue, next) : reader.optional(csvField.rawValue)
            guard let field, let heading = field.line(next) else { continue }

            columns[csvField] = heading
            guard !csvField.sharesColumns else { continue }
            if let other = holders[heading] {
                field.refuse(
                    "the column \(Shown.value(heading)) already holds \(other.rawValue)", "name another column")
            }
            holders[heading] = csvField
        }
        if reader.optional("author") == nil, reader.optional("handle") == nil {
            mistakes.add(reader.place, reader.fieldPath("author"), "missing", "\(next), or handle")
        }
        return columns
    }

    private func delimiter(_ field: Field) -> CSVDelimiter? {
        let words: [(String, CSVDelimiter)] = [
            (",", .comma), (";", .semicolon), ("\t", .tab), ("tab", .tab), ("auto", .auto),
        ]
        let next = "write \",\", \";\", tab or auto"
        guard let text = field.text(next) else { return nil }
        if let word = words.first(where: { $0.0 == text }) { return word.1 }

        field.refuse("\(Shown.value(text)) cannot part columns", next)
        return nil
    }

    private func time(_ field: Field) -> CSVTime? {
        guard let reader = MappingReader(field, as: .time) else { return nil }

        let formatField = reader.required(
            "format", "write rfc3339, unix, unix_ms or a pattern such as dd.MM.yyyy HH:mm")
        let timezoneField = reader.optional("timezone")
        guard let formatField, let format = formatField.line(upTo: 64, "write rfc3339, unix, unix_ms or a pattern")
        else { return nil }

        let fixed: [String: CSVTime] = ["rfc3339": .rfc3339, "unix": .unix, "unix_ms": .unixMilliseconds]
        if let time = fixed[format] {
            timezoneField?.refuse("read with a pattern only", "remove it; \(format) needs no zone")
            return time
        }
        guard checkPattern(format, in: formatField) else { return nil }
        if let timezoneField { return timezone(timezoneField).map { .pattern(format, timezone: $0) } }

        guard Self.hasOffset(format) else {
            mistakes.add(
                reader.place, reader.fieldPath("timezone"), "missing",
                "write the zone in which the times are meant, such as Europe/Berlin; the pattern has no offset (Z)")
            return nil
        }
        return .pattern(format, timezone: nil)
    }

    private static func hasOffset(_ pattern: String) -> Bool {
        pattern.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .contains { $0.offset.isMultiple(of: 2) && $0.element.contains("Z") }
    }

    private func checkPattern(_ pattern: String, in field: Field) -> Bool {
        do {
            _ = try TimePattern(pattern)
            return true
        } catch {
            field.refuse("\(Shown.value(pattern)) is no time pattern", error.advice)
            return false
        }
    }
}
