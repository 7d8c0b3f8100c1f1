import CCurl

extension TransferError.Code {
    /// Our word for libcurl's number.
    ///
    /// 28 is both the end of the total time and a stall; the caller tells them apart by the time that passed.
    init(_ result: CURLcode) {
        self =
            switch result {
            case CURLE_URL_MALFORMAT: .badURL
            case CURLE_COULDNT_RESOLVE_HOST: .hostNotFound
            case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxyFailed
            case CURLE_COULDNT_CONNECT: .connectFailed
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_CERTPROBLEM,
                CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CRL_BADFILE,
                CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
                .tlsFailed
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_SEND_ERROR, CURLE_SEND_FAIL_REWIND, CURLE_UPLOAD_FAILED: .sendFailed
            case CURLE_RECV_ERROR: .receiveFailed
            case CURLE_GOT_NOTHING: .emptyAnswer
            case CURLE_PARTIAL_FILE: .bodyCut
            // 1 is how libcurl calls an answer without a status line.
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_HTTP2_STREAM: .garbage
            case CURLE_BAD_CONTENT_ENCODING: .badEncoding
            case CURLE_FILESIZE_EXCEEDED, CURLE_WRITE_ERROR: .answerTooLarge
            case CURLE_LOGIN_DENIED: .loginRefused
            case CURLE_OUT_OF_MEMORY: .outOfMemory
            default: .other
            }
    }
}
