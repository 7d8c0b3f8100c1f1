import CParsers

/// One JSON object after the other, read by simdjson into memory that is used again.
@safe struct JSONLine: ~Copyable {
    /// Nil when there was no memory for it: then no line can be read.
    private let reader: OpaquePointer?

    init() {
        unsafe reader = antwort_json_reader_make()
    }

    deinit {
        unsafe antwort_json_reader_free(reader)
    }

    /// Reads the object in `bytes`; the fields below are those of the object read last.
    func read(_ bytes: ArraySlice<UInt8>) throws(RowFault) {
        let fault = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe antwort_json_read(reader, buffer.baseAddress, buffer.count)
        }
        guard fault != ANTWORT_JSON_FINE else { return }
        switch fault {
        case ANTWORT_JSON_NOT_UTF8:
            throw RowFault(
                .encoding, nil, "holds bytes that are not UTF-8; export the file as UTF-8 and import it again")
        case ANTWORT_JSON_NOT_AN_OBJECT:
            throw RowFault(.json, nil, "is JSON, but not an object; write one object a line")
        case ANTWORT_JSON_TOO_DEEP:
            throw RowFault(.json, nil, "is nested deeper than \(ANTWORT_JSON_DEPTH) levels; write it flatter")
        case ANTWORT_JSON_NUMBER:
            throw RowFault(.json, nil, "holds a number that no computer keeps exactly; write it as a string")
        case ANTWORT_JSON_STRING:
            throw RowFault(
                .json, nil, "holds a string that is not closed or not escaped as JSON asks for; correct the line")
        case ANTWORT_JSON_TOO_LARGE:
            throw RowFault(.json, nil, "is too large for the memory there is; split it")
        default:
            throw RowFault(.json, nil, "is not one whole JSON object; correct the line")
        }
    }

    /// A text; nil where the name is absent or null. NUL is taken out.
    func text(_ name: String) throws(RowFault) -> String? {
        try unsafe JSONLine.text(antwort_json_field(reader, name), name)
    }

    /// A text in the object under `outer`.
    func text(_ name: String, in outer: String) throws(RowFault) -> String? {
        try unsafe JSONLine.text(antwort_json_inner_field(reader, outer, name), "\(outer).\(name)")
    }

    /// An id, a string or an integer; nil where the name is absent, null or empty.
    func id(_ name: String) throws(RowFault) -> String? {
        try unsafe JSONLine.id(antwort_json_field(reader, name), name)
    }

    /// An id in the object under `outer`.
    func id(_ name: String, in outer: String) throws(RowFault) -> String? {
        try unsafe JSONLine.id(antwort_json_inner_field(reader, outer, name), "\(outer).\(name)")
    }

    /// Yes or no; nil where the name is absent or null.
    func flag(_ name: String) throws(RowFault) -> Bool? {
        let value = unsafe antwort_json_field(reader, name)
        switch unsafe value.kind {
        case ANTWORT_JSON_ABSENT, ANTWORT_JSON_NULL: return nil
        case ANTWORT_JSON_TRUE: return true
        case ANTWORT_JSON_FALSE: return false
        default: throw RowFault(.type, name, "is not true or false; write it without quotes")
        }
    }

    /// Whether an object stands under the name; throws where something else does.
    func hasObject(_ name: String) throws(RowFault) -> Bool {
        let value = unsafe antwort_json_field(reader, name)
        switch unsafe value.kind {
        case ANTWORT_JSON_ABSENT, ANTWORT_JSON_NULL: return false
        case ANTWORT_JSON_OBJECT: return true
        default: throw RowFault(.type, name, "is not an object; write it in curly brackets")
        }
    }

    /// The texts of a list, the first `most` of them; nil where the name is absent or null.
    func texts(_ name: String, most: Int) throws(RowFault) -> [String]? {
        let list = unsafe antwort_json_field(reader, name)
        switch unsafe list.kind {
        case ANTWORT_JSON_ABSENT, ANTWORT_JSON_NULL: return nil
        case ANTWORT_JSON_LIST: break
        default: throw RowFault(.type, name, "is not a list; write it in square brackets")
        }
        var texts: [String] = []
        for index in 0..<min(unsafe list.elements, most) {
            guard let text = try unsafe JSONLine.text(antwort_json_element(reader, name, index), name) else {
                throw RowFault(.type, name, "holds null where a string belongs; leave it out")
            }
            texts.append(text)
        }
        return texts
    }

    private static func text(_ value: antwort_json_value, _ field: String) throws(RowFault) -> String? {
        switch unsafe value.kind {
        case ANTWORT_JSON_ABSENT, ANTWORT_JSON_NULL: return nil
        case ANTWORT_JSON_STRING_VALUE: break
        default: throw RowFault(.type, field, "is not a string; write it in quotes")
        }
        let bytes = unsafe UnsafeBufferPointer(start: value.bytes, count: value.count)
        if unsafe bytes.contains(0) { return unsafe String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) }
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    private static func id(_ value: antwort_json_value, _ field: String) throws(RowFault) -> String? {
        if unsafe value.kind == ANTWORT_JSON_INTEGER {
            return unsafe value.is_negative ? "-\(value.magnitude)" : String(value.magnitude)
        }
        switch unsafe value.kind {
        case ANTWORT_JSON_ABSENT, ANTWORT_JSON_NULL: return nil
        case ANTWORT_JSON_STRING_VALUE: break
        default: throw RowFault(.type, field, "is neither a string nor an integer; write the id in quotes")
        }
        let bytes = unsafe UnsafeBufferPointer(start: value.bytes, count: value.count)
        if bytes.isEmpty { return nil }
        guard bytes.count <= RemoteID.longest, unsafe !bytes.contains(0) else {
            throw RowFault(.value, field, RemoteID.complaint)
        }
        return unsafe String(decoding: bytes, as: UTF8.self)
    }
}
