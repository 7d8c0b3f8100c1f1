/// The settings file that a new brand begins with: valid as it stands, with comments that lead to the next step.
package struct StarterSettings: Hashable, Sendable {
    package let brand: String
    /// An IANA name.
    package let timezone: String
    package let language: ReplyLanguage

    package init(brand: String, timezone: String, language: ReplyLanguage = .german) {
        self.brand = brand
        self.timezone = timezone
        self.language = language
    }

    /// The text of the file.
    package var text: String {
        """
        # Settings of Antwort. Check them with: antwort config check
        # Paths that do not begin with / start at the folder of this file. Secrets never stand here.

        brand: \(Self.quoted(brand))
        language: \(language.rawValue)          # of replies when the customer's is unknown: de, en
        register: sie         # how replies address people when their own way is unknown: du, sie, neutral
        # ihr_means: neutral  # how replies address who writes "ihr" to you, a team: du, sie, neutral; without it, as register

        # When somebody answers. Hours in the notation of OpenStreetMap's opening_hours.
        calendars:
          service:
            hours: "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00"
            timezone: \(timezone)
            # holidays: DE-BE             # a region code, a list of dates, or {file: holidays.ics}; then add "; PH off" to hours

        # How soon customers hear from you, in service time. The first target that matches holds.
        targets:
          - name: standard
            calendar: service
            first_response: 30m           # s, m, h, d; a day is 24 hours of service time
            next_response: 1h
            warn_at: [50%, 80%]

        # Who you are on each platform. A token stands in a file that only you can read (chmod 600), or in the environment:
        # ANTWORT_TOKEN_SOCIAL for the account social.
        # accounts:
        #   - name: social
        #     platform: mastodon          # or bluesky, facebook, instagram, x, youtube, reddit, discourse, google, trustpilot, export
        #     url: https://social.example
        #     handle: "@yourbrand"
        #     token_file: social.token
        #   - name: archive
        #     platform: export
        #     handle: "@yourbrand"

        # What is read for an account. A path that ends in / is a folder: every file put there is read.
        # sources:
        #   - name: mentions
        #     account: social
        #     kind: api                   # asks the account's server
        #   - name: exports
        #     account: archive
        #     kind: export
        #     format: antwort-posts       # or twcs, csv
        #     path: exports/

        # How posts are read: topics to count them by in reports, and your own words for the categories of the word lists.
        # triage:
        #   topics:
        #     - {name: heating, keywords: ["heiz*", kein .. warmes wasser]}
        #   words:
        #     de: {complaint: ["zugausfall*"]}

        # Who hears when an answer is late.
        # alerts:
        #   channels:
        #     - name: mail
        #       kind: email               # or webhook, with url or url_file and format: slack, teams, generic
        #       url: smtp://mail.example:587
        #       from: antwort@example.org
        #       to: [service@example.org]

        """
    }

    /// A YAML text in double quotes; characters that are not printed are escaped.
    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"":
                quoted += "\\\(scalar)"
            case _
            where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
                || (0x2028...0x2029).contains(scalar.value) || (0xFFFE...0xFFFF).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default:
                quoted.unicodeScalars.append(scalar)
            }
        }
        return "\"\(quoted)\""
    }
}
