/* Reports on attendance: everybody's figures, and what a rule says of them. */
#ifndef BALINT_REPORT_H
#define BALINT_REPORT_H

#include <balint/rule.h>

struct report_row {
	const char *handle;
	int64_t held, present, late, absent, excused, unmarked, minutes, possible;
	int64_t percent, best; /* tenths of a percent, floored; best: if nothing more is missed */
	const char *verdict;   /* pass, fail, open (both can still happen) or incomplete (holes); NULL of conductors, of whom no rule speaks */
	const char *edition;
	int64_t of_edition; /* tenths of a percent of the minutes of all sessions that the edition has held, enrolled or not */
};
extern const struct listing report_listing, report_editions_listing; /* the latter has room for the edition in a narrow table */

/* As attendance_each, with a struct report_row for each. */
void report_each(struct store *store, const struct attendance_choice *choice, const struct rule *rule, row_taker *take, void *context);

/* One requirement of the rule, and how somebody stands by it. */
struct requirement_row {
	const char *handle, *rule, *requirement;
	int64_t wanted;
	int64_t attained, best;   /* tenths of a percent, of a unit or of a month; floored, units and months to whole ones */
	const char *unit, *verdict; /* the latter as above */
	const char *edition;      /* the code, or REPORT_TOGETHER */
	int64_t minutes, possible; /* attended, and of the marked sessions in all */
};
extern const struct listing requirement_listing;

#define REPORT_TOGETHER "*" /* all editions of a person summed */

/*
 * As attendance_each, with a struct requirement_row for each requirement of each; of all editions, after those of a person also for
 * their sum, in which only the editions count where they took part, or if there is none those that they conducted.
 */
void requirement_each(struct store *store, const struct attendance_choice *choice, const struct rule *rule, row_taker *take, void *context);

#endif
