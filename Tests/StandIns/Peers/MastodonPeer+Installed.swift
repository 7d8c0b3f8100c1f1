package import Foundation

extension MastodonPeer {
    /// It should be there and is not.
    package struct NotInstalled: Error, CustomStringConvertible {
        let folder: String
        package var description: String { "mastodon-mock is not in \(folder); scripts/install-peers puts it there" }
    }

    /// Starts the server that `make test` has installed.
    /// - Parameter root: the project's folder.
    /// - Returns: nil, with a sentence that says what is skipped, where the package index could not be reached, and where the tests were
    ///   run without `make test`.
    /// - Throws: ``NotInstalled`` when `make test` ran and neither installed it nor found the index out of reach; else as ``init(program:)``.
    package static func ifInstalled(beside root: URL) throws -> MastodonPeer? {
        let named = ProcessInfo.processInfo.environment["ANTWORT_PEERS"]
        let folder = root.appending(path: named ?? ".build/peers")
        let program = folder.appending(path: "bin/mastodon_mock")
        let isUnreachable = FileManager.default.fileExists(atPath: folder.appending(path: "unreachable").path)
        if FileManager.default.isExecutableFile(atPath: program.path), !isUnreachable {
            return try MastodonPeer(program: program)
        }
        guard named == nil || isUnreachable else { throw NotInstalled(folder: folder.path) }
        print("skipped: no Mastodon server but our own stand-in is tested in this run; 'make test' installs another")
        return nil
    }
}
