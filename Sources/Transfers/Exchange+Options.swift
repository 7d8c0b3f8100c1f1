import CCurl
import Foundation
import HTTPTypes

extension Exchange {
    /// Tells libcurl what to do, and everything it must not do.
    ///
    /// Says whether libcurl took every option.
    func configure(_ easy: inout EasyHandle, trustedCertificates: String?) -> Bool {
        configureAlways(&easy, trustedCertificates: trustedCertificates)
        switch question {
        case .web(let request): return configureWeb(request, &easy) && easy.firstRefusal == CURLE_OK
        case .mail(let mail): return configureMail(mail, &easy) && easy.firstRefusal == CURLE_OK
        }
    }

    private func configureAlways(_ easy: inout EasyHandle, trustedCertificates: String?) {
        easy.set(CURLOPT_URL, target.url)
        easy.set(CURLOPT_PROTOCOLS_STR, target.scheme)
        easy.set(CURLOPT_REDIR_PROTOCOLS_STR, "https")
        easy.set(CURLOPT_FOLLOWLOCATION, 0)
        easy.set(CURLOPT_NOSIGNAL, 1)
        easy.set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        // A name server that does not answer must not hold the thread when the transfer is given up.
        easy.set(CURLOPT_QUICK_EXIT, 1)
        easy.set(CURLOPT_SSLVERSION, ccurl_SSLVERSION_TLSv1_2)
        if let trustedCertificates { easy.set(CURLOPT_CAINFO, trustedCertificates) }

        unsafe easy.set(CURLOPT_WRITEFUNCTION, Exchange.onBody, context: (CURLOPT_WRITEDATA, self))
        unsafe easy.set(CURLOPT_HEADERFUNCTION, Exchange.onHeadLine, context: (CURLOPT_HEADERDATA, self))
        unsafe easy.set(CURLOPT_READFUNCTION, Exchange.onUpload, context: (CURLOPT_READDATA, self))
        unsafe easy.set(CURLOPT_OPENSOCKETFUNCTION, Exchange.onOpenSocket, context: (CURLOPT_OPENSOCKETDATA, self))
    }

    private func configureLimits(_ limits: TransferLimits, _ easy: inout EasyHandle) {
        func figure(_ value: Int) -> Int { min(max(1, value), Int(Int32.max)) }
        easy.set(CURLOPT_CONNECTTIMEOUT_MS, figure(limits.connectMilliseconds))
        easy.set(CURLOPT_TIMEOUT_MS, limits.totalMilliseconds.map(figure) ?? 0)
        easy.set(CURLOPT_LOW_SPEED_LIMIT, figure(limits.lowSpeedBytesPerSecond))
        easy.set(CURLOPT_LOW_SPEED_TIME, figure(limits.lowSpeedSeconds))
    }

    private func configureProxy(_ proxy: String, _ easy: inout EasyHandle) {
        easy.set(CURLOPT_PROXY, target.isLoopback ? "" : proxy)
        easy.set(CURLOPT_NOPROXY, "")
        easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    }

    // MARK: Web

    private func configureWeb(_ request: TransferRequest, _ easy: inout EasyHandle) -> Bool {
        configureLimits(request.limits, &easy)
        configureProxy(request.proxy, &easy)

        // A stream that pauses must hold back its own sender only, through TCP, and not fill HTTP/2's 32 MB window.
        let isShared = request.purpose == .read && !isStream
        easy.set(CURLOPT_HTTP_VERSION, isShared ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1)
        easy.set(CURLOPT_PIPEWAIT, isShared ? 1 : 0)
        // libcurl repeats a request that failed on a reused connection.
        easy.set(CURLOPT_FRESH_CONNECT, request.purpose == .publish || !request.isSafe ? 1 : 0)
        easy.set(CURLOPT_FORBID_REUSE, request.purpose == .publish ? 1 : 0)

        if request.offset > 0 {
            easy.set(CURLOPT_RANGE, "\(request.offset)-")
        } else {
            easy.set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        }
        configureMethod(request, &easy)
        guard let list = TextList(headerLines(of: request)) else { return false }
        lists.append(list)
        unsafe easy.set(CURLOPT_HTTPHEADER, list.first)
        return true
    }

    private func configureMethod(_ request: TransferRequest, _ easy: inout EasyHandle) {
        let method = request.method.rawValue
        if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) {
            easy.set(CURLOPT_POST, 1)
            easy.set(CURLOPT_POSTFIELDSIZE_LARGE, size: request.body.count)
            if request.body.isEmpty {
                easy.set(CURLOPT_COPYPOSTFIELDS, "")
            } else {
                unsafe request.body.withUnsafeBytes { unsafe easy.setCopied(CURLOPT_COPYPOSTFIELDS, $0) }
            }
            if method != "POST" { easy.set(CURLOPT_CUSTOMREQUEST, method) }
        } else if method == "HEAD" {
            easy.set(CURLOPT_NOBODY, 1)
        } else if method != "GET" {
            easy.set(CURLOPT_CUSTOMREQUEST, method)
        }
    }

    private func headerLines(of request: TransferRequest) -> [String] {
        // libcurl writes an empty field only when told by a semicolon.
        var lines = request.headers.map { $0.value.isEmpty ? "\($0.name.rawName);" : "\($0.name.rawName): \($0.value)" }
        // Neither a made-up content type, nor a second's wait for "100 Continue".
        if !request.headers.contains(.contentType) { lines.append("Content-Type:") }
        if !request.headers.contains(.expect) { lines.append("Expect:") }
        return lines
    }

    // MARK: Mail

    private func configureMail(_ mail: MailRequest, _ easy: inout EasyHandle) -> Bool {
        configureLimits(mail.limits, &easy)
        configureProxy("", &easy)
        let isEncryptionDemanded = mail.encryption == .always || !target.isLoopback
        easy.set(CURLOPT_USE_SSL, Int(isEncryptionDemanded ? CURLUSESSL_ALL.rawValue : CURLUSESSL_NONE.rawValue))
        if let user = mail.user { easy.set(CURLOPT_USERNAME, user) }
        if let password = mail.password { easy.set(CURLOPT_PASSWORD, password) }

        guard let recipients = TextList(mail.recipients.map { "<\($0)>" }) else { return false }
        lists.append(recipients)
        easy.set(CURLOPT_MAIL_FROM, "<\(mail.sender)>")
        unsafe easy.set(CURLOPT_MAIL_RCPT, recipients.first)

        upload = mail.wireMessage
        easy.set(CURLOPT_UPLOAD, 1)
        easy.set(CURLOPT_INFILESIZE_LARGE, size: upload.count)
        return true
    }
}
