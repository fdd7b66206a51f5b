#include "rota_data.h"

#include <balint/clock.h>
#include <balint/query.h>

#include <string.h>

#define ROW struct rota_row
static const struct column columns[] = {
	DATE_COLUMN(ROW, date),
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, status),
	TEXT_DETAIL(ROW, family),
	TEXT_DETAIL(ROW, given),
	TEXT_COLUMN(ROW, kind),
};

static enum shade
rota_shade(const void *context)
{
	const struct rota_row *row = context;
	static const char *const past[] = { "presented", "cancelled", "unrecorded", "missed" };
	for (size_t i = 0; row->status && i < sizeof past / sizeof past[0]; i++)
		if (strcmp(row->status, past[i]) == 0)
			return SHADE_DIM;
	return row->status && strcmp(row->status, "open") == 0 ? SHADE_RED : SHADE_NONE;
}

const struct listing rota_listing = SHADED_LISTING(columns, rota_shade);

/* The sessions going by, one after the other. */
struct replay {
	struct rota rota;
	const struct rota_choice *choice;
	row_taker *take;
	void *context;
	int taken;    /* sessions */
	size_t shown; /* the session of the last row */
};

static bool
is_to_come(const char *status)
{
	return strcmp(status, "fixed") == 0 || strcmp(status, "proposed") == 0 || strcmp(status, "open") == 0;
}

static void
show(struct replay *replay, size_t session, size_t member, const char *status)
{
	const struct rota *rota = &replay->rota;
	bool named = member != ROTA_NONE;
	if (!replay->choice->all && !is_to_come(status))
		return;
	replay->taken += replay->shown != session;
	replay->shown = session;
	if (replay->choice->count && replay->taken > replay->choice->count)
		return;
	struct rota_row row = {
		.date = rota->sessions[session].date,
		.status = status,
		.handle = named ? rota->members[member].handle : NULL,
		.family = named ? rota->members[member].family : NULL,
		.given = named ? rota->members[member].given : NULL,
		.kind = named ? rota_cell(rota, session, member)->kind : NULL,
	};
	for (size_t i = 0; i < rota->member_count; i++)
		row.members += rota_belongs(rota, session, i);
	replay->take(replay->context, &row);
}

/* Who has the turn by hand and is away is owed it. Whether somebody has it, away or not. */
static bool
settle_absent_pins(struct rota *rota, size_t session, bool *there)
{
	bool pinned = false;
	*there = false;
	for (size_t i = 0; i < rota->member_count; i++) {
		const struct rota_cell *cell = rota_cell(rota, session, i);
		if (cell->pinned && cell->away)
			rota_owe(rota, i);
		*there |= cell->pinned && !cell->away;
		pinned |= cell->pinned;
	}
	return pinned;
}

/* The presenter is kept for the next. */
static void
pass_cancelled(struct replay *replay, size_t session)
{
	struct rota *rota = &replay->rota;
	bool there;
	settle_absent_pins(rota, session, &there);
	size_t chosen = there ? ROTA_NONE : rota_choose(rota, session);
	if (chosen != ROTA_NONE)
		rota_owe(rota, chosen);
	for (size_t i = 0; there && i < rota->member_count; i++) {
		const struct rota_cell *cell = rota_cell(rota, session, i);
		if (!cell->pinned || cell->away)
			continue;
		rota_owe(rota, i);
		show(replay, session, i, "cancelled");
	}
	if (!there)
		show(replay, session, chosen, "cancelled");
}

/* Only what was recorded counts; who was away on their turn is owed one. */
static void
pass_held(struct replay *replay, size_t session)
{
	struct rota *rota = &replay->rota;
	bool there, recorded = false;
	bool pinned = settle_absent_pins(rota, session, &there);
	if (!pinned)
		rota_choose(rota, session);
	for (size_t i = 0; i < rota->member_count; i++) {
		const struct rota_cell *cell = rota_cell(rota, session, i);
		if (cell->kind)
			rota_take(rota, session, i);
		if (cell->kind || cell->pinned)
			show(replay, session, i, cell->kind ? "presented" : "missed");
		recorded |= cell->kind != NULL;
	}
	if (!recorded && !pinned)
		show(replay, session, ROTA_NONE, "unrecorded");
}

static void
pass_coming(struct replay *replay, size_t session)
{
	struct rota *rota = &replay->rota;
	bool there;
	settle_absent_pins(rota, session, &there);
	for (size_t i = 0; there && i < rota->member_count; i++) {
		const struct rota_cell *cell = rota_cell(rota, session, i);
		if (!cell->pinned || cell->away)
			continue;
		rota_take(rota, session, i);
		show(replay, session, i, "fixed");
	}
	if (there)
		return;
	size_t chosen = rota_choose(rota, session);
	if (chosen != ROTA_NONE)
		rota_take(rota, session, chosen);
	show(replay, session, chosen, chosen == ROTA_NONE ? "open" : "proposed");
}

static bool
is_recorded(const struct rota *rota, size_t session)
{
	for (size_t i = 0; i < rota->member_count; i++)
		if (rota_cell(rota, session, i)->kind)
			return true;
	return false;
}

struct date
rota_list(struct store *store, const struct edition *edition, const struct rota_choice *choice, row_taker *take, void *context)
{
	struct replay replay = { rota_load(store, edition->id), choice, take, context, 0, ROTA_NONE };
	struct date unrecorded = DATE_NONE;
	bool coming = false;
	for (size_t s = 0; s < replay.rota.session_count; s++) {
		const struct rota_session *session = &replay.rota.sessions[s];
		bool recorded = is_recorded(&replay.rota, s), over = clock_reached(session->date, session->finish);
		rota_join(&replay.rota, s);
		if (session->cancelled)
			pass_cancelled(&replay, s);
		else if (recorded || over)
			pass_held(&replay, s);
		else
			pass_coming(&replay, s);
		if (!session->cancelled && (recorded || over))
			unrecorded = recorded ? DATE_NONE : session->date;
		coming |= !session->cancelled && !recorded && !over;
	}
	rota_release(&replay.rota);
	return coming ? unrecorded : DATE_NONE;
}

/* Looking for the turn of one session among all. */
struct proposal {
	struct date date;
	row_taker *take;
	void *context;
};

static void
take_proposed(void *context, const void *taken)
{
	const struct proposal *proposal = context;
	const struct rota_row *row = taken;
	if (row->date.day == proposal->date.day && strcmp(row->status, "proposed") == 0)
		proposal->take(proposal->context, row);
}

static void
name_proposed(struct store *store, int64_t session, row_taker *take, void *context)
{
	struct proposal proposal = { DATE_NONE, take, context };
	struct edition edition = { .id = 0 };
	struct query query = store_query(store, SQL("SELECT edition, date FROM session WHERE id = :session"), ARG("session", session));
	if (query_next(&query)) {
		edition.id = query_int(&query, 0);
		proposal.date = query_date(&query, 1);
	}
	query_end(&query);
	rota_list(store, &edition, &(struct rota_choice){ 0 }, take_proposed, &proposal);
}

void
rota_named(struct store *store, int64_t session, bool proposed, row_taker *take, void *context)
{
	struct rota_row row;
	struct query query = store_query(store,
	    SQL("SELECT s.date, p.handle, iif(t.kind IS NULL, 'fixed', 'presented') AS status, p.family, p.given, t.kind\n"
	        "  FROM presentation AS t\n"
	        "  JOIN session AS s ON s.id = t.session\n"
	        "  JOIN person AS p ON p.id = t.person\n"
	        "  JOIN membership AS m ON m.edition = s.edition AND m.person = t.person AND s.date BETWEEN m.first AND m.last\n"
	        " WHERE t.session = :session AND m.role = 'participant'\n"
	        "   AND (t.kind IS NOT NULL\n"
	        "        OR coalesce((SELECT iif(k.id IN (SELECT mark FROM retraction), NULL, k.status)\n"
	        "                       FROM mark AS k WHERE k.session = s.id AND k.person = t.person ORDER BY k.id DESC LIMIT 1),\n"
	        "                    'present') = 'present')\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("session", session));
	for (; query_next(&query); proposed = false) {
		query_load(&query, &rota_listing, &row);
		take(context, &row);
	}
	if (proposed)
		name_proposed(store, session, take, context);
}
