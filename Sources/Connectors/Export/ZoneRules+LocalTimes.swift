import ServiceHours

extension ZoneRules {
    /// The instant that somebody means who writes down this local time.
    ///
    /// Of two the first; a local time that is skipped is moved forward by what the clocks skip.
    func instant(on date: CivilDate, secondOfDay: Int) -> Instant {
        if let instant = instants(on: date, secondOfDay: secondOfDay).first { return instant }

        let local = Instant(seconds: Int64(date.dayNumber) * 86_400 + Int64(secondOfDay))
        let aDayAndMore: Seconds = 26 * 3600
        for change in transitions(from: local - aDayAndMore, to: local + aDayAndMore) where change.jump > 0 {
            let skippedFrom = change.at + change.before.seconds
            if local >= skippedFrom, local < skippedFrom + change.jump { return local - change.before.seconds }
        }
        return local - offset(at: local).seconds
    }
}
