/// Something that a correct caller never asks for.
struct Defect: Error {
    /// What was asked, without values.
    let what: String
}
