import ArgumentParser

/// How a command says what it has to say.
struct OutputOptions: ParsableArguments, Sendable {
    @Flag(help: "Print JSON, one object a line, instead of text.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print results and problems only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more about what is done.")
    var verbose = false

    @Flag(help: "Print without colour, as with NO_COLOR set.")
    var noColor = false
}
