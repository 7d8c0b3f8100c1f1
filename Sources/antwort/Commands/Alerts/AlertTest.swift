import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Transfers
import Workflow

struct AlertTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send a test message through every channel, or one of them.",
        usage: "antwort alerts test [<channel>] [options]",
        discussion: """
            The message is real and goes to everybody the channel names. It says that it is a drill: nothing is \
            wrong, and nobody waits.

            Exit codes: 0 sent; 2 a channel failed, each listed; 78 there is no such channel, or the settings have a \
            mistake.

            Example:
              antwort alerts test mail
            """)

    @Argument(help: .channel)
    var channel: String?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .creating)
        let channels = desk.noticeChannels().filter { channel == nil || $0.name == channel }
        guard !channels.isEmpty else {
            throw Problem(
                .configuration, at: channel ?? "alerts", field: "alerts.channels",
                channel == nil ? "there is no channel" : "there is no such channel", next: "add one to the settings")
        }
        let post = desk.noticePost(makeID: RandomKey.make)
        var problems: [Problem] = []
        for channel in channels {
            do throws(Problem) {
                for group in drill(for: channel.name, at: desk.now) { try await post.deliver(group, by: channel) }
                terminal.note("A drill went out by \(SafeText.line(channel.name)).")
            } catch {
                problems.append(error)
            }
        }
        await desk.transfers.shutdown()
        if !problems.isEmpty { throw Problems(all: problems) }
    }

    /// Our own trouble, made up and saying so: it goes the same way as what is real.
    private func drill(for channel: String, at now: Instant) -> [NoticeGroup] {
        let matter = SourceMatter(
            name: "drill", since: now, code: "drill", message: "this is a drill: nothing is wrong, and nobody waits")
        let key = NoticeKey(subject: matter.id, level: .source, recipient: channel, number: 0)
        return NoticeGroup.groups(of: [Notice(key: key, matter: .source(matter))])
    }
}
