/// Hands pages from the task that reads to the task that stores, a few ahead at most: reading waits when storing is slower, so memory
/// stays flat however large the export is.
package actor Handoff<Item: Sendable> {
    private let room: Int
    private var items: [Item] = []
    private var isFinished = false
    private var isClosed = false
    private var taker: CheckedContinuation<Item?, Never>?
    private var giver: CheckedContinuation<Void, Never>?

    /// - Parameter room: how many items may wait; >= 1. One task gives, one takes.
    package init(room: Int) {
        self.room = max(1, room)
    }

    /// Hands an item over as soon as there is room.
    /// - Returns: false when nobody takes items any more.
    package func give(_ item: Item) async -> Bool {
        if let taker {
            self.taker = nil
            taker.resume(returning: item)
            return true
        }
        while items.count >= room, !isClosed {
            await withCheckedContinuation { giver = $0 }
        }
        guard !isClosed else { return false }
        if let taker {
            self.taker = nil
            taker.resume(returning: item)
        } else {
            items.append(item)
        }
        return true
    }

    /// Says that no item follows.
    package func finish() {
        isFinished = true
        guard items.isEmpty, let taker else { return }
        self.taker = nil
        taker.resume(returning: nil)
    }

    /// The next item; nil when there is none and none will come.
    package func take() async -> Item? {
        if !items.isEmpty {
            let item = items.removeFirst()
            giver?.resume()
            giver = nil
            return item
        }
        if isFinished { return nil }
        return await withCheckedContinuation { taker = $0 }
    }

    /// Says that no item is taken any more.
    package func close() {
        isClosed = true
        items.removeAll()
        giver?.resume()
        giver = nil
    }
}
