/* What somebody owes who leaves before the end, where the edition sells sessions and not the whole (RULES 6.4). */
#ifndef BALINT_LEAVING_H
#define BALINT_LEAVING_H

#include <balint/edition.h>
#include <balint/money.h>

struct leaving {
	cents written_off;     /* 0: nothing */
	int64_t sessions, all; /* until their last day, and in all, both from their joining on */
};

/*
 * Writes off what a member is charged beyond the share of the sessions until their last day, half up, from the
 * last instalment backwards; what was paid of that becomes credit. Nothing where the edition's leaving is whole.
 * To be called once, when the membership ends.
 */
struct leaving leaving_settle(struct store *store, const struct edition *edition, const char *handle, struct date last);

#endif
