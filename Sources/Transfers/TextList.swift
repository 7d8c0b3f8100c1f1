import CCurl

/// libcurl's linked list of texts, which libcurl reads but does not copy: it lives as long as this object.
@safe
final class TextList {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    /// Nil when memory ran out.
    init?(_ texts: [String]) {
        for text in texts {
            guard let longer = unsafe curl_slist_append(first, text) else { return nil }
            unsafe first = longer
        }
    }

    deinit {
        unsafe curl_slist_free_all(first)
    }
}
