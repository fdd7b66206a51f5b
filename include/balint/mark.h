/*
 * Marks in the register: what a person at a session is marked with. A mark is never overwritten; a
 * correction is a newer one, and one that was taken back is kept as well. No mark is no absence but a hole (RULES 5.1).
 */
#ifndef BALINT_MARK_H
#define BALINT_MARK_H

#include <balint/edition.h>
#include <balint/person.h>
#include <balint/session.h>

enum {
	MARK_SPELLS = 8,
	MARK_TEXT = 128, /* bytes of a mark as it is typed, with the NUL */
};

/* From when to when somebody was there. */
struct spell {
	struct daytime arrived, left;
};

struct mark {
	const char *status; /* present, absent or excused */
	const char *mode;   /* room or online if present, else NULL */
	struct spell spells[MARK_SPELLS];
	int count; /* 0: the whole session */
};

struct mark_row {
	struct date date;
	const char *handle, *status, *mode;
	struct daytime arrived, left;
	int64_t minutes;
	const char *mark; /* as it is typed */
	const char *marked_at, *marked_by;
	const char *state; /* holds, replaced or retracted; NULL of a hole */
};
extern const struct listing mark_listing;

/*
 * Reads `present`, `absent`, `excused`, or arrivals and departures with commas, at most an hour outside the session:
 * `21:07`, `21:00-21:40,21:55-22:30`, `online` among them. Overlapping spells become one (RULES 5.2).
 */
bool mark_parse(const char *text, const struct session *session, struct mark *mark, struct refusal *why);

/* Writes the mark so that mark_parse reads the same; returns the buffer. */
char *mark_write(const struct mark *mark, char text[MARK_TEXT]);

/* The minutes of the session that the mark says somebody was there. */
int mark_minutes(const struct mark *mark, const struct session *session);

/* Whether the session can be marked so, whoever it is: it is not cancelled, and has begun (excused: need not). */
bool mark_session(const struct session *session, struct date date, const struct mark *mark, struct refusal *why);

/* Whether absences of the session can be announced: it is not cancelled, and has not begun. */
bool mark_ahead(const struct session *session, struct date date, struct refusal *why);

/* The id of the person of that handle who is enrolled on the day of the session; refused with the nearest of the edition's handles. */
bool mark_person(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    int64_t *person, struct refusal *why);

/* Enters the mark: "added", "corrected" if it takes the place of another one, or "unchanged" if the one that holds says the same. */
const char *mark_enter(struct store *store, const struct session *session, int64_t person, const struct mark *mark);

/* All three: looks at session and person, and enters the mark. */
bool mark_set(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    const struct mark *mark, struct refusal *why);

/*
 * Takes a mark back, so that there is none: until the session begins, and later too of who is no member on that day. Without one,
 * changes nothing. Refused of a cancelled session.
 */
bool mark_retract(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    struct refusal *why);

/* Marks all active participants who have no mark at the session yet. */
bool mark_rest(struct store *store, const struct edition *edition, const struct session *session, struct date date, const struct mark *mark,
    struct refusal *why);

/* Which marks to list. */
struct mark_choice {
	struct date date;            /* of one session; DATE_NONE: of all */
	const struct person *person; /* of one person; NULL: of all */
	bool history;  /* also those that have been replaced or taken back */
	bool unmarked; /* instead of marks the holes: participants without a mark at a session that has begun */
};

/* Those that hold, or what was chosen; by date, family, given, handle, and the older ones first. */
void mark_list(struct store *store, const struct edition *edition, const struct mark_choice *choice, row_taker *take, void *context);

#endif
