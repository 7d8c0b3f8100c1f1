package import Dialogue
package import ServiceHours

/// Everything a draft may be made from. There is no other source: no clock, no chance, no memory.
package struct DraftRequest: Sendable {
    /// What waits for an answer, oldest first; never empty for a draft to come of it.
    package var posts: [PostToAnswer]
    /// The person whom the reply addresses.
    package var author: Author
    /// How the brand speaks where the customer does not decide it.
    package var voice: BrandVoice
    /// What the settings say about the account.
    package var account: AccountFacts
    /// The calendar that drives the clock; nil where there is none: then nothing is said about hours.
    package var calendar: ServiceCalendar?
    /// The instant the draft is made for.
    package var now: Instant
    /// The network's own limit.
    package var length: LengthRule
    /// What was said on the page lately.
    package var page: PageHistory
    /// How many candidates are wanted.
    package var count: Int

    package init(
        posts: [PostToAnswer], author: Author, voice: BrandVoice = BrandVoice(), account: AccountFacts,
        calendar: ServiceCalendar? = nil, now: Instant, length: LengthRule = .unlimited,
        page: PageHistory = PageHistory(), count: Int = 3
    ) {
        self.posts = posts
        self.author = author
        self.voice = voice
        self.account = account
        self.calendar = calendar
        self.now = now
        self.length = length
        self.page = page
        self.count = count
    }
}
