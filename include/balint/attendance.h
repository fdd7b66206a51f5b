/*
 * The measure of attendance: minutes of the sessions held while a person was enrolled. Holes in the
 * register are left out and counted apart; thresholds compare whole numbers (RULES 5.3, 5.4).
 */
#ifndef BALINT_ATTENDANCE_H
#define BALINT_ATTENDANCE_H

#include <balint/edition.h>
#include <balint/person.h>

struct attendance_row {
	const char *handle;
	int64_t held;                     /* sessions begun, not cancelled, while enrolled: present + absent + excused + unmarked */
	int64_t present, late;            /* late ones are among the present */
	int64_t absent, excused, unmarked;
	int64_t minutes, possible;        /* attended, and of the marked sessions in all */
	int64_t percent, best;            /* tenths of a percent, floored; best: if nothing more is missed */
	const char *verdict;              /* pass, fail, open (both can still happen) or incomplete (holes) */
};
extern const struct listing attendance_listing;

/* attended·100 ≥ total·percent, in whole numbers. */
bool attendance_reaches(int64_t attended, int64_t total, int percent);

/* Tenths of a percent, floored, never 1000 unless all of it; COUNT_NONE of nothing. */
int64_t attendance_percent(int64_t attended, int64_t total);

/*
 * Each participant's attendance as of a day (sessions that have begun before its end), by family, given,
 * handle; or one member's. Threshold and grace are the association's settings.
 */
void attendance_report(struct store *store, const struct edition *edition, const struct person *person, struct date as_of, row_taker *take, void *context);

#endif
