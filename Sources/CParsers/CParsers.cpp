#include "CParsers.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <simdjson.h>
#include <string_view>

namespace dom = simdjson::dom;

struct antwort_json_reader {
    dom::parser parser;
    dom::object object;
    bool has_object = false;
    std::unique_ptr<uint8_t[]> padded;
    size_t room = 0;
};

namespace {

/// Makes room for `count` bytes and simdjson's padding, in powers of two so that growing records do not allocate each time.
bool reserve(antwort_json_reader &reader, size_t count) {
    if (count <= reader.room) return true;
    if (count > simdjson::SIMDJSON_MAXSIZE_BYTES / 2) return false;
    size_t room = std::max<size_t>(reader.room, 16 * 1024);
    while (room < count) room *= 2;
    reader.padded.reset(new (std::nothrow) uint8_t[room + simdjson::SIMDJSON_PADDING]);
    reader.room = 0;
    if (!reader.padded) return false;
    if (reader.parser.allocate(room, ANTWORT_JSON_DEPTH) != simdjson::SUCCESS) return false;
    reader.room = room;
    return true;
}

int hex_digit(uint8_t byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
    return -1;
}

/// The code unit of the escape `\uXXXX` at `at`, or -1 where none stands.
int escaped_unit(const uint8_t *bytes, size_t count, size_t at) {
    if (at + 6 > count || bytes[at] != '\\' || bytes[at + 1] != 'u') return -1;
    int unit = 0;
    for (size_t index = at + 2; index < at + 6; index++) {
        const int digit = hex_digit(bytes[index]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/// Writes U+FFFD over every escaped half of a surrogate pair that has no other half. The length stays.
void repair_surrogates(uint8_t *bytes, size_t count) {
    for (size_t at = 0; at + 1 < count;) {
        const void *escape = std::memchr(bytes + at, '\\', count - at);
        if (escape == nullptr) return;
        at = size_t(static_cast<const uint8_t *>(escape) - bytes);
        const int unit = escaped_unit(bytes, count, at);
        if (unit < 0) {
            at += 2;
            continue;
        }
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            const int next = escaped_unit(bytes, count, at + 6);
            if (next >= 0xDC00 && next <= 0xDFFF) {
                at += 12;
                continue;
            }
        }
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            std::memcpy(bytes + at + 2, "FFFD", 4);
        }
        at += 6;
    }
}

antwort_json_fault fault_of(simdjson::error_code code) {
    switch (code) {
    case simdjson::SUCCESS: return ANTWORT_JSON_FINE;
    case simdjson::UTF8_ERROR: return ANTWORT_JSON_NOT_UTF8;
    case simdjson::DEPTH_ERROR: return ANTWORT_JSON_TOO_DEEP;
    case simdjson::NUMBER_ERROR: return ANTWORT_JSON_NUMBER;
    case simdjson::STRING_ERROR:
    case simdjson::UNESCAPED_CHARS:
    case simdjson::UNCLOSED_STRING: return ANTWORT_JSON_STRING;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC: return ANTWORT_JSON_TOO_LARGE;
    default: return ANTWORT_JSON_SYNTAX;
    }
}

antwort_json_value absent() {
    antwort_json_value value;
    std::memset(&value, 0, sizeof value);
    return value;
}

antwort_json_value value_of(simdjson::simdjson_result<dom::element> found) {
    antwort_json_value value = absent();
    dom::element element;
    if (found.get(element) != simdjson::SUCCESS) return value;

    switch (element.type()) {
    case dom::element_type::NULL_VALUE: value.kind = ANTWORT_JSON_NULL; break;
    case dom::element_type::OBJECT: value.kind = ANTWORT_JSON_OBJECT; break;
    case dom::element_type::DOUBLE: value.kind = ANTWORT_JSON_FRACTION; break;
    case dom::element_type::ARRAY: {
        value.kind = ANTWORT_JSON_LIST;
        // The tape counts to 2^24; longer lists are walked once.
        size_t elements = 0;
        for (dom::element unused : dom::array(element)) {
            (void)unused;
            elements += 1;
        }
        value.elements = elements;
        break;
    }
    case dom::element_type::STRING: {
        const std::string_view text = std::string_view(element);
        value.kind = ANTWORT_JSON_STRING_VALUE;
        value.bytes = reinterpret_cast<const uint8_t *>(text.data());
        value.count = text.size();
        break;
    }
    case dom::element_type::INT64: {
        const int64_t number = int64_t(element);
        value.kind = ANTWORT_JSON_INTEGER;
        value.is_negative = number < 0;
        value.magnitude = number < 0 ? 0 - uint64_t(number) : uint64_t(number);
        break;
    }
    case dom::element_type::UINT64:
        value.kind = ANTWORT_JSON_INTEGER;
        value.magnitude = uint64_t(element);
        break;
    case dom::element_type::BOOL: value.kind = bool(element) ? ANTWORT_JSON_TRUE : ANTWORT_JSON_FALSE; break;
    }
    return value;
}

} // namespace

antwort_json_reader *antwort_json_reader_make(void) {
    try {
        return new antwort_json_reader();
    } catch (...) {
        return nullptr;
    }
}

void antwort_json_reader_free(antwort_json_reader *reader) { delete reader; }

antwort_json_fault antwort_json_read(antwort_json_reader *reader, const uint8_t *bytes, size_t count) {
    try {
        reader->has_object = false;
        if (count == 0) return ANTWORT_JSON_SYNTAX;
        if (!reserve(*reader, count)) return ANTWORT_JSON_TOO_LARGE;
        uint8_t *padded = reader->padded.get();
        std::memcpy(padded, bytes, count);
        std::memset(padded + count, 0, simdjson::SIMDJSON_PADDING);

        dom::element root;
        repair_surrogates(padded, count);
        const auto code = reader->parser.parse(padded, count, false).get(root);
        if (code != simdjson::SUCCESS) return fault_of(code);
        if (root.get(reader->object) != simdjson::SUCCESS) return ANTWORT_JSON_NOT_AN_OBJECT;
        reader->has_object = true;
        return ANTWORT_JSON_FINE;
    } catch (...) {
        return ANTWORT_JSON_TOO_LARGE;
    }
}

antwort_json_value antwort_json_field(const antwort_json_reader *reader, const char *name) {
    try {
        if (!reader->has_object) return absent();
        return value_of(reader->object.at_key(name));
    } catch (...) {
        return absent();
    }
}

antwort_json_value antwort_json_inner_field(const antwort_json_reader *reader, const char *outer, const char *name) {
    try {
        if (!reader->has_object) return absent();
        dom::object inner;
        if (reader->object.at_key(outer).get(inner) != simdjson::SUCCESS) return absent();
        return value_of(inner.at_key(name));
    } catch (...) {
        return absent();
    }
}

antwort_json_value antwort_json_element(const antwort_json_reader *reader, const char *name, size_t index) {
    try {
        if (!reader->has_object) return absent();
        dom::array list;
        if (reader->object.at_key(name).get(list) != simdjson::SUCCESS) return absent();
        return value_of(list.at(index));
    } catch (...) {
        return absent();
    }
}
