/*
 * The value of a header as RFC 5322 writes it: ASCII, the rest in encoded words (RFC 2047), folded at 76 columns
 * wherever there is a place for it. A control character becomes a space, so that none begins another header; a byte that is
 * not UTF-8 becomes U+FFFD. The result is what stands behind the colon, with the line's end; new heap memory, owned by the caller.
 */
#ifndef MAIL_HEADER_H
#define MAIL_HEADER_H

/* Unstructured text (RFC 5322 2.2.1), such as a subject. `header` is the header's name, which takes its place on the line. */
char *header_text(const char *header, const char *text);

/* A mailbox (RFC 5322 3.4). The address must be a good one; the name may be empty. */
char *header_mailbox(const char *header, const char *name, const char *address);

#endif
