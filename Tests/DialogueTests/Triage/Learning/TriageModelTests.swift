import Dialogue
import TestSupport
import Testing

@Suite struct `A model` {
    @Test func `of the same posts is the same, byte for byte`() async throws {
        let posts = try Array(SeedCorpus(.english).posts.prefix(300))
        let model = try await model(of: posts)
        #expect(try await self.model(of: posts).bytes == model.bytes)
    }

    @Test func `of other posts is another`() async throws {
        let posts = try Array(SeedCorpus(.english).posts.prefix(301))
        let model = try await model(of: posts)
        #expect(try await self.model(of: Array(posts.prefix(300))).bytes != model.bytes)
    }

    @Test func `comes back from its bytes as it was`() async throws {
        let model = try await model(of: Array(SeedCorpus(.english).posts.prefix(200)))
        #expect(try TriageModel(bytes: model.bytes) == model)
        #expect(model.bytes.count < 2_000_000)
    }

    @Test func `is not read from anything else`() async throws {
        let bytes = try await model(of: Array(SeedCorpus(.english).posts.prefix(100))).bytes
        var otherFormat = bytes
        otherFormat[8] = 200
        var noNumber = bytes
        let firstScale = 8 + 4 + 65_536
        noNumber.replaceSubrange(firstScale..<firstScale + 4, with: [0, 0, 0xc0, 0x7f])
        var otherLanguage = bytes
        otherLanguage.replaceSubrange(10..<12, with: Array("xx".utf8))
        for broken in [[], Array("ANTWMODL".utf8), Array(bytes.dropLast()), bytes + [0], noNumber, otherLanguage] {
            #expect(throws: TriageModel.CodingError.noModel) { try TriageModel(bytes: broken) }
        }
        #expect(throws: TriageModel.CodingError.otherFormat(200)) { try TriageModel(bytes: otherFormat) }
    }

    @Test func `leaves a label to the rules that nobody taught it`() async throws {
        let posts = try SeedCorpus(.english).posts.prefix(200).map { post in
            LabelledPost(
                id: post.id, text: post.text, language: post.language, labels: post.labels.filter { $0.key == .irony })
        }
        let engine = try TriageFixtures.engine.get()
        let taught = engine.knowing([try await model(of: posts)])
        for text in ["Where is my parcel?", "Thanks, bye!", "The 7:14 is cancelled again"] {
            let (before, after) = (
                engine.read(text, context: TriageContext()), taught.read(text, context: TriageContext())
            )
            #expect(before.intent == after.intent && before.sentiment == after.sentiment)
            #expect(before.ironySuspected == nil && after.ironySuspected != nil)
            #expect(after.emotion == nil)
        }
    }

    @Test func `changes the version that is stored beside a post`() async throws {
        let engine = try TriageFixtures.engine.get()
        let posts = try Array(SeedCorpus(.english).posts.prefix(101))
        let versions = [
            engine.modelVersion, engine.knowing([try await model(of: Array(posts.prefix(100)))]).modelVersion,
            engine.knowing([try await model(of: posts)]).modelVersion,
        ]
        #expect(Set(versions).count == 3)
    }

    @Test func `teaches nothing about posts in other languages`() async throws {
        let engine = try TriageFixtures.engine.get()
        let taught = engine.knowing([try await model(of: Array(SeedCorpus(.english).posts.prefix(200)))])
        let german = taught.read("Der Zug um 7:14 fällt schon wieder aus", context: TriageContext())
        #expect(german.language.value == .german && german.emotion == nil)
    }

    private func model(of posts: [LabelledPost]) async throws -> TriageModel {
        let engine = try TriageFixtures.engine.get()
        return await ModelTrainer(engine: engine, language: .english).model(from: posts.map { ModelTrainer.Lesson($0) })
    }
}
