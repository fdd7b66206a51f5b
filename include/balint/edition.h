/*
 * An edition: one group's programme. Its year is a part of its name and never a date; its open or
 * closed state decides whether commands that name no edition mean it.
 */
#ifndef BALINT_EDITION_H
#define BALINT_EDITION_H

#include <balint/date.h>
#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>
#include <balint/tree.h>

#define EDITION_ALL INT64_C(0) /* in place of an id: all open editions */

/* An edition as it stands in the store; texts are owned, see edition_release. */
struct edition {
	int64_t id;
	char *code, *title, *reference, *venue, *online, *joining, *leaving;
	int number, year, every, minutes, min, max;
	struct daytime at;
};

/* What can be said of an edition when it is added or set; what was not said is NULL, 0 or TIME_NONE, and "" takes a text away. */
struct edition_facts {
	const char *title, *programme, *composition, *venue, *online, *reference, *joining, *leaving;
	int number, year, every, minutes, min, max;
	struct daytime at;
};

struct edition_row {
	const char *code, *title, *status;
	int64_t number, year, sessions, participants;
	struct date first, last;
	/* show has these too */
	const char *programme, *composition, *venue, *online, *reference, *joining, *leaving;
	int64_t every, minutes, min, max;
	struct daytime at;
};
extern const struct listing edition_listing, edition_record;

/* Adds an edition; the same again changes nothing, other content is refused. */
bool edition_add(struct store *store, const char *code, const struct edition_facts *facts, struct refusal *why);

/* Changes what the facts say and leaves the rest. */
bool edition_set(struct store *store, const char *code, const struct edition_facts *facts, struct refusal *why);

/* All editions, by number, year, code; edition_show: the one of that code. */
void edition_list(struct store *store, row_taker *take, void *context);
void edition_show(struct store *store, const struct edition *edition, row_taker *take, void *context);

/* The edition of that code; refused with the nearest code if there is none. Release what it fills in. */
bool edition_find(struct store *store, const char *code, struct edition *edition, struct refusal *why);

/* The edition of that code, or the only open one if `code` is NULL; else refused with a list of them. */
bool edition_meant(struct store *store, const char *code, struct edition *edition, struct refusal *why);

/* How many editions are open. */
int64_t edition_count_open(struct store *store);

/* Adds what stands at the head of its papers: association, title, number, edition_year. */
void edition_head(struct store *store, const struct edition *edition, struct tree *root);

void edition_release(struct edition *edition);

#endif
