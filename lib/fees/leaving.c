#include <balint/adjustment.h>
#include <balint/enrolment.h>
#include <balint/leaving.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

/* Who joined late has bought the sessions from then on, be it for the whole price or a part of it. */
static void
count_sessions(struct store *store, const struct edition *edition, int64_t person, struct date last, struct leaving *leaving)
{
	struct query query = store_query(store,
	    SQL("SELECT count(*), count(*) FILTER (WHERE s.date <= :last)\n"
	        "  FROM session AS s\n"
	        "  JOIN enrolment AS m ON m.edition = s.edition\n"
	        " WHERE s.edition = :edition AND m.person = :person AND s.status = 'scheduled'\n"
	        "   AND s.date >= coalesce(m.joined_on, '')"),
	    ARG("edition", edition->id), ARG("person", person), ARG("last", last));
	query_next(&query);
	leaving->all = query_int(&query, 0);
	leaving->sessions = query_int(&query, 1);
	query_end(&query);
}

struct leaving
leaving_settle(struct store *store, const struct edition *edition, const char *handle, struct date last)
{
	struct leaving leaving = { 0 };
	struct person person = { 0 };
	struct refusal absent;
	char reason[96], day[DATE_TEXT];
	if (strcmp(edition->leaving, "proportion") != 0 || !member_find(store, edition, handle, &person, &absent))
		return leaving;
	count_sessions(store, edition, person.id, last, &leaving);
	if (leaving.all == 0)
		return leaving;
	cents price = store_number(store,
	    SQL("SELECT sum(gross + adjusted)\n"
	        "  FROM instalment_account\n"
	        " WHERE edition = :edition AND person = :person"),
	    ARG("edition", edition->id), ARG("person", person.id));
	leaving.written_off = price - (2 * price * leaving.sessions + leaving.all) / (2 * leaving.all);
	if (leaving.written_off == 0)
		return leaving;
	snprintf(reason, sizeof reason, "left on %s: %lld of %lld sessions", date_write(last, day), (long long)leaving.sessions, (long long)leaving.all);
	adjustment_write_off(store, edition, person.id, leaving.written_off, last, reason);
	return leaving;
}
