import Foundation
import HTTPTypes
import Testing
import Transfers

@Suite final class `Files` {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("antwort-files-\(UUID().uuidString)")
    let driver = TransferDriver()

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func write(_ bytes: Data, to name: String = "Export März.csv") throws -> String {
        let file = folder.appendingPathComponent(name)
        try bytes.write(to: file)
        return file.absoluteString
    }

    @Test func `a file is read like an answer`() async throws {
        let url = try write(Data("a,b\n".utf8))
        let response = try await driver.perform(TransferRequest(url: url))
        #expect(response.status == .ok)
        #expect(response.body == Data("a,b\n".utf8))
        #expect(response.fields[.contentLength] == "4")
        #expect(response.head.validators.lastModified?.hasSuffix("GMT") == true)
    }

    @Test func `a file that has grown is read from where it ended`() async throws {
        let url = try write(Data("a,b\n".utf8))
        let first = try await driver.perform(TransferRequest(url: url))
        let unchanged = TransferRequest(url: url, offset: 4).revalidating(first.head.validators)
        #expect(try await driver.perform(unchanged).status == .notModified)

        _ = try write(Data("a,b\nc,d\n".utf8))
        let grown = try await driver.perform(unchanged)
        #expect(grown.status == .partialContent)
        #expect(grown.body == Data("c,d\n".utf8))
        #expect(try await driver.perform(TransferRequest(url: url, offset: 8)).body.isEmpty)

        _ = try write(Data("a".utf8))
        let error = await failure(of: try await driver.perform(unchanged))
        #expect(error?.code == .fileShrunk)
    }

    @Test func `a large file streams in pieces`() async throws {
        let bytes = Data((0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 / 7) })
        let url = try write(bytes)
        let stream = try await driver.stream(TransferRequest(url: url, limits: .bulk, offset: 1))
        var (received, largest) = (Data(), 0)
        for try await piece in stream {
            received += piece
            largest = max(largest, piece.count)
        }
        #expect(received == bytes.dropFirst())
        #expect(largest <= 1 << 20)
    }

    @Test func `what is no readable file is refused`() async throws {
        let pipe = folder.appendingPathComponent("pipe")
        let isMade = unsafe mkfifo(pipe.path, 0o600) == 0
        #expect(isMade)
        let missing = folder.appendingPathComponent("missing").absoluteString
        for url in [missing, folder.absoluteString, pipe.absoluteString, "file:///dev/zero"] {
            let error = await failure(of: try await driver.perform(TransferRequest(url: url)))
            #expect(error?.code == .fileUnreadable, "\(url)")
            #expect(error?.isNotSent == true)
        }
        let url = try write(Data("a".utf8))
        var wrong = [TransferRequest(method: .post, url: url), TransferRequest(url: url, purpose: .publish)]
        wrong += [TransferRequest(url: url, body: Data("x".utf8)), TransferRequest(url: url, offset: -1)]
        for request in wrong {
            let error = await failure(of: try await driver.perform(request))
            #expect(error?.code == .badRequest)
        }
        for url in ["file:///a%00b", "file://elsewhere/a"] {
            let error = await failure(of: try await driver.perform(TransferRequest(url: url)))
            #expect(error?.code == .badURL)
        }
    }

    @Test func `a file larger than allowed is refused`() async throws {
        let url = try write(Data(count: 1001))
        let error = await failure(
            of: try await driver.perform(TransferRequest(url: url, limits: .init(answerBytes: 1000))))
        #expect(error?.code == .answerTooLarge)
    }
}
