import HTTPTypes
import ServiceHours

/// How long a server wants to be left alone, as its headers say it.
enum MastodonPause {
    /// Seconds beyond which no header is believed.
    private static let longest: Seconds = 86_400
    private static let limitField = HTTPField.Name("X-RateLimit-Limit")
    private static let remainingField = HTTPField.Name("X-RateLimit-Remaining")
    private static let resetField = HTTPField.Name("X-RateLimit-Reset")

    /// The end of the pause that an answer asks for; nil when it asks for none.
    /// - Parameter strikes: how many answers before it asked for one: each doubles the pause where no instant can be read.
    static func end(for answer: HTTPResponse, strikes: Int, now: Instant) -> Instant? {
        let fields = answer.headerFields
        let isRefused = answer.status.code == 429
        guard isRefused || isUsedUp(fields) else { return nil }
        let named = [retryAfter(fields, now: now), reset(fields)].compactMap(\.self).filter { $0 > now }.max()
        guard let named else {
            // Of a limit that is over by now only a refusal says that it is not.
            if !isRefused, reset(fields) != nil { return nil }
            return now + min(3_600, 30 << Seconds(min(max(strikes, 0), 7)))
        }
        return min(named, now + longest)
    }

    /// Whether (nearly) nothing may be asked any more. Of a large allowance some is left for publishing.
    private static func isUsedUp(_ fields: HTTPFields) -> Bool {
        guard let remaining = number(fields, remainingField) else { return false }
        return remaining <= ((number(fields, limitField) ?? 0) >= 100 ? 10 : 0)
    }

    private static func reset(_ fields: HTTPFields) -> Instant? {
        guard let name = resetField, let text = fields[name] else { return nil }
        if let instant = Instant(rfc3339: text) { return instant }
        // Some proxies and imitations write seconds since 1970.
        guard let seconds = Int64(text), seconds > 1_000_000_000 else { return nil }
        return Instant(seconds: seconds)
    }

    /// Seconds or an HTTP date (RFC 9110, section 10.2.3).
    static func retryAfter(_ fields: HTTPFields, now: Instant) -> Instant? {
        guard let text = fields[.retryAfter] else { return nil }
        if let seconds = Int64(text) { return seconds >= 0 ? now + seconds : nil }
        return date(text)
    }

    /// `Wed, 21 Oct 2026 07:28:00 GMT`, the one form that may still be sent (RFC 9110, section 5.6.7).
    private static func date(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, let month = months.firstIndex(of: String(words[2])) else { return nil }
        let pair = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Instant(rfc3339: "\(words[3])-\(pair)-\(words[1])T\(words[4])Z")
    }

    private static func number(_ fields: HTTPFields, _ name: HTTPField.Name?) -> Int64? {
        name.flatMap { fields[$0] }.flatMap { Int64($0) }
    }
}
