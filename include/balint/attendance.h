/*
 * The measure of attendance: minutes of the sessions held while a person was enrolled. Holes in the
 * register are left out and counted apart (RULES 5.3). What the figures are worth is a rule's to say.
 */
#ifndef BALINT_ATTENDANCE_H
#define BALINT_ATTENDANCE_H

#include <balint/edition.h>
#include <balint/person.h>

/* What somebody has attended, in one edition or several. */
struct attendance {
	int64_t held;              /* sessions begun, not cancelled, while enrolled: present + absent + excused + unmarked */
	int64_t present, late;     /* late ones are among the present */
	int64_t absent, excused, unmarked;
	int64_t minutes, possible; /* attended, and of the marked sessions in all */
	int64_t room;              /* of those attended, the minutes in the room */
	int64_t holes, ahead;      /* minutes of the sessions that are not marked, and of those still to come */
	int64_t whole;             /* minutes of all sessions that the edition has held, enrolled or not, but for the holes */
	struct date_range present_days, hole_days, ahead_days; /* the first and last such session; DATE_NONE: none */
};

/* One member of one edition. Texts live for the call. */
struct attendance_member {
	int64_t enrolment, person;
	const char *handle, *role, *edition; /* the edition's code */
	struct attendance attended;
};

/* Nothing yet. */
extern const struct attendance attendance_none;

struct attendance_choice {
	int64_t edition;   /* EDITION_ALL: all editions, closed ones too */
	int64_t person;    /* COUNT_NONE: all participants; else this one, a conductor too */
	struct date as_of; /* sessions that have begun by now and before the end of this day are held */
};

/*
 * Calls `take` with a struct attendance_member for each, by family, given, handle, and edition. Reads no more of the register than
 * the edition's rows, or the person's. Grace is the association's setting; conductors count as present unless marked.
 */
void attendance_each(struct store *store, const struct attendance_choice *choice, row_taker *take, void *context);

/* Adds what was attended in one edition to what was in others. */
void attendance_add(struct attendance *sum, const struct attendance *more);

/* What it comes to if they were at every session that is not marked. */
struct attendance attendance_at_most(const struct attendance *attendance);

/* attended·100 ≥ total·percent, in whole numbers (RULES 5.4). */
bool attendance_reaches(int64_t attended, int64_t total, int64_t percent);

/* Tenths of a percent, floored, never 1000 unless all of it; COUNT_NONE of nothing, or of what is not known. */
int64_t attendance_percent(int64_t attended, int64_t total);

/* The same of the minutes if nothing more is missed. */
int64_t attendance_best(const struct attendance *attendance);

#endif
