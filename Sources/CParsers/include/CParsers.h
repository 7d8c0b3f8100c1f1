#ifndef ANTWORT_CPARSERS_H
#define ANTWORT_CPARSERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads one JSON object after the other, reusing its memory. Opaque; not to be used from two threads at once.
typedef struct antwort_json_reader antwort_json_reader;

/// Why an object could not be read.
typedef enum antwort_json_fault {
    ANTWORT_JSON_FINE = 0,
    /// Not JSON: a stray character, a missing bracket, something behind the object.
    ANTWORT_JSON_SYNTAX = 1,
    /// JSON, but not an object.
    ANTWORT_JSON_NOT_AN_OBJECT = 2,
    /// Bytes that are not UTF-8.
    ANTWORT_JSON_NOT_UTF8 = 3,
    /// Nested deeper than ANTWORT_JSON_DEPTH.
    ANTWORT_JSON_TOO_DEEP = 4,
    /// A number that fits neither 64 bits nor a double.
    ANTWORT_JSON_NUMBER = 5,
    /// A string with a raw control character or an unknown escape.
    ANTWORT_JSON_STRING = 6,
    /// No memory for it, or it is larger than simdjson's 4 GiB.
    ANTWORT_JSON_TOO_LARGE = 7,
} antwort_json_fault;

/// Objects and lists within one another, at most.
enum { ANTWORT_JSON_DEPTH = 64 };

/// What stands under a name.
typedef enum antwort_json_kind {
    /// The name is not there.
    ANTWORT_JSON_ABSENT = 0,
    ANTWORT_JSON_NULL = 1,
    ANTWORT_JSON_STRING_VALUE = 2,
    /// An integer that fits 64 bits with a sign, or 64 bits without.
    ANTWORT_JSON_INTEGER = 3,
    /// A number with a fraction or an exponent.
    ANTWORT_JSON_FRACTION = 4,
    ANTWORT_JSON_FALSE = 5,
    ANTWORT_JSON_TRUE = 6,
    ANTWORT_JSON_OBJECT = 7,
    ANTWORT_JSON_LIST = 8,
} antwort_json_kind;

/// A value as it stands in the object read last: it dies with the next read.
typedef struct antwort_json_value {
    antwort_json_kind kind;
    /// Of a string: UTF-8 without an end mark, NUL possible. NULL for every other kind.
    const uint8_t *bytes;
    size_t count;
    /// Of an integer: its absolute value, and its sign.
    uint64_t magnitude;
    bool is_negative;
    /// Of a list: how many elements it has.
    size_t elements;
} antwort_json_value;

/// NULL when there is no memory.
antwort_json_reader *antwort_json_reader_make(void);
void antwort_json_reader_free(antwort_json_reader *reader);

/// Reads the one object in `bytes`, which need no padding and are not kept.
///
/// Half a surrogate pair, as a text that was cut in the middle of an emoji has it, becomes U+FFFD.
antwort_json_fault antwort_json_read(antwort_json_reader *reader, const uint8_t *bytes, size_t count);

/// The value under `name` (ended by NUL) in the object last read. Of equal names the first counts.
antwort_json_value antwort_json_field(const antwort_json_reader *reader, const char *name);

/// The value under `name` in the object that stands under `outer`; absent when no object stands there.
antwort_json_value antwort_json_inner_field(const antwort_json_reader *reader, const char *outer, const char *name);

/// The element at `index` of the list under `name`; absent beyond its end, or when no list stands there.
///
/// The elements before it are stepped over: read a few, not thousands.
antwort_json_value antwort_json_element(const antwort_json_reader *reader, const char *name, size_t index);

#ifdef __cplusplus
}
#endif

#endif
