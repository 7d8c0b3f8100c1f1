/// The file in which a model is kept: `ANTWMODL`, a format number, the language, then weighing, outputs and weights, all little-endian.
extension TriageModel {
    /// Why bytes are no model.
    package enum CodingError: Error, Hashable, Sendable {
        /// They do not begin as one, or end early or late.
        case noModel
        /// A format that this release does not know, or of other labels than it learns.
        case otherFormat(Int)
    }

    private static let mark = Array("ANTWMODL".utf8)
    /// Counts on whenever features, labels or this layout change.
    private static let format = 1

    /// The model as a file holds it.
    package var bytes: [UInt8] {
        var bytes = Self.mark
        bytes.append(UInt8(Self.format))
        bytes.append(UInt8(LearnedLabel.outputCount))
        bytes += Array(language.rawValue.utf8.prefix(2))
        bytes += weighing.rarities
        for output in outputs {
            for value in [output.scale, output.bias, output.calibration.a, output.calibration.b, output.cut] {
                let bits = value.bitPattern
                for shift in stride(from: UInt32(0), to: 32, by: 8) {
                    bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
                }
            }
        }
        bytes.reserveCapacity(bytes.count + weights.count)
        for weight in weights { bytes.append(UInt8(bitPattern: weight)) }
        return bytes
    }

    /// Reads a model back.
    /// - Throws: ``CodingError``; a model of another release is no model of this one and has to be trained again.
    package init(bytes: [UInt8]) throws(CodingError) {
        guard bytes.starts(with: Self.mark), bytes.count > Self.mark.count + 4 else { throw .noModel }
        var place = Self.mark.count
        let format = Int(bytes[place])
        guard format == Self.format, Int(bytes[place + 1]) == LearnedLabel.outputCount else {
            throw .otherFormat(format)
        }
        guard let language = Language(rawValue: String(decoding: bytes[place + 2..<place + 4], as: UTF8.self)) else {
            throw .noModel
        }
        place += 4
        let size = place + FeatureVector.bucketCount + Self.width * 20 + FeatureVector.bucketCount * Self.width
        guard bytes.count == size else { throw .noModel }
        let rarities = Array(bytes[place..<place + FeatureVector.bucketCount])
        place += FeatureVector.bucketCount
        var outputs: [Output] = []
        for _ in 0..<Self.width {
            let values = (0..<5).map { index in
                Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[place + index * 4 + $1]) << UInt32($1 * 8) })
            }
            guard values.allSatisfy(\.isFinite) else { throw .noModel }
            outputs.append(
                Output(
                    scale: values[0], bias: values[1], calibration: Calibration(a: values[2], b: values[3]),
                    cut: values[4]))
            place += 20
        }
        self.init(
            language: language, weighing: FeatureWeighing(rarities: rarities),
            weights: bytes[place...].map { Int8(bitPattern: $0) }, outputs: outputs)
    }

    /// Tells models apart.
    var fingerprint: UInt64 {
        var hash = WordHash()
        for byte in weighing.rarities { hash.add(byte) }
        for weight in weights { hash.add(UInt8(bitPattern: weight)) }
        for output in outputs {
            for value in [output.scale, output.bias, output.calibration.a, output.calibration.b, output.cut] {
                for shift in stride(from: UInt32(0), to: 32, by: 8) {
                    hash.add(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
                }
            }
        }
        return hash.value
    }
}
