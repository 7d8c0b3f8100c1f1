import ArgumentParser
import Assembly
import Storage
import Workflow

/// The options of a command that lists the newest of something.
struct NewestOptions: ParsableArguments, Sendable {
    @Option(help: .limit)
    var limit: Int = 100

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    }

    /// Asks the store for the newest, and for one more to see whether there are more, and lists them.
    func list<Record>(
        as listing: Listing<Record>, _ newest: (any Store, Int) async throws(StorageError) -> [Record]
    ) async throws {
        let desk = try await places.openDesk(for: .reading)
        let records: [Record]
        do {
            records = try await newest(desk.store, limit < .max ? limit + 1 : limit)
        } catch {
            throw Problem(error)
        }
        listing.show(records, limit: limit, at: desk, on: Terminal(options: output))
    }
}
