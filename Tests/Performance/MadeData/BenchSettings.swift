import Foundation

/// Settings files for measuring: real opening hours, one promise, export sources.
enum BenchSettings {
    /// The present of all measured runs: after the last made post.
    static let now = "2018-01-02T12:00:00Z"

    /// Writes settings whose sources are these `format` exports, all of one account.
    static func write(to url: URL, format: String, handle: String, urls: [String]) throws {
        var text = """
            brand: Measured
            language: en
            register: sie
            calendars:
              service:
                hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00"
                timezone: Europe/Berlin
            targets:
              - {name: standard, calendar: service, first_response: 30m, next_response: 1h}
            accounts:
              - {name: measured, platform: x, handle: "@\(handle)"}
            sources:

            """
        for (number, url) in urls.enumerated() {
            text +=
                "  - {name: source-\(number), account: measured, kind: export, format: \(format), url: \"\(url)\"}\n"
        }
        try Data(text.utf8).write(to: url)
    }
}
