import Foundation

/// Names this installation of the system, so that a store that was copied to another machine is noticed.
enum HostIdentity {
    /// The machine id of systemd and D-Bus (machine-id(5)); machines without one share an empty name.
    static func read() -> String {
        for path in ["/etc/machine-id", "/var/lib/dbus/machine-id"] {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let id = String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
            if !id.isEmpty { return id }
        }
        return ""
    }
}

/// A time that no change of the wall clock moves.
enum BootClock {
    /// The boot's random id and the seconds since then, time asleep included (proc(5), `random/boot_id` and `uptime`).
    static func read() -> (id: String, seconds: Int64) {
        let id = text(of: "/proc/sys/kernel/random/boot_id")
        let uptime = text(of: "/proc/uptime").split(separator: " ").first.flatMap { Double($0) } ?? 0
        return (id, Int64(uptime))
    }

    private static func text(of path: String) -> String {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: data, as: UTF8.self).filter { $0 != "\n" }
    }
}
