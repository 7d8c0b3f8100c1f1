import ArgumentParser

/// How a command says what it has to say.
struct OutputOptions: ParsableArguments, Sendable {
    @Flag(help: "Print results as JSON, one object a line.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print nothing but results and problems.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more about what is being done.")
    var verbose = false

    @Flag(help: "Never use colour. NO_COLOR does the same.")
    var noColor = false
}
