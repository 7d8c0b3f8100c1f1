import Foundation

/// The lexicon files of a templates folder: `<templates>/<language>/lexicon/*`.
package struct LexiconFolder: Hashable, Sendable {
    /// The folder of all templates.
    package let templates: String

    private static let mostFiles = 200
    private static let mostBytes = 4 << 20

    package init(templates: String) {
        self.templates = templates
    }

    /// The files of one language by their names; empty if there is no such folder. Hidden files, backups and folders are left out.
    ///
    /// - Throws: ``LexiconFolderError`` for the first file that cannot be read.
    package func files(language: String) throws(LexiconFolderError) -> [String: [UInt8]] {
        let isWord =
            !language.isEmpty
            && language.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
            }
        guard isWord else { return [:] }

        let folder = "\(templates)/\(language)/lexicon"
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch CocoaError.fileReadNoSuchFile {
            return [:]
        } catch {
            throw LexiconFolderError(path: folder, fault: .denied)
        }
        var files: [String: [UInt8]] = [:]
        for name in names.sorted() where !name.hasPrefix(".") && !name.hasSuffix("~") {
            guard files.count < Self.mostFiles else {
                throw LexiconFolderError(path: folder, fault: .tooLarge(limit: Self.mostBytes))
            }
            switch BoundedFile.read("\(folder)/\(name)", limit: Self.mostBytes) {
            case .success(let bytes): files[name] = bytes
            case .failure(.folder): continue
            case .failure(let fault): throw LexiconFolderError(path: "\(folder)/\(name)", fault: fault)
            }
        }
        return files
    }
}

/// A lexicon file or folder that could not be read.
package struct LexiconFolderError: Error, Hashable, Sendable {
    package let path: String
    package let fault: FileFault

    package init(path: String, fault: FileFault) {
        self.path = path
        self.fault = fault
    }
}

extension LexiconFolderError: CustomStringConvertible {
    package var description: String { "\(Shown.path(path)): file: \(fault.what); \(fault.next)" }
}
