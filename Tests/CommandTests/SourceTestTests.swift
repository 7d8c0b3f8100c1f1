import StandIns
import Testing

@Suite struct `antwort source test` {
    @Test(
        "says what the token may do, and nothing that the server did not say",
        arguments: [
            (.mastodon, "The token may read and write."),
            (.goToSocial, "The server does not say whether the token may read and write."),
        ] as [(MastodonStandInKind, String)])
    func rights(kind: MastodonStandInKind, expected: String) async throws {
        let server = try OurServer(kind)
        defer { server.stop() }
        try await AntwortCommand.withHome { antwort in
            let desk = try SocialDesk(antwort, at: server)
            let tested = try await desk.run("source", "test", "social")
            #expect(tested.status == 0, "\(tested.complaints)")
            #expect(tested.text.contains(expected), "\(tested.text)")
            server.server.grant(["read"])
            let poor = try await desk.run("source", "test", "social")
            #expect(!poor.text.contains("The token may read and write."), "\(poor.text)")
        }
    }
}
