/// Whose turn it is: at most `total` at once, at most `perHost` of them at one host, hosts taking turns.
///
/// Waiting here, not inside libcurl, keeps a transfer's own time-outs from running before it has begun, and one slow
/// host from blocking the others. Every operation takes constant time.
package struct TurnQueue<Item> {
    private struct Host {
        var running = 0
        var waiting = Line<Item>()
        var isListed = false
    }

    private let total: Int
    private let perHost: Int
    private var running = 0
    private var hosts: [String: Host] = [:]
    /// Hosts at which something waits and may run, each once.
    private var turns = Line<String>()

    package init(total: Int, perHost: Int) {
        self.total = max(1, total)
        self.perHost = max(1, perHost)
    }

    package mutating func enqueue(_ item: Item, at host: String) {
        hosts[host, default: Host()].waiting.append(item)
        list(host)
    }

    /// Takes the next item that may run; ``release(_:)`` its host when it has ended.
    package mutating func next() -> Item? {
        guard running < total, let host = turns.popFirst(), let item = hosts[host]?.waiting.popFirst() else {
            return nil
        }
        hosts[host]?.isListed = false
        hosts[host]?.running += 1
        running += 1
        list(host)
        return item
    }

    package mutating func release(_ host: String) {
        running -= 1
        hosts[host]?.running -= 1
        list(host)
        if let state = hosts[host], state.running == 0, state.waiting.isEmpty { hosts[host] = nil }
    }

    private mutating func list(_ host: String) {
        guard let state = hosts[host], !state.isListed, !state.waiting.isEmpty, state.running < perHost else { return }
        hosts[host]?.isListed = true
        turns.append(host)
    }
}
