// Typed doors to libcurl. Swift cannot call variadic functions and does not see macro constants; everything else of
// libcurl it calls by its own name.

#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stddef.h>
#include <sys/socket.h>

// Callbacks, by the shape libcurl documents for CURLOPT_WRITEFUNCTION, _HEADERFUNCTION, _READFUNCTION and
// _OPENSOCKETFUNCTION.
typedef size_t (*ccurl_bytes_callback)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*ccurl_socket_callback)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

// curl_easy_setopt, one door for each type of argument.
static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) { return curl_easy_setopt(easy, option, value); }
static inline CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) { return curl_easy_setopt(easy, option, value); }
static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) { return curl_easy_setopt(easy, option, value); }
static inline CURLcode ccurl_set_bytes(CURL *easy, CURLoption option, const void *value) { return curl_easy_setopt(easy, option, value); }
static inline CURLcode ccurl_set_context(CURL *easy, CURLoption option, void *value) { return curl_easy_setopt(easy, option, value); }
static inline CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) { return curl_easy_setopt(easy, option, value); }
static inline CURLcode ccurl_set_bytes_callback(CURL *easy, CURLoption option, ccurl_bytes_callback value) { return curl_easy_setopt(easy, option, value); }
static inline CURLcode ccurl_set_socket_callback(CURL *easy, CURLoption option, ccurl_socket_callback value) { return curl_easy_setopt(easy, option, value); }

// curl_easy_getinfo, one door for each type of answer.
static inline CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value) { return curl_easy_getinfo(easy, info, value); }
static inline CURLcode ccurl_get_size(CURL *easy, CURLINFO info, curl_off_t *value) { return curl_easy_getinfo(easy, info, value); }

// curl_multi_setopt.
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) { return curl_multi_setopt(multi, option, value); }

// CURLMsg keeps its result in a union.
static inline CURLcode ccurl_message_result(const CURLMsg *message) { return message->data.result; }

// The address libcurl is about to connect to; it may be longer than the field's type.
static inline const struct sockaddr *ccurl_address(const struct curl_sockaddr *address) { return &address->addr; }

// Macro constants, under the names libcurl gives them.
static const size_t ccurl_WRITEFUNC_PAUSE = CURL_WRITEFUNC_PAUSE;
static const size_t ccurl_READFUNC_ABORT = CURL_READFUNC_ABORT;
static const curl_socket_t ccurl_SOCKET_BAD = CURL_SOCKET_BAD;
static const long ccurl_GLOBAL_DEFAULT = CURL_GLOBAL_DEFAULT;
static const long ccurl_PIPE_MULTIPLEX = CURLPIPE_MULTIPLEX;
static const int ccurl_PAUSE_CONT = CURLPAUSE_CONT;
static const unsigned int ccurl_U_URLENCODE = CURLU_URLENCODE;
static const unsigned int ccurl_U_URLDECODE = CURLU_URLDECODE;
static const long ccurl_SSLVERSION_TLSv1_2 = CURL_SSLVERSION_TLSv1_2;

// Close-on-exec, so that a child process does not inherit the connection (SOCK_CLOEXEC is an enum on Linux, absent elsewhere).
#ifdef SOCK_CLOEXEC
static const int ccurl_SOCKET_FLAGS = SOCK_CLOEXEC;
#else
static const int ccurl_SOCKET_FLAGS = 0;
#endif

#endif
