#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/grid.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdlib.h>
#include <string.h>

#define ROW struct grid_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_DETAIL(ROW, family),
	TEXT_DETAIL(ROW, given),
	TEXT_COLUMN(ROW, marks),
	PERCENT_COLUMN(ROW, percent),
	PERCENT_COLUMN(ROW, best),
	TEXT_COLUMN(ROW, verdict),
	TEXT_DETAIL(ROW, role),
};
const struct listing grid_listing = LISTING(columns);

static void
load_sessions(struct store *store, const struct edition *edition, const struct grid_choice *choice, struct grid *grid)
{
	struct query query = store_query(store,
	    SQL("SELECT number, date, start, status\n"
	        "  FROM (SELECT row_number() OVER (ORDER BY date) AS number, date, start, status\n"
	        "          FROM session\n"
	        "         WHERE edition = :edition)\n"
	        " WHERE date BETWEEN coalesce(:from, '') AND coalesce(:until, '9999-12-31')\n"
	        " ORDER BY date"),
	    ARG("edition", edition->id), ARG("from", choice->from), ARG("until", choice->until));
	while (query_next(&query)) {
		struct grid_session session = { query_int(&query, 0), query_date(&query, 1), query_time(&query, 2), query_is(&query, 3, "cancelled"), false,
			COUNT_NONE };
		session.held = !session.cancelled && session.date.day <= choice->as_of.day && clock_reached(session.date, session.start);
		grid->sessions = memory_for_one(grid->sessions, grid->session_count, sizeof session);
		grid->sessions[grid->session_count++] = session;
	}
}

/* The columns of the register below. */
enum { ENROLMENT, PERSON, HANDLE, FAMILY, GIVEN, ROLE, DATE, STATUS, MODE, ARRIVED };

/* Before their rows come, nobody was enrolled. */
static struct grid_member *
add_member(struct grid *grid, const struct query *query)
{
	grid->members = memory_for_one(grid->members, grid->member_count, sizeof *grid->members);
	struct grid_member *member = &grid->members[grid->member_count++];
	*member = (struct grid_member){ query_int(query, ENROLMENT), query_int(query, PERSON), memory_text(query_text(query, HANDLE)),
		memory_text(query_text(query, FAMILY)), memory_text(query_text(query, GIVEN)), memory_text(query_text(query, ROLE)),
		memory((grid->session_count + 1) * sizeof *member->signs), { .held = 0 }, NULL };
	for (size_t i = 0; i < grid->session_count; i++)
		member->signs[i] = grid->sessions[i].cancelled ? GRID_CANCELLED : GRID_OUTSIDE;
	grid->conductors += !query_is(query, ROLE, "participant");
	return member;
}

static enum grid_sign
sign_of(const struct query *query, const struct grid_session *session, int grace)
{
	bool conductor = !query_is(query, ROLE, "participant");
	if (!session->held)
		return query_is(query, STATUS, "excused") && !clock_reached(session->date, session->start) ? GRID_EXCUSED : GRID_COMING;
	if (!query_text(query, STATUS))
		return conductor ? GRID_PRESENT : GRID_HOLE;
	if (!query_is(query, STATUS, "present"))
		return query_is(query, STATUS, "excused") ? GRID_EXCUSED : GRID_ABSENT;
	if (query_time(query, ARRIVED).minute > session->start.minute + grace)
		return GRID_LATE;
	return query_is(query, MODE, "online") ? GRID_ONLINE : GRID_PRESENT;
}

static void
count_there(struct grid_session *session, enum grid_sign sign)
{
	if (!session->held || sign == GRID_HOLE)
		return;
	session->there = session->there == COUNT_NONE ? 0 : session->there;
	session->there += sign <= GRID_LATE;
}

/* A member's rows and the sessions both come by date. */
static void
load_signs(struct store *store, const struct edition *edition, struct grid *grid)
{
	int grace = setting_count(store, "grace");
	struct grid_member *member = NULL;
	size_t at = 0;
	struct query query = store_query(store,
	    SQL("SELECT r.enrolment, r.person, p.handle, p.family, p.given, r.role, r.date, r.status, r.mode, r.arrived\n"
	        "  FROM register AS r\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        " WHERE r.edition = :edition\n"
	        " ORDER BY CASE r.role WHEN 'participant' THEN 1 WHEN 'conductor' THEN 2 ELSE 3 END, p.family_key, p.given_key, p.handle, r.date"),
	    ARG("edition", edition->id));
	while (query_next(&query)) {
		if (!member || member->enrolment != query_int(&query, ENROLMENT)) {
			member = add_member(grid, &query);
			at = 0;
		}
		while (at < grid->session_count && grid->sessions[at].date.day < query_date(&query, DATE).day)
			at++;
		if (at == grid->session_count || grid->sessions[at].date.day != query_date(&query, DATE).day)
			continue; /* not among those that were asked for */
		member->signs[at] = sign_of(&query, &grid->sessions[at], grace);
		if (query_is(&query, ROLE, "participant"))
			count_there(&grid->sessions[at], member->signs[at]);
	}
}

/* Figures come in the order of the members; `next` is the first who has none yet. */
struct figures {
	struct grid *grid;
	const struct rule *rule;
	size_t next;
};

static void
take_figures(void *context, const void *taken)
{
	struct figures *figures = context;
	const struct attendance_member *figured = taken;
	while (figures->next < figures->grid->member_count) {
		struct grid_member *member = &figures->grid->members[figures->next++];
		if (member->enrolment != figured->enrolment)
			continue;
		member->attended = figured->attended;
		member->verdict = strcmp(member->role, "participant") == 0 ? rule_verdict(figures->rule, &member->attended) : NULL;
		return;
	}
}

struct grid *
grid_load(struct store *store, const struct edition *edition, const struct grid_choice *choice, const struct rule *rule)
{
	struct grid *grid = memory(sizeof *grid);
	struct figures figures = { grid, rule, 0 };
	struct attendance_choice attended = { edition->id, COUNT_NONE, choice->as_of };
	*grid = (struct grid){ .sessions = NULL };
	load_sessions(store, edition, choice, grid);
	load_signs(store, edition, grid);
	attendance_each(store, &attended, take_figures, &figures);
	for (size_t i = grid->member_count - grid->conductors; i < grid->member_count; i++) {
		figures.next = i;
		attended.person = grid->members[i].person;
		attendance_each(store, &attended, take_figures, &figures);
	}
	return grid;
}

void
grid_free(struct grid *grid)
{
	if (!grid)
		return;
	for (size_t i = 0; i < grid->member_count; i++) {
		free(grid->members[i].handle);
		free(grid->members[i].family);
		free(grid->members[i].given);
		free(grid->members[i].role);
		free(grid->members[i].signs);
	}
	free(grid->members);
	free(grid->sessions);
	free(grid);
}

bool
grid_check(const struct grid *grid, const struct edition *edition, const struct grid_choice *choice, struct refusal *why)
{
	if (grid->session_count == 0 && (date_given(choice->from) || date_given(choice->until)))
		return refuse(why, "edition %s has no session in those days; 'balint-calendar list -e %s' shows those that it has", edition->code, edition->code);
	if (grid->session_count == 0)
		return refuse(why, "edition %s has no sessions yet; make them with 'balint-calendar generate -e %s'", edition->code, edition->code);
	return grid->member_count > 0
	    || refuse(why, "edition %s has no members yet; enrol them with 'balint-group enrol -e %s'", edition->code, edition->code);
}

size_t
grid_run(const struct grid *grid, size_t first, size_t end, bool years)
{
	struct month month = month_of(grid->sessions[first].date);
	while (++first < end) {
		struct month other = month_of(grid->sessions[first].date);
		if (years ? month_year(other) != month_year(month) : other.month != month.month)
			break;
	}
	return first;
}

int64_t
grid_percent(const struct grid_member *member)
{
	return attendance_percent(member->attended.minutes, member->attended.possible);
}

void
grid_each(const struct grid *grid, row_taker *take, void *context)
{
	char *marks = memory(grid->session_count + 1);
	for (size_t i = 0; i < grid->member_count; i++) {
		const struct grid_member *member = &grid->members[i];
		for (size_t j = 0; j < grid->session_count; j++)
			marks[j] = grid_letter(member->signs[j]);
		marks[grid->session_count] = '\0';
		struct grid_row row = { member->handle, member->family, member->given, marks, grid_percent(member), attendance_best(&member->attended), member->verdict, member->role };
		take(context, &row);
	}
	free(marks);
}
