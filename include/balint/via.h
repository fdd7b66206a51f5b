/* The ways that mail takes: `sendmail`, `maildir:DIR`, `mbox:FILE`, or `-` for an mbox on standard output. */
#ifndef BALINT_VIA_H
#define BALINT_VIA_H

#include <balint/refusal.h>

struct via {
	enum { VIA_SENDMAIL, VIA_MAILDIR, VIA_MBOX, VIA_OUTPUT } kind;
	const char *place; /* the directory or file, within the text that was parsed; "" if it needs none */
};

#define VIA_PROGRAM "/usr/sbin/sendmail" /* what sendmail is, unless the setting says otherwise */

/* Reads one; refused is any other word, and a place that is missing. */
bool via_parse(const char *text, struct via *via, struct refusal *why);

/* The same where it is kept for cron, which runs elsewhere: the place must be an absolute path. */
bool via_is_lasting(const char *text, struct refusal *why);

#endif
