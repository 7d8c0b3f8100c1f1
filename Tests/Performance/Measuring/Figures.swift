import Foundation

/// Prints figures, a line each, as soon as they are known.
enum Figures {
    /// - Parameters:
    ///   - what: what was measured.
    ///   - size: on how much.
    ///   - figures: the results, the telling one first.
    static func show(_ what: String, _ size: String, _ figures: String...) {
        print(
            "  \(what.padded(to: 34)) \(size.padded(to: 16)) \(figures.joined(separator: "   "))   load \(Machine.load)"
        )
        fflush(nil)
    }

    static func milliseconds(_ seconds: Double) -> String {
        "\(decimal(seconds * 1_000, digits: 1)) ms"
    }

    static func seconds(_ seconds: Double) -> String {
        "\(decimal(seconds, digits: 2)) s"
    }

    static func megabytes(_ bytes: Int) -> String {
        "\(decimal(Double(bytes) / 1_048_576, digits: 1)) MB"
    }

    static func rate(_ count: Int, _ seconds: Double, _ unit: String) -> String {
        "\(grouped(Int(Double(count) / max(seconds, 1e-9)))) \(unit)/s"
    }

    static func ratio(_ value: Double) -> String {
        "\(decimal(value, digits: 2))x"
    }

    static func decimal(_ value: Double, digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }

    static func grouped(_ number: Int) -> String {
        var text = String(number)
        var end = text.index(text.endIndex, offsetBy: -3, limitedBy: text.startIndex)
        while let position = end, position > text.startIndex {
            text.insert(",", at: position)
            end = text.index(position, offsetBy: -3, limitedBy: text.startIndex)
        }
        return text
    }
}

extension String {
    func padded(to width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }
}
