import CCurl

/// One of libcurl's easy handles, with typed options and answers.
///
/// An option that libcurl does not take is remembered: a transfer whose restrictions were not accepted must not begin.
@safe
struct EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private(set) var firstRefusal: CURLcode = CURLE_OK

    /// Nil when memory ran out.
    init?() {
        guard let pointer = unsafe curl_easy_init() else { return nil }
        unsafe self.pointer = pointer
    }

    /// Which handle it is.
    var address: UInt { unsafe UInt(bitPattern: pointer) }

    /// Forgets all options; connections stay with the multi handle.
    mutating func reset() {
        unsafe curl_easy_reset(pointer)
        firstRefusal = CURLE_OK
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(unsafe ccurl_set_long(pointer, option, value))
    }

    mutating func set(_ option: CURLoption, size value: Int) {
        note(unsafe ccurl_set_size(pointer, option, curl_off_t(value)))
    }

    /// libcurl keeps a copy.
    mutating func set(_ option: CURLoption, _ value: String) {
        note(unsafe ccurl_set_text(pointer, option, value))
    }

    /// libcurl copies as many bytes as CURLOPT_POSTFIELDSIZE_LARGE said before.
    mutating func setCopied(_ option: CURLoption, _ bytes: UnsafeRawBufferPointer) {
        note(unsafe ccurl_set_bytes(pointer, option, bytes.baseAddress))
    }

    /// The list must live as long as the transfer.
    mutating func set(_ option: CURLoption, _ list: UnsafeMutablePointer<curl_slist>?) {
        note(unsafe ccurl_set_list(pointer, option, list))
    }

    /// The callback's context must live as long as the transfer.
    mutating func set(_ option: CURLoption, _ callback: ccurl_bytes_callback, context: (CURLoption, AnyObject)) {
        note(unsafe ccurl_set_bytes_callback(pointer, option, callback))
        setContext(context)
    }

    /// The callback's context must live as long as the transfer.
    mutating func set(_ option: CURLoption, _ callback: ccurl_socket_callback, context: (CURLoption, AnyObject)) {
        note(unsafe ccurl_set_socket_callback(pointer, option, callback))
        setContext(context)
    }

    func long(_ info: CURLINFO) -> Int {
        var value = 0
        return unsafe ccurl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    func size(_ info: CURLINFO) -> Int64 {
        var value: curl_off_t = 0
        return unsafe ccurl_get_size(pointer, info, &value) == CURLE_OK ? Int64(value) : 0
    }

    var timing: TransferTiming {
        TransferTiming(
            nameLookup: size(CURLINFO_NAMELOOKUP_TIME_T), connected: size(CURLINFO_CONNECT_TIME_T),
            secured: size(CURLINFO_APPCONNECT_TIME_T), firstByte: size(CURLINFO_STARTTRANSFER_TIME_T),
            total: size(CURLINFO_TOTAL_TIME_T))
    }

    private mutating func setContext(_ context: (option: CURLoption, object: AnyObject)) {
        note(
            unsafe ccurl_set_context(
                pointer, context.option, Unmanaged.passUnretained(context.object).toOpaque()))
    }

    private mutating func note(_ result: CURLcode) {
        if firstRefusal == CURLE_OK { firstRefusal = result }
    }
}
