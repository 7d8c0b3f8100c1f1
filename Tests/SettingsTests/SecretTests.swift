import Dialogue
import Foundation
import Settings
import Testing

/// A folder of its own for a test, removed at its end.
private func withFolder(_ work: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "settings-secrets-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try work(path)
}

private func write(_ bytes: some Sequence<UInt8>, to path: String, mode: Int = 0o600) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
}

/// What comes of reading a secret: nil if it can be read.
private func error(of work: () throws(SecretError) -> Secret) -> SecretError? {
    do {
        _ = try work()
        return nil
    } catch {
        return error
    }
}

private func fault(of path: String) -> SecretFault? {
    error { () throws(SecretError) in try SecretFile(path: path).read() }?.fault
}

@Suite struct `Secret files` {
    @Test("are read without one line end", arguments: ["canary", "canary\n", "canary\r\n", "ca nary\n", "känary"])
    func reading(text: String) throws {
        try withFolder { folder in
            try write(text.utf8, to: "\(folder)/token")
            let expected = text.replacing("\r\n", with: "").replacing("\n", with: "")
            #expect(try SecretFile(path: "\(folder)/token").read().text == expected)
        }
    }

    @Test(
        "with a mode that lets others in are refused",
        arguments: [
            (0o600, false), (0o400, false), (0o700, false), (0o640, true), (0o620, true), (0o604, true), (0o602, true),
            (0o610, true), (0o601, true), (0o644, true), (0o440, true), (0o444, true), (0o666, true), (0o777, true),
        ])
    func modes(mode: Int, isRefused: Bool) throws {
        try withFolder { folder in
            try write("canary".utf8, to: "\(folder)/token", mode: mode)
            let found = fault(of: "\(folder)/token")
            #expect(found == (isRefused ? .exposed(mode: UInt32(mode)) : nil))
        }
    }

    @Test func `an exposed one says the command that closes it`() throws {
        try withFolder { folder in
            for (name, word) in [("token", "\(folder)/token"), ("a b'c", "'\(folder)/a b'\\''c'")] {
                try write("canary".utf8, to: "\(folder)/\(name)", mode: 0o644)
                #expect {
                    try SecretFile(path: "\(folder)/\(name)").read()
                } throws: { error in
                    let error = error as? SecretError
                    return error?.description
                        == "\(folder)/\(name): file: others can read or write it (mode 0644); chmod 600 \(word), and replace the secret if somebody may have read it"
                        && error?.code == "secret-exposed"
                }
            }
        }
    }

    @Test func `a link counts as what it leads to`() throws {
        try withFolder { folder in
            try write("canary".utf8, to: "\(folder)/open", mode: 0o644)
            try write("canary".utf8, to: "\(folder)/closed")
            for name in ["open", "closed", "nothing"] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/to-\(name)", withDestinationPath: "\(folder)/\(name)")
            }
            #expect(
                fault(of: "\(folder)/to-open")
                    == .exposed(mode: 0o644))
            #expect(fault(of: "\(folder)/to-closed") == nil)
            #expect(fault(of: "\(folder)/to-nothing") == .missing)
        }
    }

    @Test func `what is no file never stops a run`() throws {
        try withFolder { folder in
            #expect(unsafe mkfifo("\(folder)/pipe", 0o600) == 0)
            for (path, expected) in [
                ("\(folder)/pipe", SecretFault.noFile), (folder, .noFile), ("/dev/zero", .noFile),
                ("\(folder)/none", .missing), ("\(folder)/none/x", .missing), ("", .missing), ("a\0b", .missing),
            ] {
                #expect(fault(of: path) == expected, "\(path)")
            }
        }
    }

    static let contents: [(String, SecretFault)] = [
        ("", .empty), ("\n", .empty), ("canary\n\n", .notOneLine), ("canary\nX-Admin: yes\n", .notOneLine),
        ("canary\0", .notOneLine), ("canary\r", .notOneLine), (" canary", .blank), ("canary \n", .blank),
        (String(repeating: "canary", count: SecretFile.mostBytes / 6 + 1), .tooLarge),
    ]

    @Test("with anything but one line are refused, and what stands in them is not shown", arguments: contents)
    func content(text: String, expected: SecretFault) throws {
        try withFolder { folder in
            try write(text.utf8, to: "\(folder)/token")
            let error = try #require(error { () throws(SecretError) in try SecretFile(path: "\(folder)/token").read() })
            #expect(error.fault == expected)
            #expect(!"\(error) \(String(reflecting: error))".contains("canary"))
            #expect(!error.what.contains(";") && !error.next.isEmpty)
        }
    }

    @Test func `with bytes that are no text are refused`() throws {
        try withFolder { folder in
            try write([0x63, 0xFF], to: "\(folder)/token")
            #expect(fault(of: "\(folder)/token") == .notUTF8)
        }
    }

    @Test func `of the longest kind are still read`() throws {
        try withFolder { folder in
            try write([UInt8](repeating: UInt8(ascii: "c"), count: SecretFile.mostBytes), to: "\(folder)/token")
            #expect(try SecretFile(path: "\(folder)/token").read().text.utf8.count == SecretFile.mostBytes)
        }
    }

    @Test func `a secret is never printed`() throws {
        try withFolder { folder in
            try write("canary".utf8, to: "\(folder)/token")
            let secret = try SecretFile(path: "\(folder)/token").read()
            var dumped = ""
            dump([secret], to: &dumped)
            dump(SecretPlace.variable(name: "V", value: "canary"), to: &dumped)
            let shown =
                "\(secret) \([secret]) \(String(reflecting: Optional(secret))) \(SecretPlace.variable(name: "V", value: "canary"))"
            #expect(!(shown + dumped).contains("canary"))
            #expect(secret.text == "canary")
        }
    }
}

@Suite struct `Places of secrets` {
    private let account = AccountSettings(
        name: "silber-bahn.social_1", platform: .mastodon, network: .init("n"), tokenFile: "/etc/antwort/social.token")

    @Test func `the environment comes before the file`() throws {
        let name = "ANTWORT_TOKEN_SILBER_BAHN_SOCIAL_1"
        #expect(SecretPlace.tokenVariable(ofAccount: account.name) == name)
        let file = SecretPlace.file(SecretFile(path: "/etc/antwort/social.token"))
        #expect(
            SecretPlace.token(of: account, in: [name: "t", "ANTWORT_TOKEN": "u"]) == .variable(name: name, value: "t"))
        #expect(SecretPlace.token(of: account, in: [name: ""]) == file)
        #expect(SecretPlace.token(of: account, in: ["ANTWORT_TOKEN_OTHER": "t"]) == file)

        let bare = AccountSettings(name: "a", platform: .mastodon, network: .init("n"))
        #expect(SecretPlace.token(of: bare, in: [:]) == nil)
        #expect(try SecretPlace.token(of: bare, in: ["ANTWORT_TOKEN_A": "t"])?.read().text == "t")
    }

    @Test func `a variable is held to the same rules`() {
        #expect {
            try SecretPlace.token(of: account, in: ["ANTWORT_TOKEN_SILBER_BAHN_SOCIAL_1": "canary\n"])?.read()
        } throws: { error in
            "\(error)"
                == "environment: ANTWORT_TOKEN_SILBER_BAHN_SOCIAL_1: more than one line, or a control character; set ANTWORT_TOKEN_SILBER_BAHN_SOCIAL_1 to the secret alone, in one line, or unset it"
        }
    }

    @Test func `the address of a web hook is checked wherever it stands`() throws {
        try withFolder { folder in
            let path = "\(folder)/hook"
            let hook = WebhookChannelSettings(address: .file(path))
            try write("https://Chat.example/canary?k=1\n".utf8, to: path)
            #expect(try hook.url().text == "https://chat.example/canary?k=1")
            #expect(
                try WebhookChannelSettings(address: .url("https://chat.example/x")).url().text
                    == "https://chat.example/x")

            for text in [
                "http://chat.example/canary", "ftp://chat.example/canary", "canary", "https://u:canary@x",
                "file:///canary",
            ] {
                try write(text.utf8, to: path)
                let error = try #require(error { () throws(SecretError) in try hook.url() }, "\(text) was taken")
                #expect(error.code == "secret-no-address")
                #expect(!"\(error)".contains("canary"))
            }
            try write("http://chat.example/x".utf8, to: path)
            #expect(
                try WebhookChannelSettings(address: .file(path), allowsPlainHTTP: true).url().text
                    == "http://chat.example/x")
            try write("http://127.0.0.1:9/x".utf8, to: path)
            #expect(try hook.url().text == "http://127.0.0.1:9/x")
        }
    }
}

@Suite struct `Mail addresses` {
    private func isTaken(_ address: String) -> Bool {
        let quoted = "'" + address.replacing("'", with: "''") + "'"
        return SettingsText(
            "brand: S\nalerts: {channels: [{name: m, kind: email, url: 'smtp://m', from: a@b, to: [\(quoted)]}]}"
        ).places().isEmpty
    }

    @Test(
        "of the plain kind are taken",
        arguments: [
            "a@b", "first.last+tag@sub.example.org", "o'neil@example.org", "a@xn--mller-kva.example", "1@1.example",
            String(repeating: "l", count: 64) + "@example.org",
        ])
    func plain(address: String) {
        #expect(isTaken(address))
    }

    @Test(
        "of any other kind are refused",
        arguments: [
            "a", "@b", "a@", "a@@b", "a@b@c", ".a@b", "a.@b", "a..b@c", "a@b..c", "a@.b", "a@b.", "a@-b", "a@b-",
            "a b@c",
            "a@b c", "<a@b>", "A <a@b>", "a@b>,<c@d", "a,b@c", "\"a b\"@c", "a@[127.0.0.1]", "ü@example.org",
            "a@müller.example",
            "a@b\u{7F}", "a@b_c", String(repeating: "l", count: 65) + "@example.org",
            "a@" + String(repeating: "d", count: 64), "a@" + String(repeating: "d.", count: 130) + "e",
        ])
    func other(address: String) {
        #expect(!isTaken(address))
    }
}
