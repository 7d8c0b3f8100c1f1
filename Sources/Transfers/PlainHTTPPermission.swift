/// Whether a request may travel without TLS.
package enum PlainHTTPPermission: Hashable, Sendable {
    /// Only to 127.0.0.0/8, `[::1]` and `localhost`, and only if the address connected to really is this machine's.
    case loopbackOnly
    case always
}
