import Dialogue

extension PostKey {
    /// A number that is the same for the same post in every run and on every machine (FNV-1a, 64 bits).
    var seed: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        for byte in network.name.utf8 { add(byte) }
        add(0)
        for byte in remoteID.utf8 { add(byte) }
        return hash ^ (hash >> 29)
    }
}
