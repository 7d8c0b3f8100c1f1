extension TransferError {
    /// What the operator can do about it.
    package var advice: String {
        switch code {
        case .badURL: "check the URL's spelling"
        case .badRequest: "remove control characters from the request, and content from a question about a file"
        case .schemeRefused: "use https, or file for reading; smtp or smtps for mail"
        case .plainHTTPRefused: "use https, or allow plain http for this account"
        case .hostNotFound: "check the host's name and this machine's name server"
        case .proxyFailed: "check the proxy's address and whether it is up"
        case .connectFailed: "check that the service is up and its port is open to this machine"
        case .tlsFailed: "check the server's certificate, its name, and this machine's clock and trusted certificates"
        case .timedOut: "try again later, or allow a longer time-out"
        case .tooSlow: "try again later; the other side stalled"
        case .sendFailed, .receiveFailed, .emptyAnswer, .bodyCut: "try again later; the connection broke"
        case .garbage: "check that the address is that of the service; what answered does not speak its protocol"
        case .badEncoding: "report it to the service; its compressed answer is damaged"
        case .answerTooLarge: "ask for less at once, or allow larger answers"
        case .redirectRefused: "use the address the service redirects to, if it is to be trusted"
        case .tooManyRedirects: "use the final address; the service redirects in circles"
        case .loginRefused: "check user and password"
        case .mailRefused: "check sender and recipients, and what the mail server's log says"
        case .fileUnreadable: "check that the file exists, is a regular file and may be read"
        case .fileShrunk: "read the file from its beginning; it is shorter than it was"
        case .cancelled: "run it again"
        case .stopped: "run it again; it was shutting down"
        case .outOfMemory: "free memory on this machine"
        case .other: "look the number up in libcurl's list of errors\(curlCode.map { " (\($0))" } ?? "")"
        }
    }
}
