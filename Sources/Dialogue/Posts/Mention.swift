/// How a post names somebody it speaks to.
package enum Mention {
    /// The form in which handles and ids are compared: lower case, without a leading `@`.
    ///
    /// Platforms accept a handle in any case; people type it in any case.
    package static func normalised(_ written: String) -> String {
        let bare = written.hasPrefix("@") ? String(written.dropFirst()) : written
        return bare.lowercased()
    }

    /// The handles written as `@handle` in `text`, normalised, in order, each once.
    ///
    /// A handle is letters, digits, `_`, `.`, `-` and one further `@server` part; trailing dots and dashes are punctuation. An `@` inside a
    /// word, as in a mail address, starts none.
    package static func written(in text: String) -> [String] {
        var found: [String] = []
        var current: [UInt8] = []
        var isInside = false
        var previous: UInt8 = 0x20

        func close() {
            while let last = current.last, last == 0x2E || last == 0x2D || last == 0x40 { current.removeLast() }
            if !current.isEmpty {
                let handle = String(decoding: current, as: UTF8.self)
                if !found.contains(handle) { found.append(handle) }
            }
            current.removeAll(keepingCapacity: true)
            isInside = false
        }

        for byte in text.utf8 {
            let isPart = isHandleByte(byte)
            if isInside {
                let opensServer = byte == 0x40 && !current.isEmpty && !current.contains(0x40)
                if isPart || opensServer {
                    // A handle longer than this is none on any network: keep the scan linear and the list small.
                    if current.count < 256 { current.append(isUpper(byte) ? byte | 0x20 : byte) }
                } else {
                    close()
                }
            } else if byte == 0x40, !isWordByte(previous), previous != 0x40, found.count < 64 {
                isInside = true
            }
            previous = byte
        }
        if isInside { close() }
        return found
    }

    private static func isUpper(_ byte: UInt8) -> Bool {
        byte >= 0x41 && byte <= 0x5A
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }

    private static func isHandleByte(_ byte: UInt8) -> Bool {
        byte < 0x80 && (isWordByte(byte) || byte == 0x2E || byte == 0x2D)
    }
}
