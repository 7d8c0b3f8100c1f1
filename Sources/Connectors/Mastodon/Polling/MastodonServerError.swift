import HTTPTypes

extension ConnectorError {
    /// The error that a Mastodon server's status stands for. Its texts are never looked at: they come in the language of the account.
    init(mastodon status: Int, at place: String) {
        let (code, advice): (Code, String) =
            switch status {
            case 401: (.credentials, "the server does not take the token; log the account in again")
            case 403:
                (.credentials, "the token does not allow this; log in again with all scopes that source test names")
            case 404, 410: (.gone, "the server has nothing there; check the url of the account")
            case 429: (.limited, "the server asks for a pause; it is asked again when that is over")
            case 408, 425, 500...599:
                (.unavailable, "the server cannot answer now; it is asked again with the next run")
            case 300...399: (.refused, "the server sends us elsewhere; put the new address into the settings")
            default: (.refused, "the server refuses the question; check that it speaks the Mastodon API")
            }
        self.init(code, at: "\(place), status \(status)", advice: advice)
    }
}
