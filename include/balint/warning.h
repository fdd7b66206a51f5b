/*
 * Once-only warnings (RULES 5.5): somebody can no longer fulfil the rule that holds, whatever comes. Holes do not hide that: it is said
 * when even having been at every session that is not marked would not help. Who can again, after a correction, is warned of anew.
 */
#ifndef BALINT_WARNING_H
#define BALINT_WARNING_H

#include <balint/rule.h>

struct warning {
	const char *sentence; /* "bianchi can no longer reach 90 % of the minutes: 86.6 % at best" */
};

/* Of whom: the active participants of the edition, or only that one (COUNT_NONE: all); and by which rule. */
struct warning_choice {
	int64_t edition, person;
	const struct rule *rule;
};

/* Calls `take` with a struct warning for each who can no longer fulfil the rule, and of whom that has not been said. */
void warning_each(struct store *store, const struct warning_choice *choice, row_taker *take, void *context);

/* Whether there is any of them, or one who can again and of whom that was said. */
bool warning_due(struct store *store, const struct warning_choice *choice);

/* As warning_each, and notes down that it was said; of those who can again that is forgotten. */
void warning_record(struct store *store, const struct warning_choice *choice, row_taker *take, void *context);

/* Forgets it of those in the edition who can again, by whichever rule; before marks are entered, and after. */
void warning_forget(struct store *store, int64_t edition);

#endif
