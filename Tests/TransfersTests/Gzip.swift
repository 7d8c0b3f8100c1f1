import Foundation

/// Gzip bodies made without a compressor (RFC 1951, RFC 1952).
enum Gzip {
    private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// `bytes` as they are, in a stored block; at most 65,535.
    static func stored(_ bytes: Data) -> Data {
        let length = UInt16(bytes.count)
        var gzip = Data(head + [1])
        for word in [length, ~length] { gzip += [UInt8(word & 0xFF), UInt8(word >> 8)] }
        gzip += bytes
        for word in [checksum(bytes), UInt32(bytes.count)] { gzip += (0..<4).map { UInt8(word >> ($0 * 8) & 0xFF) } }
        return gzip
    }

    /// Zeros in a fixed Huffman block: 13 bits for each 258 of them; never ended, for nobody should read that far.
    static func bomb(atLeast count: Int) -> Data {
        var bits: [UInt8] = [1, 1, 0]  // last block, fixed codes
        bits += [0, 0, 1, 1, 0, 0, 0, 0]  // the literal 0
        let run: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]  // length 258, distance 1
        // Eight runs fill 13 bytes exactly, so the pattern can be repeated as bytes.
        let period = pack(Array(repeating: run, count: 8).flatMap { $0 }, after: bits)
        var gzip = Data(head) + period.first
        for _ in 0..<(count / (258 * 8) + 1) { gzip += period.repeated }
        return gzip
    }

    /// Bits are packed from the lowest up. `repeated` holds what every further copy of `bits` adds.
    private static func pack(_ bits: [UInt8], after start: [UInt8]) -> (first: [UInt8], repeated: [UInt8]) {
        let all = start + bits + bits
        let bytes = stride(from: 0, to: all.count - 7, by: 8).map { at in
            (0..<8).reduce(UInt8(0)) { $0 | all[at + $1] << UInt8($1) }
        }
        let whole = start.count / 8
        return (Array(bytes[..<whole]), Array(bytes[whole..<whole + 13]))
    }

    private static func checksum(_ bytes: Data) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
