/// Which wording of which template a text was made from.
package struct WordingID: Hashable, Sendable, CustomStringConvertible {
    /// The folder of the language: `de`.
    package let language: String
    /// The template's file name without its ending: `complaint`.
    package let template: String
    /// The variant.
    package let register: ReplyRegister
    /// From 1, in the order of the file.
    package let number: Int

    package init(language: String, template: String, register: ReplyRegister, number: Int) {
        self.language = language
        self.template = template
        self.register = register
        self.number = number
    }

    /// `de/complaint#du.2`
    package var description: String {
        "\(language)/\(template)#\(register.rawValue).\(number)"
    }
}
