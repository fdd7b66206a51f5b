/*
 * What the trades say before a command is undone (see undo.h): whether somebody was told of what it did, by a mail, an issued calendar
 * or a certificate. Then it is refused, and the sentence names the command that takes back what was told.
 */
#ifndef BALINT_UNDO_GUARD_H
#define BALINT_UNDO_GUARD_H

#include <balint/undo.h>

/* Notices that the command queued have gone, or others about the sessions that it changed have since. */
bool post_may_undo(struct store *store, const struct undo *undo, struct refusal *why);

/* Calendars were issued with the sessions that it changed. */
bool calendar_may_undo(struct store *store, const struct undo *undo, struct refusal *why);

/* It issued certificates, whose series has no gaps; or anonymous evaluations have been received since of whom or what it added. */
bool attend_may_undo(struct store *store, const struct undo *undo, struct refusal *why);

/* Payment has been asked for since of what it entered in the ledger or planned. */
bool fees_may_undo(struct store *store, const struct undo *undo, struct refusal *why);

#endif
