import Dialogue
import ServiceHours

extension BrandReader {
    /// One entry for each item of the list, nil where it could not be read.
    func targets(_ field: Field?, calendars: [CalendarReading], accounts: [String]) -> [Target?] {
        var names = UsedNames()
        let items =
            field?.items("write a list of targets, each with name, calendar, first_response and next_response") ?? []
        let targets = items.map { target($0, calendars: calendars, accounts: accounts, names: &names) }
        if let last = items.last, case .mapping(let entries) = last.node.content,
            let when = entries.first(where: { $0.key == "when" })
        {
            mistakes.add(
                when.keyPlace, "\(last.path).when", "a condition in the last target, so that some customers get none",
                "add a target without when: behind it, for everybody else")
        }
        return targets
    }

    private func target(
        _ item: Field, calendars: [CalendarReading], accounts: [String], names: inout UsedNames
    ) -> Target? {
        guard let target = MappingReader(item, as: .target) else { return nil }

        let nameField = target.required("name", "name the target, such as standard")
        let name = nameField?.line(upTo: 64, "write a short name in one line")
        if let name, let nameField { names.take(name, at: nameField) }
        let calendar = target.required("calendar", "name the calendar in whose hours it counts").flatMap {
            field -> String? in
            guard let text = field.text("name the calendar in whose hours it counts") else { return nil }
            if calendars.contains(where: { $0.name == text }) { return text }

            field.refuse(
                "no calendar \(Shown.value(text))", NearestName.advice(for: text, among: calendars.map(\.name)))
            return nil
        }
        let first = target.required("first_response", "write the service time to the first answer, such as 30m")
            .flatMap(promise)
        let next = target.required("next_response", "write the service time to every later answer, such as 1h").flatMap(
            promise)
        let warnAt = target.optional("warn_at").map(percents) ?? []
        let resolution = target.optional("resolution").flatMap(promise)
        let pausesOnAnswer = target.optional("pause_on_answer")?.flag() ?? true
        let autoResolve = target.optional("auto_resolve").map(silence) ?? Target.usualAutoResolve
        let condition = target.optional("when").flatMap { self.condition($0, accounts: accounts) }
        guard let name, let calendar, let first, let next, let warnAt else { return nil }
        return Target(
            name: name, calendar: calendar, firstResponse: first, nextResponse: next, resolution: resolution,
            warnAtPercent: warnAt, pausesOnAnswer: pausesOnAnswer, autoResolve: autoResolve, condition: condition)
    }

    /// The silence that ends a matter; nil for never.
    private func silence(_ field: Field) -> Seconds? {
        if case .text("never", _) = field.node.content { return nil }
        return field.seconds(in: 60...(3_650 * 86_400), example: "7d, or never")
    }

    private func promise(_ field: Field) -> Seconds? {
        field.milliseconds(
            in: 1_000...(3_650 * 86_400_000), units: [.seconds, .minutes, .hours, .days], example: "30m"
        )
        .map { $0 / 1_000 }
    }

    private func percents(_ field: Field) -> [Int]? {
        guard let items = field.items("write a list of percentages, such as [50%, 80%]") else { return nil }

        var percents: [Int] = []
        for item in items {
            let next = "write a percentage from 1% to 99%"
            guard let text = item.text(next) else { return nil }
            guard text.hasSuffix("%"), text.utf8.dropLast().allSatisfy({ (0x30...0x39).contains($0) }),
                let percent = Int(text.dropLast()), (1...99).contains(percent)
            else {
                item.refuse("\(Shown.value(text)) is not such a percentage", next)
                return nil
            }
            guard percents.last ?? 0 < percent else {
                item.refuse(
                    "\(percent)% does not rise above the one before it", "sort the list and keep each percentage once")
                return nil
            }
            percents.append(percent)
        }
        return percents
    }
}
