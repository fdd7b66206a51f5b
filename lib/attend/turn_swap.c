/* Exchanging two turns. */
#include "turn_presenter.h"

#include <balint/fatal.h>
#include <balint/rota.h>
#include <balint/turn.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Who has the turn of a day; "": nobody. */
struct turn {
	struct date date;
	char handle[TEXT_HANDLE];
	bool fixed; /* by hand */
};

struct turns {
	struct turn *turns;
	size_t count;
};

static void
take_turn(void *context, const void *taken)
{
	struct turns *turns = context;
	const struct rota_row *row = taken;
	turns->turns = memory_for_one(turns->turns, turns->count, sizeof *turns->turns);
	struct turn *turn = &turns->turns[turns->count++];
	turn->date = row->date;
	snprintf(turn->handle, sizeof turn->handle, "%s", row->handle ? row->handle : "");
	turn->fixed = strcmp(row->status, "fixed") == 0;
}

static struct turns
coming_turns(struct store *store, const struct edition *edition)
{
	struct turns turns = { NULL, 0 };
	rota_list(store, edition, &(struct rota_choice){ 0 }, take_turn, &turns);
	return turns;
}

static struct turn *
turn_on(const struct turns *turns, struct date date)
{
	for (size_t i = 0; i < turns->count; i++)
		if (turns->turns[i].date.day == date.day)
			return &turns->turns[i];
	return NULL;
}

static bool
check_turns(const struct turn *one, const struct turn *other, struct refusal *why)
{
	const struct turn *const both[] = { one, other };
	char text[DATE_TEXT];
	for (size_t i = 0; i < 2; i++)
		if (!*both[i]->handle) {
			date_write(both[i]->date, text);
			return refuse(why, "nobody has the turn of %s; give it out by hand: balint-attend rota set %s HANDLE", text, text);
		}
	return strcmp(one->handle, other->handle) != 0 || refuse(why, "'%s' has both turns", one->handle);
}

/* The first turn before that day which is no longer as it was, or NULL. */
static struct turn *
first_lost(struct store *store, const struct edition *edition, const struct turns *were, struct date last)
{
	struct turns are = coming_turns(store, edition);
	struct turn *lost = NULL;
	for (size_t i = 0; !lost && i < were->count && were->turns[i].date.day < last.day; i++) {
		const struct turn *is = turn_on(&are, were->turns[i].date);
		if (is && *were->turns[i].handle && strcmp(were->turns[i].handle, is->handle) != 0)
			lost = &were->turns[i];
	}
	free(are.turns);
	return lost;
}

/* Fixes what the rule would change; that of a session which goes on right now can be fixed no more. Each round settles one session. */
static void
keep_others(struct store *store, const struct edition *edition, struct turns *turns, struct date last)
{
	struct refusal why;
	for (struct turn *lost; (lost = first_lost(store, edition, turns, last));)
		if (!turn_set(store, edition, lost->date, lost->handle, &why))
			*lost->handle = '\0';
}

static bool
exchange(struct store *store, const struct edition *edition, struct turn *one, struct turn *other, struct refusal *why)
{
	char handle[TEXT_HANDLE];
	if (!check_turns(one, other, why) || !turn_set(store, edition, one->date, other->handle, why)
	    || !turn_set(store, edition, other->date, one->handle, why))
		return false;
	memcpy(handle, one->handle, sizeof handle);
	memcpy(one->handle, other->handle, sizeof handle);
	memcpy(other->handle, handle, sizeof handle);
	return true;
}

/* What a swap changes, taken from all turns to come. */
struct changes {
	struct turns were;
	row_taker *take;
	void *context;
};

static void
take_changed(void *context, const void *taken)
{
	const struct changes *changes = context;
	const struct rota_row *row = taken;
	const struct turn *was = turn_on(&changes->were, row->date);
	if (was->fixed != (strcmp(row->status, "fixed") == 0) || strcmp(was->handle, row->handle ? row->handle : "") != 0)
		changes->take(changes->context, row);
}

bool
turn_swap(struct store *store, const struct edition *edition, struct date one, struct date other, row_taker *take, void *context,
    struct refusal *why)
{
	struct session session;
	char text[DATE_TEXT];
	if (!presenter_coming(store, edition, one, &session, why) || !presenter_coming(store, edition, other, &session, why))
		return false;
	if (one.day == other.day)
		return refuse(why, "%s is given twice: a swap wants two sessions", date_write(one, text));
	struct turns turns = coming_turns(store, edition);
	struct changes changes = { coming_turns(store, edition), take, context };
	struct turn *first = turn_on(&turns, one), *second = turn_on(&turns, other);
	assert(first && second && "every session to come has a row");
	bool good = exchange(store, edition, first, second, why);
	if (good) {
		keep_others(store, edition, &turns, one.day > other.day ? one : other);
		rota_list(store, edition, &(struct rota_choice){ 0 }, take_changed, &changes);
	}
	free(turns.turns);
	free(changes.were.turns);
	return good;
}
