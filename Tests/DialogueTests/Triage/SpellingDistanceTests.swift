import Dialogue
import Testing

@Suite struct `Distances of spellings` {
    @Test(
        "count slips of the hand",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("calendar", "calendar", 0), ("calender", "calendar", 1),
            ("calandar", "calendar", 1), ("clandar", "calendar", 2), ("servcie", "service", 1), ("ab", "ba", 1),
            ("tür", "tur", 1), ("facebok", "facebook", 1), ("facebookk", "facebook", 1), ("kitten", "sitting", 3),
        ])
    func distances(left: String, right: String, expected: Int) {
        #expect(SpellingDistance.between(left, right) == expected)
        #expect(SpellingDistance.between(right, left) == expected)
    }

    @Test func `look at the beginning of long words only`() {
        let long = String(repeating: "x", count: 1_000_000)
        #expect(SpellingDistance.between(long, long + "y") == 0)
        #expect(SpellingDistance.between(long, "y") == 64)
    }
}
