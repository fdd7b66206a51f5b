/*
 * What a notice says: the mail that is made of it from templates, in the language of its reader, as the
 * store stands now (RULES 4.1).
 */
#ifndef BALINT_LETTER_H
#define BALINT_LETTER_H

#include <balint/mail.h>
#include <balint/notice.h>

/* Whether the association has an address to write from; refused if not. */
bool letter_has_sender(struct store *store, struct refusal *why);

/* Composes it; refused if the association has no sender, or a template of its own is broken. `mail` is filled with owned texts: mail_release. */
bool letter_compose(struct store *store, const struct notice *notice, struct mail *mail, struct refusal *why);

/* Its subject alone: new heap memory, owned by the caller; NULL if it is refused. */
char *letter_subject(struct store *store, const struct notice *notice, struct refusal *why);

#endif
