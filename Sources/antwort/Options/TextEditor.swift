import Foundation
import Glibc
import Workflow

/// The editor a person likes: `$ANTWORT_EDITOR`, `$VISUAL`, `$EDITOR`, else `vi`.
struct TextEditor: Sendable {
    /// Opens `text` in it and returns what was saved.
    func edited(_ text: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            throw Problem(.noInput, at: "editor", "there is no terminal", next: "give the words with --body-file FILE")
        }
        let environment = ProcessInfo.processInfo.environment
        let command =
            ["ANTWORT_EDITOR", "VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
        let file = FileManager.default.temporaryDirectory.appending(path: "antwort-\(RandomKey.makeShort()).txt")
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Problem(.cannotCreate, at: file.path, "no temporary file can be made", next: "check TMPDIR") }
        defer { try? FileManager.default.removeItem(at: file) }

        // As git does: the editor's name may have options, so a shell takes it apart.
        let editor = Process()
        editor.executableURL = URL(filePath: "/bin/sh")
        editor.arguments = ["-c", "\(command) \"$1\"", command, file.path]
        try Self.withoutBlockedSignals { try editor.run() }
        editor.waitUntilExit()
        guard editor.terminationStatus == 0 else {
            throw Problem(
                .badData, at: command, "the editor ended with \(editor.terminationStatus)", next: "nothing was changed")
        }
        return try BodyFile.read(file.path)
    }

    /// A child inherits the signal mask of the thread that starts it, and the threads on which asynchronous code runs block nearly all: an
    /// editor would hear neither of Control-C nor of a window that changes its size.
    private static func withoutBlockedSignals(_ start: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try start()
    }
}
