/// Something in the file that no release of ours writes.
struct Damage: Error {
    /// For the log: what was found, without values.
    let what: String
}
