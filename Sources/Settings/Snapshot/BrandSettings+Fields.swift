import Connectors
import Dialogue
import ServiceHours

/// The settings as a row of fields. Reading stands below writing in the same order.
extension BrandSettings {
    func write(to writer: inout FieldWriter) {
        writer.write(brand)
        writer.write(language.rawValue)
        writer.write(register.rawValue)
        writer.write(ihrMeans.rawValue)
        writer.write(signature)
        writer.write(calendars) { $1.write(to: &$0) }
        writer.write(targets) { $1.write(to: &$0) }
        writer.write(accounts) { $1.write(to: &$0) }
        writer.write(sources) { $1.write(to: &$0) }
        triage.write(to: &writer)
        writer.write(alertChannels) { $1.write(to: &$0) }
        writer.write(proxy)
        writer.write(templates)
        writer.write(data)
    }

    init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        self.init(
            brand: try reader.text(), language: try reader.word(ReplyLanguage.self),
            register: try reader.word(ReplyRegister.self), ihrMeans: try reader.word(ReplyRegister.self),
            signature: try reader.optionalText(),
            calendars: try reader.items { reader throws(FieldReader.Damage) in try CalendarDefinition(from: &reader) },
            targets: try reader.items { reader throws(FieldReader.Damage) in try Target(from: &reader) },
            accounts: try reader.items { reader throws(FieldReader.Damage) in try AccountSettings(from: &reader) },
            sources: try reader.items { reader throws(FieldReader.Damage) in try SourceSettings(from: &reader) },
            triage: try TriageSettings(from: &reader),
            alertChannels: try reader.items { reader throws(FieldReader.Damage) in
                try AlertChannelSettings(from: &reader)
            },
            proxy: try reader.optionalText(), templates: try reader.optionalText(), data: try reader.optionalText())
    }
}

extension CalendarDefinition {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.write(name)
        writer.write(hours)
        writer.write(timezone)
        switch holidays {
        case .none: writer.write(0)
        case .region(let code):
            writer.write(1)
            writer.write(code)
        case .dates(let dates):
            writer.write(2)
            writer.write(dates) { $0.write($1) }
        case .calendar(let text):
            writer.write(3)
            writer.write(text)
        }
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        let name = try reader.text()
        let hours = try reader.text()
        let timezone = try reader.text()
        let holidays: Holidays
        switch try reader.number() {
        case 0: holidays = .none
        case 1: holidays = .region(try reader.text())
        case 2: holidays = .dates(try reader.items { reader throws(FieldReader.Damage) in try reader.text() })
        case 3: holidays = .calendar(text: try reader.text())
        default: throw FieldReader.Damage()
        }
        self.init(name: name, hours: hours, timezone: timezone, holidays: holidays)
    }
}

extension Target {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.write(name)
        writer.write(calendar)
        writer.write(Int(firstResponse))
        writer.write(Int(nextResponse))
        writer.write(resolution.map { Int($0) })
        writer.write(warnAtPercent) { $0.write($1) }
        writer.write(pausesOnAnswer)
        writer.write(autoResolve.map { Int($0) })
        writer.write(condition == nil ? 0 : 1)
        condition?.write(to: &writer)
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        self.init(
            name: try reader.text(), calendar: try reader.text(), firstResponse: Seconds(try reader.number()),
            nextResponse: Seconds(try reader.number()), resolution: try reader.optionalNumber().map { Seconds($0) },
            warnAtPercent: try reader.items { reader throws(FieldReader.Damage) in try reader.number() },
            pausesOnAnswer: try reader.flag(), autoResolve: try reader.optionalNumber().map { Seconds($0) },
            condition: try reader.number() == 0 ? nil : TargetCondition(from: &reader))
    }
}

extension TargetCondition {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.write(accounts) { $0.write($1) }
        writer.write(platforms) { $0.write($1) }
        writer.write(intents) { $0.write($1.rawValue) }
        writer.write(urgency)
        writer.write(languages) { $0.write($1.rawValue) }
        writer.write(persons) { $0.write($1) }
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        self.init(
            accounts: try reader.items { reader throws(FieldReader.Damage) in try reader.text() },
            platforms: try reader.items { reader throws(FieldReader.Damage) in try reader.text() },
            intents: try reader.items { reader throws(FieldReader.Damage) in try reader.word(Intent.self) },
            urgency: try reader.optionalNumber(),
            languages: try reader.items { reader throws(FieldReader.Damage) in try reader.word(Language.self) },
            persons: try reader.items { reader throws(FieldReader.Damage) in try reader.text() })
    }
}

extension AccountSettings {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.write(name)
        writer.write(platform.rawValue)
        writer.write(url)
        writer.write(network.name)
        writer.write(handle)
        writer.write(id)
        writer.write(timeouts.connectMilliseconds)
        writer.write(timeouts.totalMilliseconds)
        writer.write(allowsPlainHTTP)
        switch proxy {
        case nil: writer.write(0)
        case .some(.none): writer.write(1)
        case .url(let url):
            writer.write(2)
            writer.write(url)
        }
        writer.write(tokenFile)
        publish.write(to: &writer)
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        self.init(
            name: try reader.text(), platform: try reader.word(Platform.self), url: try reader.optionalText(),
            network: Network(try reader.text()), handle: try reader.optionalText(), id: try reader.optionalText(),
            timeouts: AccountTimeouts(
                connectMilliseconds: try reader.number(), totalMilliseconds: try reader.optionalNumber()),
            allowsPlainHTTP: try reader.flag(), proxy: try AccountProxy.read(from: &reader),
            tokenFile: try reader.optionalText(), publish: try PublishSettings(from: &reader))
    }
}

extension AccountProxy {
    fileprivate static func read(from reader: inout FieldReader) throws(FieldReader.Damage) -> AccountProxy? {
        switch try reader.number() {
        case 0: nil
        case 1: AccountProxy.none
        case 2: .url(try reader.text())
        default: throw FieldReader.Damage()
        }
    }
}

extension PublishSettings {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.write(Int(hold))
        writer.write(Int(expires))
        writer.write(Int(coolDown))
        writer.write(settle.map { Int($0) })
        writer.write(onAbsent.rawValue)
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        self.init(
            hold: Seconds(try reader.number()), expires: Seconds(try reader.number()),
            coolDown: Seconds(try reader.number()), settle: try reader.optionalNumber().map { Seconds($0) },
            onAbsent: try reader.word(OnAbsent.self))
    }
}

extension SourceSettings {
    fileprivate func write(to writer: inout FieldWriter) {
        writer.write(name)
        writer.write(account)
        kind.write(to: &writer)
        writer.write(liveSince.map { Int($0.seconds) })
        writer.write(Int(budget.seconds))
        writer.write(budget.requests)
        writer.write(budget.items)
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        self.init(
            name: try reader.text(), account: try reader.text(), kind: try SourceKind(from: &reader),
            liveSince: try reader.optionalNumber().map { Instant(seconds: Int64($0)) },
            budget: SourceBudget(
                seconds: Seconds(try reader.number()), requests: try reader.number(), items: try reader.number()))
    }
}

extension SourceKind {
    fileprivate func write(to writer: inout FieldWriter) {
        switch self {
        case .export(let export):
            writer.write(0)
            export.format.write(to: &writer)
            writer.write(export.url)
            writer.write(export.filePath)
        case .api(let api):
            writer.write(1)
            writer.write(api.contextDays)
        }
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        switch try reader.number() {
        case 0:
            self = .export(
                ExportSettings(
                    format: try SourceFormat(from: &reader), url: try reader.text(),
                    filePath: try reader.optionalText()))
        case 1: self = .api(APISettings(contextDays: try reader.number()))
        default: throw FieldReader.Damage()
        }
    }
}

extension SourceFormat {
    fileprivate func write(to writer: inout FieldWriter) {
        switch self {
        case .twcs: writer.write(0)
        case .antwortPosts: writer.write(1)
        case .csv(let csv):
            writer.write(2)
            for field in CSVField.allCases { writer.write(csv.columns[field]) }
            writer.write(csv.delimiter.rawValue)
            csv.time.write(to: &writer)
            writer.write(csv.isPage)
        }
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        switch try reader.number() {
        case 0: self = .twcs
        case 1: self = .antwortPosts
        case 2:
            var columns: [CSVField: String] = [:]
            for field in CSVField.allCases { columns[field] = try reader.optionalText() }
            self = .csv(
                CSVSettings(
                    columns: columns, delimiter: try reader.word(CSVDelimiter.self), time: try CSVTime(from: &reader),
                    isPage: try reader.flag()))
        default: throw FieldReader.Damage()
        }
    }
}

extension CSVTime {
    fileprivate func write(to writer: inout FieldWriter) {
        switch self {
        case .rfc3339: writer.write(0)
        case .unix: writer.write(1)
        case .unixMilliseconds: writer.write(2)
        case .pattern(let pattern, let timezone):
            writer.write(3)
            writer.write(pattern)
            writer.write(timezone)
        }
    }

    fileprivate init(from reader: inout FieldReader) throws(FieldReader.Damage) {
        switch try reader.number() {
        case 0: self = .rfc3339
        case 1: self = .unix
        case 2: self = .unixMilliseconds
        case 3: self = .pattern(try reader.text(), timezone: try reader.optionalText())
        default: throw FieldReader.Damage()
        }
    }
}
