import Foundation

/// The lines of standard input or of a file, one after the other, whatever their number.
struct InputLines: Sequence, IteratorProtocol {
    private static let portion = 1 << 18

    private let file: FileHandle?
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// Those of standard input, each as soon as it is there.
    init() {
        file = nil
    }

    /// Those of a file.
    init(of file: FileHandle) {
        self.file = file
    }

    /// The next line without its line end; nil after the last.
    mutating func next() -> [UInt8]? {
        while true {
            if let end = buffer[start...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                let line = buffer[start..<end]
                return Array(line.last == 0x0D ? line.dropLast() : line)
            }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return Array(buffer[start...])
            }
            buffer.removeSubrange(..<start)
            start = 0
            let chunk = more
            if chunk.isEmpty { isAtEnd = true } else { buffer += chunk }
        }
    }

    private var more: Data {
        guard let file else { return FileHandle.standardInput.availableData }
        return (try? file.read(upToCount: Self.portion)) ?? Data()
    }
}
