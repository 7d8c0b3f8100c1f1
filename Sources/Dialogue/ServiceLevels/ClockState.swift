/// What is to be said of a clock at some instant; the raw values are those of every output.
package enum ClockState: String, Hashable, Sendable {
    case running, paused, met, breached, cancelled
}
