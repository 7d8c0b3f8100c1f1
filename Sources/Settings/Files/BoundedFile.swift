import Foundation

/// Reads whole files, but never more than a limit.
enum BoundedFile {
    static func read(_ path: String, limit: Int) -> Result<[UInt8], FileFault> {
        guard !path.isEmpty, !path.utf8.contains(0) else { return .failure(.missing) }
        guard !FileManager.default.fileExists(atPath: path + "/.") else { return .failure(.folder) }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var bytes: [UInt8] = []
            while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
                bytes += chunk
                guard bytes.count <= limit else { return .failure(.tooLarge(limit: limit)) }
            }
            return .success(bytes)
        } catch {
            return .failure(fault(error))
        }
    }

    private static func fault(_ error: any Error) -> FileFault {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile, .fileNoSuchFile: .missing
        case .fileReadNoPermission: .denied
        default: .failed(code: Int32(truncatingIfNeeded: (error as NSError).code))
        }
    }
}
