/*
 * UTF-8 text. What enters the store is one line, valid, composed (NFC) and free of control
 * characters; what goes to a terminal has any control character shown as \x1b.
 */
#ifndef BALINT_TEXT_H
#define BALINT_TEXT_H

#include <balint/refusal.h>

#include <stddef.h>
#include <stdint.h>

enum {
	TEXT_MOST = 1000,   /* characters that one field may have */
	TEXT_HANDLE = 65,   /* bytes of a handle, with the NUL */
	TEXT_ADDRESS = 255, /* bytes of a mail address, with the NUL (RFC 5321 4.5.3.1.3) */
};

/*
 * The text as the store keeps it: composed, white space at both ends taken off. New heap memory,
 * owned by the caller; NULL with a reason if the text is empty, too long, not UTF-8, or has control
 * characters (CR, LF, NUL, ESC …), separators of lines, or marks that reverse the writing direction.
 */
char *text_accept(const char *text, struct refusal *why);

/* The same for a text that may have so many characters. */
char *text_accept_long(const char *text, size_t most, struct refusal *why);

/* The text with its letters and accents composed (NFC); as it is if it is not UTF-8. New heap memory, owned by the caller. */
char *text_composed(const char *text);

/*
 * The text for comparing and sorting names: lower case, no accents, no apostrophes, one space
 * between words. `D’Angelò` → `dangelo`, `Łuk` → `luk`, `De  Luca` → `de luca`. New heap memory, owned by the caller.
 */
char *text_fold(const char *text);

/* Both with a blank between them, or that of them which is neither NULL nor empty, nor "-", as nobody is called. New heap memory, owned by the caller. */
char *text_both(const char *first, const char *second);

/* The word as a shell takes it, for commands in messages. New heap memory, owned by the caller. */
char *text_quoted(const char *word);

/* Columns that the text takes in a terminal, control characters shown as \x1b counted so. */
size_t text_width(const char *text, size_t length);

/* The longest beginning (in bytes) that fits into so many columns. */
size_t text_fit(const char *text, size_t length, size_t columns);

/* The text, or if it is wider than so many columns its beginning and that mark, of one column. New heap memory, owned by the caller. */
char *text_cut(const char *text, size_t columns, const char *mark);

/* Length in bytes of the character at `text`, which may be malformed (then 1); its code point, or -1. */
size_t text_character(const char *text, size_t length, int *codepoint);

/* Whether the code point is a control character that must be shown, not sent. */
bool text_is_control(int codepoint);

/* The candidate that a person may have meant, or NULL; the list ends with NULL. Result is one of them. */
const char *text_closest(const char *text, const char *const *candidates);

/*
 * A short name that scripts use (handle, edition code): a letter or digit, then letters, digits,
 * `.`, `_`, `-`, all ASCII, at most 64. Handles are lower case.
 */
bool text_is_code(const char *text, struct refusal *why);
bool text_is_handle(const char *text, struct refusal *why);

/* The number that a listing has given to something: digits only, at most 18. */
bool text_is_id(const char *text, int64_t *id);

/* An address `local@domain` without spaces, quotes or brackets: what may stand in a mail header. */
bool text_is_address(const char *text, struct refusal *why);

/* `Name <local@domain>` or a bare address. */
bool text_is_mailbox(const char *text, struct refusal *why);

/* The address within a mailbox. New heap memory, owned by the caller. */
char *text_mailbox_address(const char *mailbox);

/* A link of the web, `https://host/…` or `http://host/…`, of the characters that a URI may have (RFC 3986). */
bool text_is_link(const char *text, struct refusal *why);

#endif
