/* Reading what the turns are worked out from. */
#include "rota_data.h"

#include <balint/fatal.h>
#include <balint/query.h>

#include <stdlib.h>

struct rota_cell *
rota_cell(const struct rota *rota, size_t session, size_t member)
{
	return &rota->cells[session * rota->member_count + member];
}

bool
rota_belongs(const struct rota *rota, size_t session, size_t member)
{
	const struct rota_member *m = &rota->members[member];
	int32_t day = rota->sessions[session].date.day;
	return m->first.day <= day && day <= m->last.day;
}

static void
load_sessions(struct store *store, int64_t edition, struct rota *rota)
{
	struct query query = store_query(store,
	    SQL("SELECT id, date, finish, status\n"
	        "  FROM session\n"
	        " WHERE edition = :edition\n"
	        " ORDER BY date"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		rota->sessions = memory_for_one(rota->sessions, rota->session_count, sizeof *rota->sessions);
		rota->sessions[rota->session_count++] = (struct rota_session){ query_int(&query, 0), query_date(&query, 1), query_time(&query, 2),
			query_is(&query, 3, "cancelled"), 0 };
	}
}

/* The columns of the query below. */
enum { PERSON, HANDLE, FAMILY, GIVEN, FIRST, LAST, BEFORE, EARLIER, PRESENTED };

static struct rota_member
load_member(const struct query *query)
{
	bool earlier = query_int(query, EARLIER) != COUNT_NONE, presented = query_int(query, PRESENTED) == 1;
	return (struct rota_member){
		.person = query_int(query, PERSON),
		.handle = memory_text(query_text(query, HANDLE)),
		.family = memory_text(query_text(query, FAMILY)),
		.given = memory_text(query_text(query, GIVEN)),
		.first = query_date(query, FIRST),
		.last = query_date(query, LAST),
		.group = !earlier ? ROTA_NEWCOMER : presented ? ROTA_PRESENTED : ROTA_LEFT_OUT,
		.before = query_date(query, BEFORE),
		.turn = ROTA_NONE,
		.passed = ROTA_NONE,
	};
}

/* With what they did in other editions before they came to this one; the last of these is that of their last session there. */
static void
load_members(struct store *store, int64_t edition, struct rota *rota)
{
	struct query query = store_query(store,
	    SQL("WITH participant AS MATERIALIZED (\n"
	        "  SELECT m.person, m.first, m.last, max(m.first, (SELECT min(date) FROM session WHERE edition = :edition)) AS since\n"
	        "    FROM membership AS m\n"
	        "   WHERE m.edition = :edition AND m.role = 'participant'),\n"
	        "past AS MATERIALIZED (\n"
	        "  SELECT c.*,\n"
	        "         (SELECT max(s.date)\n"
	        "            FROM presentation AS t\n"
	        "            JOIN session AS s ON s.id = t.session\n"
	        "           WHERE t.person = c.person AND t.kind IS NOT NULL AND s.edition <> :edition AND s.date < c.since) AS lately,\n"
	        "         (SELECT o.edition\n"
	        "            FROM membership AS o\n"
	        "            JOIN session AS s ON s.edition = o.edition AND s.date >= o.first AND s.date <= o.last AND s.date < c.since\n"
	        "           WHERE o.person = c.person AND o.role = 'participant' AND o.edition <> :edition AND s.status = 'scheduled'\n"
	        "           ORDER BY s.date DESC, o.edition DESC\n"
	        "           LIMIT 1) AS earlier\n"
	        "    FROM participant AS c)\n"
	        "SELECT b.person, p.handle, p.family, p.given, nullif(b.first, ''), b.last, b.lately, b.earlier,\n"
	        "       EXISTS (SELECT 1\n"
	        "                 FROM presentation AS t\n"
	        "                 JOIN session AS s ON s.id = t.session\n"
	        "                WHERE t.person = b.person AND t.kind IS NOT NULL AND s.edition = b.earlier AND s.date < b.since)\n"
	        "  FROM past AS b\n"
	        "  JOIN person AS p ON p.id = b.person\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		rota->members = memory_for_one(rota->members, rota->member_count, sizeof *rota->members);
		rota->members[rota->member_count++] = load_member(&query);
	}
}

static size_t
find_member(const struct rota *rota, int64_t person)
{
	for (size_t i = 0; i < rota->member_count; i++)
		if (rota->members[i].person == person)
			return i;
	return ROTA_NONE;
}

/* The cell of a row that begins with session and person, of rows by the date of the session; NULL if they are no participant. */
static struct rota_cell *
cell_of(const struct rota *rota, const struct query *query, size_t *session)
{
	while (*session < rota->session_count && rota->sessions[*session].id != query_int(query, 0))
		++*session;
	size_t member = find_member(rota, query_int(query, 1));
	return member == ROTA_NONE || *session == rota->session_count ? NULL : rota_cell(rota, *session, member);
}

static void
load_absences(struct store *store, int64_t edition, struct rota *rota)
{
	size_t session = 0;
	struct query query = store_query(store,
	    SQL("SELECT s.id, k.person\n"
	        "  FROM session AS s\n"
	        "  JOIN mark AS k ON k.session = s.id\n"
	        " WHERE s.edition = :edition AND k.status IN ('absent', 'excused')\n"
	        "   AND k.id = (SELECT max(id) FROM mark AS newest WHERE newest.session = k.session AND newest.person = k.person)\n"
	        "   AND NOT EXISTS (SELECT 1 FROM retraction WHERE mark = k.id)\n"
	        " ORDER BY s.date"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		struct rota_cell *cell = cell_of(rota, &query, &session);
		if (cell)
			cell->away = true;
	}
}

static void
load_presentations(struct store *store, int64_t edition, struct rota *rota)
{
	size_t session = 0;
	struct query query = store_query(store,
	    SQL("SELECT s.id, t.person, t.kind\n"
	        "  FROM session AS s\n"
	        "  JOIN presentation AS t ON t.session = s.id\n"
	        " WHERE s.edition = :edition\n"
	        " ORDER BY s.date"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		struct rota_cell *cell = cell_of(rota, &query, &session);
		if (!cell)
			continue;
		cell->pinned = !query_text(&query, 2);
		cell->kind = cell->pinned ? NULL : memory_text(query_text(&query, 2));
	}
}

/* A turn by hand of who is no participant on that day (any more) is none. */
static bool
drop_foreign_pins(struct rota *rota, size_t session)
{
	bool pinned = false;
	for (size_t i = 0; i < rota->member_count; i++) {
		struct rota_cell *cell = rota_cell(rota, session, i);
		cell->pinned = cell->pinned && rota_belongs(rota, session, i);
		pinned |= cell->pinned;
	}
	return pinned;
}

/* What lies ahead of each session, and how many free ones before it. */
static void
link_pins(struct rota *rota)
{
	size_t unpinned = 0;
	for (size_t s = 0; s < rota->session_count; s++) {
		rota->sessions[s].free = unpinned;
		unpinned += !drop_foreign_pins(rota, s) && !rota->sessions[s].cancelled;
	}
	for (size_t s = rota->session_count; s-- > 0;)
		for (size_t i = 0; i < rota->member_count; i++) {
			const struct rota_cell *after = s + 1 < rota->session_count ? rota_cell(rota, s + 1, i) : NULL;
			rota_cell(rota, s, i)->next = !after ? ROTA_NONE : after->pinned ? s + 1 : after->next;
		}
}

struct rota
rota_load(struct store *store, int64_t edition)
{
	struct rota rota = { .members = NULL };
	load_sessions(store, edition, &rota);
	load_members(store, edition, &rota);
	size_t count = rota.session_count * rota.member_count;
	rota.cells = memory((count + 1) * sizeof *rota.cells);
	for (size_t i = 0; i < count; i++)
		rota.cells[i] = (struct rota_cell){ .next = ROTA_NONE };
	load_absences(store, edition, &rota);
	load_presentations(store, edition, &rota);
	link_pins(&rota);
	return rota;
}

void
rota_release(struct rota *rota)
{
	for (size_t i = 0; i < rota->member_count; i++) {
		free(rota->members[i].handle);
		free(rota->members[i].family);
		free(rota->members[i].given);
	}
	for (size_t i = 0; i < rota->session_count * rota->member_count; i++)
		free(rota->cells[i].kind);
	free(rota->members);
	free(rota->sessions);
	free(rota->cells);
}
