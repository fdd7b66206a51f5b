/*
 * What the trades say before a command is undone (see undo.h): whether somebody was told of what it did, by a mail, an issued calendar
 * or a certificate. Then it is refused, and the sentence names the command that takes back what was told.
 */
#ifndef BALINT_UNDO_GUARD_H
#define BALINT_UNDO_GUARD_H

#include <balint/undo.h>

/* Notices that the command queued have gone, or others about the sessions that it changed have since. */
bool post_may_undo(struct store *store, const struct undo *undo, struct refusal *why);

/* What becomes of a notice is written down outside the log as it is delivered. */
extern const struct undo_loose post_loose[];

/*
 * Calendars were issued with the sessions that it changed. Their SEQUENCE never falls (RFC 5545): calendar_has_undone, once it is
 * done, gives the sessions touched a higher one than they ever had.
 */
bool calendar_may_undo(struct store *store, const struct undo *undo, struct refusal *why);
void calendar_has_undone(struct store *store);
extern const struct undo_loose calendar_loose[];

/* It issued certificates, whose series has no gaps; or anonymous evaluations have been received since of whom or what it added. */
bool attend_may_undo(struct store *store, const struct undo *undo, struct refusal *why);

/* Payment has been asked for since of what it entered in the ledger or planned, or a receipt was printed. */
bool fees_may_undo(struct store *store, const struct undo *undo, struct refusal *why);

#endif
