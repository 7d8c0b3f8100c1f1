package import ServiceHours

/// What came of sending a frozen request, before it is judged: wire facts from the shell, the reading of the body from the connector.
package struct PublishAnswer: Hashable, Sendable {
    /// What a connector read in a complete answer.
    package enum Reading: Hashable, Sendable {
        /// The body says nothing the connector understands.
        case nothing
        /// The reply, as the platform now has it.
        case reply(SentReply)
        /// The platform refused, in its own words.
        case refusal(Refusal, words: String)
    }

    /// What kind of refusal the body names, where the status alone does not tell.
    package enum Refusal: Hashable, Sendable {
        case plain
        /// The platform takes it for something already said.
        case duplicate
        /// The token has run out.
        case tokenExpired
        /// The key is in use for other words.
        case keyInUse
    }

    /// The status line that was seen, even if the rest was cut; nil when none was.
    package let status: Int?
    /// Whether the whole answer arrived.
    package let isComplete: Bool
    /// Bytes of the request, header included, that may have left this machine.
    package let bytesSent: Int64
    package let curlCode: Int?
    package let retryAfter: Seconds?
    package let reading: Reading

    package init(
        status: Int?, isComplete: Bool, bytesSent: Int64, curlCode: Int? = nil, retryAfter: Seconds? = nil,
        reading: Reading
    ) {
        self.status = status
        self.isComplete = isComplete
        self.bytesSent = bytesSent
        self.curlCode = curlCode
        self.retryAfter = retryAfter
        self.reading = reading
    }
}

/// A reply of ours that stands on the platform.
package struct SentReply: Hashable, Sendable {
    package let remoteID: String
    package let url: String?
    /// When the platform says it was created: the response clock stops here. Nil where it does not say.
    package let at: Instant?

    package init(remoteID: String, url: String?, at: Instant?) {
        self.remoteID = remoteID
        self.url = url
        self.at = at
    }
}
