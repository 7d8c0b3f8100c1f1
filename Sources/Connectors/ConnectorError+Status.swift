extension ConnectorError {
    /// The error that an HTTP status stands for. Texts of servers are never looked at: they come in any language.
    init(status: Int) {
        let (code, advice): (Code, String) =
            switch status {
            case 401: (.credentials, "the server wants credentials; check those of the source")
            case 403: (.credentials, "the server refuses these credentials; check what they may read")
            case 404, 410: (.gone, "nothing is there; check the address of the source")
            case 429: (.limited, "the server asks for a pause; it is asked again when that is over")
            case 408, 425, 500...599:
                (.unavailable, "the server cannot answer now; it is asked again with the next run")
            case 300...399: (.refused, "the server sends us elsewhere; put the new address into the settings")
            default: (.refused, "the server gives no export; open the address by hand to see why")
            }
        self.init(code, at: "status \(status)", advice: advice)
    }
}
