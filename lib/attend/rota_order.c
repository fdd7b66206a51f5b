/* Who comes before whom (RULES 5.8). */
#include "rota_data.h"

void
rota_take(struct rota *rota, size_t session, size_t member)
{
	struct rota_member *m = &rota->members[member];
	m->count++;
	m->turn = session;
	m->debt = 0;
}

void
rota_owe(struct rota *rota, size_t member)
{
	struct rota_member *m = &rota->members[member];
	if (m->debt == 0)
		m->debt = ++rota->debts;
}

/* The lowest count of those who are there on the day of the session; 0 if nobody is. */
static int64_t
lowest_count(const struct rota *rota, size_t session)
{
	int64_t lowest = INT64_MAX;
	for (size_t i = 0; i < rota->member_count; i++) {
		const struct rota_member *m = &rota->members[i];
		if (m->counted && rota_belongs(rota, session, i) && m->count < lowest)
			lowest = m->count;
	}
	return lowest == INT64_MAX ? 0 : lowest;
}

void
rota_join(struct rota *rota, size_t session)
{
	int64_t lowest = lowest_count(rota, session);
	for (size_t i = 0; i < rota->member_count; i++) {
		struct rota_member *m = &rota->members[i];
		if (m->counted || !rota_belongs(rota, session, i))
			continue;
		m->counted = true;
		m->count += lowest;
	}
}

/*
 * Whether they wait for the turn that they have by hand: it is that of the round which this session belongs to, since not everybody
 * who has presented no more often than they could come to their own in between.
 */
static bool
waits_for_pin(const struct rota *rota, size_t session, size_t member)
{
	size_t pin = rota_cell(rota, session, member)->next, others = 0;
	if (pin == ROTA_NONE)
		return false;
	for (size_t i = 0; i < rota->member_count; i++)
		others += i != member && rota_belongs(rota, session, i) && rota->members[i].count <= rota->members[member].count
		    && rota_cell(rota, session, i)->next >= pin;
	return others > rota->sessions[pin].free - rota->sessions[session + 1].free;
}

static int
compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Below 0 if the one comes before the other; 0 leaves it to their names. */
static int
compare_members(const struct rota_member *a, const struct rota_member *b)
{
	if (a->debt || b->debt)
		return a->debt && b->debt ? compare(a->debt, b->debt) : a->debt ? -1 : 1;
	bool presented = a->turn != ROTA_NONE;
	if (presented != (b->turn != ROTA_NONE))
		return presented ? 1 : -1;
	if (presented)
		return (a->turn > b->turn) - (a->turn < b->turn);
	return a->group != b->group ? compare(a->group, b->group) : compare(a->before.day, b->before.day);
}

/* The first who has not been looked at; members lie in the order of their names. */
static size_t
first_of(const struct rota *rota, size_t session, int64_t lowest)
{
	size_t first = ROTA_NONE;
	for (size_t i = 0; i < rota->member_count; i++) {
		const struct rota_member *m = &rota->members[i];
		bool eligible = rota_belongs(rota, session, i) && m->passed != session && (m->count == lowest || m->debt) && !waits_for_pin(rota, session, i);
		if (eligible && (first == ROTA_NONE || compare_members(m, &rota->members[first]) < 0))
			first = i;
	}
	return first;
}

size_t
rota_choose(struct rota *rota, size_t session)
{
	int64_t lowest = lowest_count(rota, session);
	for (;;) {
		size_t member = first_of(rota, session, lowest);
		if (member == ROTA_NONE || !rota_cell(rota, session, member)->away)
			return member;
		rota_owe(rota, member);
		rota->members[member].passed = session;
	}
}
