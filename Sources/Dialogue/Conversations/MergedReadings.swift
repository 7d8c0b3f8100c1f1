import ServiceHours

/// Brings together what people merged: a conversation that goes on in another leaves its posts and clocks to it.
struct MergedReadings {
    private struct Place: Hashable {
        let account: String
        let network: Network
        let post: String
    }

    private let readings: [ConversationReading]

    init(_ readings: [ConversationReading]) {
        self.readings = readings
    }

    /// Every conversation, in the order of the readings.
    func conversations(under policies: ResponsePolicies) -> [Conversation] {
        guard readings.contains(where: { $0.goesOn != nil }) else {
            return readings.map { $0.conversation(with: [], under: policies) }
        }
        let next = directions()
        let ends = readings.indices.map { end(of: $0, following: next) }
        return readings.indices.map { index in
            let end = ends[index]
            if end != index, let since = readings[index].goesOn?.at {
                return readings[index].conversation(mergedInto: readings[end], at: since)
            }
            let absorbed = readings.indices.filter { $0 != index && ends[$0] == index }
            return readings[index].conversation(with: absorbed.map { readings[$0] }, under: policies)
        }
    }

    /// For each reading the one in which it goes on, as far as that is known here.
    private func directions() -> [Int?] {
        var holders: [Place: Int] = [:]
        for (index, reading) in readings.enumerated() {
            for member in reading.members where member.role == .opener {
                holders[place(member.post.remoteID, of: reading)] = index
            }
        }
        return readings.map { reading in reading.goesOn.flatMap { holders[place($0.post, of: reading)] } }
    }

    private func place(_ post: String, of reading: ConversationReading) -> Place {
        Place(account: reading.account.name, network: reading.thread.network, post: post)
    }

    /// Where a chain of merges ends; one that runs in a circle leaves its conversations as they are.
    private func end(of index: Int, following next: [Int?]) -> Int {
        var visited: Set<Int> = [index]
        var current = index
        while let other = next[current] {
            guard visited.insert(other).inserted else { return index }
            current = other
        }
        return current
    }
}
