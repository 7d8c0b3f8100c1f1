/// The file in which it is kept: `ANTWTOPC`, a format number, how many topics, the weighing, then for each topic its name, its figures and
/// its weights, all little-endian.
extension TopicModel {
    private static let mark = Array("ANTWTOPC".utf8)
    /// Counts on whenever features or this layout change.
    private static let format: UInt8 = 1
    private static let mostTopics = 255
    private static let figures = 4

    /// The model as a file holds it; of more than 255 topics the first 255.
    package var bytes: [UInt8] {
        var bytes = Self.mark
        bytes.append(Self.format)
        let kept = outputs.prefix(Self.mostTopics)
        bytes.append(UInt8(kept.count))
        bytes += weighing.rarities
        for output in kept {
            let name = Array(output.topic.utf8.prefix(Int(UInt16.max)))
            bytes.append(UInt8(truncatingIfNeeded: name.count))
            bytes.append(UInt8(truncatingIfNeeded: name.count >> 8))
            bytes += name
            for value in [output.scale, output.bias, output.calibration.a, output.calibration.b] {
                let bits = value.bitPattern
                for shift in stride(from: UInt32(0), to: 32, by: 8) {
                    bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
                }
            }
            for weight in output.weights { bytes.append(UInt8(bitPattern: weight)) }
        }
        return bytes
    }

    /// Reads a model back.
    /// - Throws: ``TriageModel/CodingError``; a model of another release has to be learned again.
    package init(bytes: [UInt8]) throws(TriageModel.CodingError) {
        guard bytes.starts(with: Self.mark), bytes.count > Self.mark.count + 2 else { throw .noModel }
        guard bytes[Self.mark.count] == Self.format else { throw .otherFormat(Int(bytes[Self.mark.count])) }
        let count = Int(bytes[Self.mark.count + 1])
        var rest = bytes[(Self.mark.count + 2)...]
        let rarities = try Self.take(FeatureVector.bucketCount, from: &rest)
        var outputs: [Output] = []
        for _ in 0..<count {
            let length = try Self.take(2, from: &rest)
            let name = try Self.take(Int(length[0]) | Int(length[1]) << 8, from: &rest)
            guard let topic = String(validating: name, as: UTF8.self) else { throw .noModel }
            let raw = try Self.take(Self.figures * 4, from: &rest)
            let values = (0..<Self.figures).map { index in
                Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(raw[index * 4 + $1]) << UInt32($1 * 8) })
            }
            guard values.allSatisfy(\.isFinite) else { throw .noModel }
            let weights = try Self.take(FeatureVector.bucketCount, from: &rest).map { Int8(bitPattern: $0) }
            outputs.append(
                Output(
                    topic: topic, weights: weights, scale: values[0], bias: values[1],
                    calibration: Calibration(a: values[2], b: values[3])))
        }
        guard rest.isEmpty else { throw .noModel }
        self.init(weighing: FeatureWeighing(rarities: rarities), outputs: outputs)
    }

    private static func take(
        _ count: Int, from rest: inout ArraySlice<UInt8>
    ) throws(TriageModel.CodingError) -> [UInt8] {
        guard rest.count >= count else { throw .noModel }
        let taken = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
        return taken
    }

    /// Tells models apart.
    var fingerprint: UInt64 {
        var hash = WordHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
