/*
 * Marks in the register: what a person at a session is marked with. A mark is never overwritten; a
 * correction is a newer one. No mark is no absence but a hole (RULES 5.1).
 */
#ifndef BALINT_MARK_H
#define BALINT_MARK_H

#include <balint/edition.h>
#include <balint/person.h>
#include <balint/session.h>

enum { MARK_SPELLS = 8 };

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
};
extern const struct listing mark_listing;

/*
 * Reads `present`, `absent`, `excused`, or arrivals and departures with commas, at most an hour outside the session:
 * `21:07`, `21:00-21:40,21:55-22:30`, `online` among them. Overlapping spells become one (RULES 5.2).
 */
bool mark_parse(const char *text, const struct session *session, struct mark *mark, struct refusal *why);

/* Marks a member at a session that has begun (excused: at any). The mark that holds already changes nothing. */
bool mark_set(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    const struct mark *mark, struct refusal *why);

/* Marks all active participants who have no mark at the session yet. */
bool mark_rest(struct store *store, const struct edition *edition, const struct session *session, struct date date, const struct mark *mark,
    struct refusal *why);

/* The marks that hold, by date, family, given; of one session or person, or DATE_NONE and NULL for all. */
void mark_list(struct store *store, const struct edition *edition, struct date date, const struct person *person, row_taker *take, void *context);

#endif
