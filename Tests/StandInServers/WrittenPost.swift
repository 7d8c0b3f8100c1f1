import Foundation

/// A post of the file that the servers start with: time, author, name and text, separated by tabs.
struct WrittenPost {
    /// Seconds since 1970.
    let at: Int64
    let author: String
    let name: String
    let text: String

    /// A line of the file that is none of these.
    struct Fault: Error, CustomStringConvertible {
        let line: Int
        var description: String { "line \(line): write TIME, AUTHOR, NAME and TEXT, separated by tabs" }
    }

    /// Oldest first, as they stand there; lines that begin with `#` are remarks.
    static func read(_ text: String) throws -> [WrittenPost] {
        try text.split(separator: "\n").enumerated().filter { !$0.element.hasPrefix("#") }.map { index, line in
            let fields = line.split(separator: "\t", maxSplits: 3).map(String.init)
            guard fields.count == 4, let time = try? Date(fields[0], strategy: .iso8601) else {
                throw Fault(line: index + 1)
            }
            return WrittenPost(
                at: Int64(time.timeIntervalSince1970), author: fields[1], name: fields[2], text: fields[3])
        }
    }
}
