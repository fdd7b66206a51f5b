/*
 * The register as a grid: members by sessions, one sign a cell. All sessions of the edition have a column, cancelled ones and those
 * still to come too, so that a sign's place says which session it is about. Participants come first, then the conductors.
 */
#ifndef BALINT_GRID_H
#define BALINT_GRID_H

#include <balint/edition.h>
#include <balint/rule.h>
#include <balint/tree.h>

struct grid;

/* What a cell says. */
enum grid_sign {
	GRID_PRESENT, /* conductors also without a mark */
	GRID_ONLINE,
	GRID_LATE, /* in the room or from afar */
	GRID_ABSENT,
	GRID_EXCUSED, /* also beforehand */
	GRID_HOLE,    /* begun, and without a mark */
	GRID_COMING,  /* not begun, or after the day as of which the grid stands */
	GRID_OUTSIDE, /* not enrolled on that day */
	GRID_CANCELLED,
	GRID_SIGNS
};

/* The letter that scripts read; what people see, in ASCII or not; what it means; the same as one word, for style sheets. */
char grid_letter(enum grid_sign sign);
const char *grid_mark(enum grid_sign sign, const char *language, bool unicode);
const char *grid_word(enum grid_sign sign, const char *language);
const char *grid_name(enum grid_sign sign);

/* The end of the run of sessions of one month, or of one year, that begins with `first`; at most `end`. */
size_t grid_run(const struct grid *grid, size_t first, size_t end, bool years);

/* Which signs there are in the grid. */
void grid_signs(const struct grid *grid, bool signs[GRID_SIGNS]);

struct grid_session {
	int64_t number; /* among the edition's sessions */
	struct date date;
	struct daytime start;
	bool cancelled, held; /* held: begun by now, and not after the day as of which the grid stands */
	int64_t there;        /* participants present; COUNT_NONE: not held, or no participant is marked */
};

struct grid_member {
	int64_t enrolment, person;
	char *handle, *family, *given, *role;
	enum grid_sign *signs; /* one a session */
	struct attendance attended;
	const char *verdict; /* as rule_verdict says; NULL: a conductor, of whom no rule speaks */
};

struct grid {
	struct grid_session *sessions;
	struct grid_member *members;
	size_t session_count, member_count, conductors; /* conductors: how many of the members are, the last ones */
};

struct grid_choice {
	struct date from, until; /* of the sessions shown; DATE_NONE: no limit. The figures are of all sessions */
	struct date as_of;       /* sessions that have begun by now and before the end of this day are held */
};

/* Reads no more of the register than the edition's rows. Free with grid_free; NULL is fine. */
struct grid *grid_load(struct store *store, const struct edition *edition, const struct grid_choice *choice, const struct rule *rule);
void grid_free(struct grid *grid);

/* Whether there is something to show: members and sessions. */
bool grid_check(const struct grid *grid, const struct edition *edition, const struct grid_choice *choice, struct refusal *why);

/* Tenths of a percent of the minutes, floored; COUNT_NONE of nothing. */
int64_t grid_percent(const struct grid_member *member);

struct grid_row {
	const char *handle, *family, *given, *marks;
	int64_t percent, best;
	const char *verdict, *role;
};
extern const struct listing grid_listing;

/* A row a member. */
void grid_each(const struct grid *grid, row_taker *take, void *context);

/* The data for a page, which balint-formats(5) lists under TEMPLATES. Free with tree_free. */
struct tree *grid_tree(struct store *store, const struct edition *edition, const struct grid *grid, const struct grid_choice *choice,
    const struct rule *rule, const char *language);

#endif
