/* Reminders of sessions (RULES 4.1, 4.2). */
#ifndef BALINT_REMINDER_H
#define BALINT_REMINDER_H

#include <balint/store.h>

/*
 * Queues a reminder for every member, conductors too, of each session of the edition (EDITION_ALL: of all open ones) that
 * has not begun and whose date is at most so many calendar days away, once for each SEQUENCE of the session. Who wants no
 * reminders gets none; one that was dropped because its person had no use for it comes back when that changes.
 */
void reminder_queue(struct store *store, int64_t edition, int days);

#endif
