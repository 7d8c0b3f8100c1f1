import Glibc
package import Workflow

/// Writes a token where only its owner can read it.
package enum TokenKeeper {
    package static func write(_ token: String, to path: String) throws(Problem) {
        let fresh = "\(path).\(getpid())"
        let descriptor = unsafe open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault(at: path) }
        var bytes = Array((token + "\n").utf8)
        let written = unsafe Glibc.write(descriptor, &bytes, bytes.count)
        let isSynced = fsync(descriptor) == 0
        close(descriptor)
        guard written == bytes.count, isSynced, unsafe rename(fresh, path) == 0 else {
            _ = unsafe unlink(fresh)
            throw fault(at: path)
        }
    }

    private static func fault(at path: String) -> Problem {
        Problem(
            .cannotCreate, at: path, field: "token_file", "the token cannot be written there",
            next: "check that the folder exists and may be written")
    }
}
