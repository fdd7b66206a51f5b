/*
 * Turns to present that are given out by hand. They can be given, taken back and exchanged until the session begins; all that
 * is refused of a session that has begun or is cancelled, and for who is no participant on that day or has announced an absence.
 */
#ifndef BALINT_TURN_H
#define BALINT_TURN_H

#include <balint/session.h>

/* Gives the turn of that session to somebody, whoever had it. The same again changes nothing. */
bool turn_set(struct store *store, const struct edition *edition, struct date date, const char *handle, struct refusal *why);

/* Takes back what was given out by hand; without such a turn, changes nothing. */
bool turn_clear(struct store *store, const struct edition *edition, struct date date, struct refusal *why);

/*
 * Exchanges the turns of two sessions, worked out or not; both are by hand from then on. All others until the later one stay: where
 * the rule would now have somebody else, they are by hand too. Calls `take` with a struct rota_row for each turn that is another one
 * now, or by hand and was not.
 */
bool turn_swap(struct store *store, const struct edition *edition, struct date one, struct date other, row_taker *take, void *context,
    struct refusal *why);

#endif
