/* What the letters are made of: for each group of kinds a tree for templates, and what goes with the text. */
#ifndef LETTER_PARTS_H
#define LETTER_PARTS_H

#include <balint/mail.h>
#include <balint/notice.h>
#include <balint/tree.h>

/* A letter that is being written. */
struct draft {
	struct store *store;
	const struct notice *notice;
	const char *language; /* of the reader: "it" or "en" */
	struct news news;     /* of a session; the kind is the notice's own where there is no news */
	struct tree *root;    /* has the association, the reader, whom to write to, and the notice's kind as a truth */
	struct mail *mail;    /* gets the calendar or the QR code; NULL if only the subject is wanted */
};

/* Adds what is to be said of a session, or of a change that is asked (templates notice and consent). */
bool session_part(struct draft *draft, struct refusal *why);

/* Adds what is to be paid (template payment). */
bool payment_part(struct draft *draft, struct refusal *why);

#endif
