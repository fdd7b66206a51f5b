/* What generate and renew share: the writing of one planned session. */
#ifndef PLANNED_H
#define PLANNED_H

#include <balint/session.h>

/* Refused if the edition has a session on that date, moved there or made up. */
bool planned_write(struct store *store, const struct edition *edition, const struct plan *plan, const struct session_row *row, struct refusal *why);

#endif
