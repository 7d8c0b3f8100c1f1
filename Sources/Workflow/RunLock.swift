package import Foundation
import Glibc
package import ServiceHours

/// Keeps two runs of one command apart: the first works, every other is told so at once.
///
/// It is a `flock` on a file, so that the kernel frees it however the holder ends, and no child process inherits it.
package final class RunLock: Sendable {
    /// Who holds a lock, as written into its file.
    package struct Holder: Hashable, Sendable, Codable {
        package let pid: Int32
        /// When the run began.
        package let since: String
        package let command: String
    }

    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Takes the lock of `command` in `folder`, or says who has it.
    package static func take(_ command: String, in folder: URL, at now: Instant) throws(Problem) -> RunLock {
        let path = folder.appending(path: "\(command).lock").path
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Problem(
                .cannotCreate, at: path, "the lock file cannot be opened: \(SystemFault.last)",
                next: "check that the folder exists and may be written")
        }
        guard isTaken(descriptor) else {
            close(descriptor)
            let owner =
                holder(of: command, in: folder).map { "process \($0.pid) since \($0.since)" } ?? "another process"
            throw Problem(
                .locked, at: path, "\(owner) is running antwort \(command)", next: "nothing to do: try again later")
        }
        let holder = Holder(pid: getpid(), since: now.rfc3339, command: command)
        if let note = try? JSONEncoder().encode(holder) {
            _ = ftruncate(descriptor, 0)
            _ = unsafe note.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        }
        return RunLock(descriptor: descriptor)
    }

    /// Somebody who only asks who holds it has it for a moment, and so has a child process between its birth and its program: neither
    /// is another run, so the lock is tried for a tenth of a second.
    private static func isTaken(_ descriptor: Int32) -> Bool {
        for _ in 0..<5 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(20_000)
        }
        return false
    }

    /// Who is running `command` now; nil when nobody is.
    package static func holder(of command: String, in folder: URL) -> Holder? {
        let path = folder.appending(path: "\(command).lock").path
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // A lock that can be shared is held by nobody; the note in the file is then that of an earlier run.
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        guard let note = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        return try? JSONDecoder().decode(Holder.self, from: note)
    }
}

/// The last error of the C library, in words.
enum SystemFault {
    static var last: String {
        unsafe String(cString: strerror(errno))
    }
}
