import Dialogue
import Foundation
import ServiceHours
import TestSupport
import Testing

@Suite struct `Clock scenarios` {
    private static func differences(in file: ClockScenarioFile) throws -> [String] {
        var found: [String] = []
        for scenario in file.scenarios {
            let run = try ClockScenarioRun(scenario, of: file)
            for seed in 1...5 {
                var generator = SeededGenerator(seed: UInt64(seed))
                found += try run.differences(shuffledBy: &generator).map { "\(scenario.id) (order \(seed)): \($0)" }
            }
        }
        return found
    }

    @Test func `the shared ones hold in every field, in five orders each`() throws {
        guard let url = ProjectFiles.shared("data/sla-scenarios.json") else { return }
        let file = try ClockScenarioFile.read(url)
        #expect(file.scenarios.count == 31)
        #expect(try Self.differences(in: file) == [])
    }

    @Test func `our own hold in every field, in five orders each`() throws {
        let file = try ClockScenarioFile.read(ProjectFiles.fixture("clocks/scenarios.json"))
        #expect(file.scenarios.count >= 20)
        #expect(try Self.differences(in: file) == [])
    }
}
