/// What went wrong between the product and its store.
package struct StorageError: Error, Hashable, Sendable {
    /// Fixed words, without values.
    package enum Code: String, Hashable, Sendable {
        /// The store cannot be made or opened there.
        case cannotOpen = "cannot-open"
        /// The file is not a store of this product, or is damaged.
        case notAStore = "not-a-store"
        /// A newer release wrote it.
        case newerSchema = "newer-schema"
        /// Somebody else kept it locked for longer than the busy time-out.
        case busy
        /// No space left on the device.
        case full
        /// The device failed.
        case io
        /// A defect of ours.
        case `internal`
    }

    package let code: Code
    /// The file, without secrets.
    package let path: String
    /// What the operator can do.
    package let advice: String

    package init(_ code: Code, path: String, advice: String) {
        self.code = code
        self.path = path
        self.advice = advice
    }
}
