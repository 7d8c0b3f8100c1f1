/// Why one record became no post, thrown from where that shows.
struct RowFault: Error, Hashable, Sendable {
    let code: BrokenRecord.Code
    /// The column or member it is about; nil when it is about the whole record.
    let field: String?
    let reason: String

    init(_ code: BrokenRecord.Code, _ field: String? = nil, _ reason: String) {
        self.code = code
        self.field = field
        self.reason = reason
    }
}

extension RowFault {
    static func missing(_ field: String) -> RowFault {
        RowFault(.missing, field, "is not there or empty; a post needs it")
    }
}
