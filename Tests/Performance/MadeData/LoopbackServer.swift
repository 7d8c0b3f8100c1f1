import Foundation

/// An nginx of one worker on a free port of loopback, which serves a folder with entity tags and compression.
struct LoopbackServer {
    /// What it serves.
    let root: URL
    let url: String
    private let process: Child

    init(program: String, folder: URL) throws {
        root = folder.appending(path: "www")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let port = try Self.freePort()
        url = "http://127.0.0.1:\(port)"
        let configuration = folder.appending(path: "nginx.conf")
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\($0)_temp_path \(folder.path)/\($0);"
        }
        let text = """
            daemon off;
            master_process off;
            pid \(folder.path)/nginx.pid;
            error_log \(folder.path)/error.log;
            events { worker_connections 1024; }
            http {
                \(temporary.joined(separator: "\n    "))
                access_log off;
                keepalive_requests 100000;
                types { application/jsonl jsonl; }
                gzip on;
                gzip_types application/jsonl;
                server { listen 127.0.0.1:\(port); root \(root.path); }
            }
            """
        try Data(text.utf8).write(to: configuration)
        process = try Child(program, ["-p", folder.path, "-c", configuration.path], output: .discarded)
        try waitUntilItAnswers()
    }

    func stop() {
        process.terminate()
        _ = try? process.wait()
    }

    private func waitUntilItAnswers() throws {
        for _ in 0..<100 {
            if try Child.run("curl", ["-s", url], accepts: 0...255).status == 0 { return }
            usleep(50_000)
        }
        throw MeasuringError("nginx does not answer at \(url); see error.log in its folder")
    }

    /// A port that nobody listens on now.
    private static func freePort() throws -> UInt16 {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
                unsafe bind(listener, general, length) == 0 ? getsockname(listener, general, &length) : -1
            }
        }
        guard code == 0 else { throw MeasuringError("loopback gives no port: error \(errno)") }
        return UInt16(bigEndian: address.sin_port)
    }
}
