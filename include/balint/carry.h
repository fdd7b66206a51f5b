/*
 * What a store that gets the content of an older backup takes over from what it was: the world has seen it, and a backup does not take
 * it back. Both stores are of one association; the content is open for writing, the old store for reading.
 */
#ifndef BALINT_CARRY_H
#define BALINT_CARRY_H

#include <balint/store.h>

/*
 * A session's SEQUENCE never goes back (RULES 3.1), and rises where the session comes back with another time, place or status. How many
 * sessions that were known otherwise came back.
 */
int64_t session_carry(struct store *content, struct store *old);

/*
 * Notices that have gone stay gone (RULES 4.2), where who got them and what they are about is in the content too. How many the content
 * did not know to be gone; and how many are about what it has not.
 */
struct carried {
	int64_t notices, lost;
};
struct carried outbox_carry(struct store *content, struct store *old);

#endif
