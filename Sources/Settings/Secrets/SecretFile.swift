import Foundation

/// A file that holds one secret and that nobody but its owner can read: mode 0600 or 0400.
package struct SecretFile: Hashable, Sendable {
    /// More than the longest token.
    package static let mostBytes = 16 << 10

    /// Absolute.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The secret: the file's text without one line end behind it.
    ///
    /// The permissions are those of the opened file, wherever links lead and whatever is put in its place meanwhile. Where an
    /// access list gives others a right, the bits of the group show it.
    package func read() throws(SecretError) -> Secret {
        do {
            return try Secret(text())
        } catch {
            throw SecretError(place: .file(path), fault: error)
        }
    }

    private func text() throws(SecretFault) -> String {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
        // Without blocking, so that a pipe laid in the file's place cannot stop us.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.fault(errno) }
        defer { close(descriptor) }

        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else { throw .failed(code: errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .noFile }
        guard facts.st_mode & 0o077 == 0 else { throw .exposed(mode: UInt32(facts.st_mode) & 0o7777) }

        var bytes = try Self.bytes(of: descriptor)
        if bytes.last == UInt8(ascii: "\n") {
            bytes.removeLast()
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private static func bytes(of descriptor: Int32) throws(SecretFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var fault: Int32 = 0
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: mostBytes) { buffer, count in
                let got = unsafe Foundation.read(descriptor, buffer.baseAddress, mostBytes)
                if got < 0 { fault = errno }
                count = max(0, got)
            }
            if fault == EINTR { continue }
            guard fault == 0 else { throw .failed(code: fault) }
            if piece.isEmpty { return bytes }

            bytes += piece
            guard bytes.count <= mostBytes else { throw .tooLarge }
        }
    }

    private static func fault(_ number: Int32) -> SecretFault {
        switch number {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .denied
        case ENXIO: .noFile
        default: .failed(code: number)
        }
    }
}
