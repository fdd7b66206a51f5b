#include "facts.h"

#include <balint/edition.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW struct edition_row
#define LISTED \
	TEXT_COLUMN(ROW, code), COUNT_COLUMN(ROW, number), COUNT_DETAIL(ROW, year), TEXT_COLUMN(ROW, title), TEXT_DETAIL(ROW, status), \
	    DATE_COLUMN(ROW, first), DATE_COLUMN(ROW, last), COUNT_COLUMN(ROW, sessions), COUNT_COLUMN(ROW, participants)

static const struct column listed[] = { LISTED };
static const struct column shown[] = {
	LISTED,
	TEXT_COLUMN(ROW, programme),
	TEXT_COLUMN(ROW, composition),
	COUNT_COLUMN(ROW, every),
	TIME_COLUMN(ROW, at),
	COUNT_COLUMN(ROW, minutes),
	TEXT_COLUMN(ROW, venue),
	TEXT_COLUMN(ROW, online),
	COUNT_COLUMN(ROW, min),
	COUNT_COLUMN(ROW, max),
	TEXT_COLUMN(ROW, reference),
	TEXT_COLUMN(ROW, joining),
	TEXT_COLUMN(ROW, leaving),
	TEXT_COLUMN(ROW, about),
};
const struct listing edition_listing = LISTING(listed);
const struct listing edition_record = { .columns = shown, .count = sizeof shown / sizeof shown[0], .record = true };

#define FACT(field, kind) { #field, kind, offsetof(struct edition_facts, field), offsetof(ROW, field) }
static const struct fact facts_known[] = {
	FACT(number, FACT_COUNT),
	FACT(year, FACT_COUNT),
	FACT(title, FACT_TEXT),
	FACT(programme, FACT_TEXT),
	FACT(composition, FACT_TEXT),
	FACT(every, FACT_WEEKS),
	FACT(at, FACT_TIME),
	FACT(minutes, FACT_COUNT),
	FACT(venue, FACT_TEXT),
	FACT(online, FACT_TEXT),
	FACT(min, FACT_COUNT),
	FACT(max, FACT_COUNT),
	FACT(reference, FACT_TEXT),
	FACT(joining, FACT_TEXT),
	FACT(leaving, FACT_TEXT),
	FACT(about, FACT_TEXT),
};

static int64_t
or_null(int number)
{
	return number ? number : COUNT_NONE;
}

static struct query
query_shown(struct store *store, int64_t id)
{
	return store_query(store,
	    SQL("SELECT v.code, v.number, v.year, v.title, v.status, v.first, v.last, v.sessions, v.participants,\n"
	        "       e.programme, e.composition, e.every, e.at, e.minutes, e.venue, e.online, e.min, e.max,\n"
	        "       e.reference, e.joining, e.leaving, e.about\n"
	        "  FROM edition AS e\n"
	        "  JOIN editions AS v ON v.code = e.code\n"
	        " WHERE e.id = :id"),
	    ARG("id", id));
}

/* What the edition would be as a whole: a session ends on the day it begins, and min is not above max. */
static bool
check_whole(struct store *store, const char *code, struct refusal *why)
{
	struct edition edition = { 0 };
	bool good = true;
	if (!edition_find(store, code, &edition, why))
		return false;
	if (edition.at.minute + edition.minutes > 24 * 60)
		good = refuse(why, "a session of %d minutes from %02d:%02d on would end after midnight", edition.minutes, edition.at.minute / 60,
		    edition.at.minute % 60);
	edition_release(&edition);
	return good;
}

static bool
check_facts(const struct edition_facts *facts, int min, int max, struct refusal *why)
{
	if (facts->minutes > 24 * 60)
		return refuse(why, "--minutes: %d is more than a day has", facts->minutes);
	if (facts->year && facts->year < 1583)
		return refuse(why, "--year: %d is not a year of a group", facts->year);
	if (facts->online && *facts->online && !text_is_link(facts->online, why))
		return refuse_within(why, "--online");
	if ((facts->min ? facts->min : min) > (facts->max ? facts->max : max))
		return refuse(why, "at least %d participants and at most %d cannot be; set --min and --max", facts->min ? facts->min : min,
		    facts->max ? facts->max : max);
	return true;
}

static void
insert(struct store *store, const char *code, const struct edition_facts *facts)
{
	static const char reference[] = "{title} {number} ed {year}_{family}_{month}";
	store_run(store,
	    SQL("INSERT INTO edition (code, number, year, title, programme, composition, every, at, minutes, venue, online,\n"
	        "                     min, max, reference, joining, leaving, about)\n"
	        "VALUES (:code, :number, :year, coalesce(:title, 'Gruppo Balint'), coalesce(:programme, 'annual'),\n"
	        "        coalesce(:composition, 'mixed'), coalesce(:every, 2), coalesce(:at, '21:00'), coalesce(:minutes, 90),\n"
	        "        nullif(:venue, ''), nullif(:online, ''), coalesce(:min, 10), coalesce(:max, 12), coalesce(:reference, :usual),\n"
	        "        coalesce(:joining, 'whole'), coalesce(:leaving, 'whole'), nullif(:about, ''))"),
	    ARG("code", code), ARG("number", facts->number), ARG("year", facts->year), ARG("title", facts->title),
	    ARG("programme", facts->programme), ARG("composition", facts->composition), ARG("every", or_null(facts->every)),
	    ARG("at", facts->at), ARG("minutes", or_null(facts->minutes)), ARG("venue", facts->venue), ARG("online", facts->online),
	    ARG("min", or_null(facts->min)), ARG("max", or_null(facts->max)), ARG("reference", facts->reference), ARG("usual", reference),
	    ARG("joining", facts->joining), ARG("leaving", facts->leaving), ARG("about", facts->about));
}

static bool
agree(struct store *store, const struct edition *edition, const struct edition_facts *facts, struct refusal *why)
{
	struct edition_row row;
	char what[96], change[96];
	snprintf(what, sizeof what, translated("edition '%s'"), edition->code);
	snprintf(change, sizeof change, "balint-group edition set %s", edition->code);
	struct query query = query_shown(store, edition->id);
	query_next(&query);
	query_load(&query, &edition_record, &row);
	bool good = facts_agree(facts_known, sizeof facts_known / sizeof facts_known[0], facts, &row, what, change, why);
	query_end(&query);
	return good;
}

bool
edition_add(struct store *store, const char *code, const struct edition_facts *facts, struct refusal *why)
{
	struct edition edition = { 0 };
	struct refusal absent;
	if (!text_is_code(code, why))
		return false;
	if (edition_find(store, code, &edition, &absent)) {
		bool good = agree(store, &edition, facts, why);
		edition_release(&edition);
		return good;
	}
	if (!check_facts(facts, 10, 12, why))
		return false;
	insert(store, code, facts);
	return check_whole(store, code, why);
}

bool
edition_set(struct store *store, const char *code, const struct edition_facts *facts, struct refusal *why)
{
	struct edition edition = { 0 };
	if (!edition_find(store, code, &edition, why))
		return false;
	bool good = check_facts(facts, edition.min, edition.max, why);
	edition_release(&edition);
	if (!good)
		return false;
	store_run(store,
	    SQL("UPDATE edition\n"
	        "   SET number = coalesce(:number, number), year = coalesce(:year, year), title = coalesce(:title, title),\n"
	        "       programme = coalesce(:programme, programme), composition = coalesce(:composition, composition),\n"
	        "       every = coalesce(:every, every), at = coalesce(:at, at), minutes = coalesce(:minutes, minutes),\n"
	        "       venue = nullif(coalesce(:venue, venue), ''), online = nullif(coalesce(:online, online), ''),\n"
	        "       min = coalesce(:min, min), max = coalesce(:max, max), reference = coalesce(:reference, reference),\n"
	        "       joining = coalesce(:joining, joining), leaving = coalesce(:leaving, leaving),\n"
	        "       about = nullif(coalesce(:about, about), '')\n"
	        " WHERE code = :code"),
	    ARG("code", code), ARG("number", or_null(facts->number)), ARG("year", or_null(facts->year)), ARG("title", facts->title),
	    ARG("programme", facts->programme), ARG("composition", facts->composition), ARG("every", or_null(facts->every)),
	    ARG("at", facts->at), ARG("minutes", or_null(facts->minutes)), ARG("venue", facts->venue), ARG("online", facts->online),
	    ARG("min", or_null(facts->min)), ARG("max", or_null(facts->max)), ARG("reference", facts->reference),
	    ARG("joining", facts->joining), ARG("leaving", facts->leaving), ARG("about", facts->about));
	return check_whole(store, code, why);
}

void
edition_list(struct store *store, row_taker *take, void *context)
{
	struct edition_row row;
	struct query query = store_query(store,
	    SQL("SELECT code, number, year, title, status, first, last, sessions, participants\n"
	        "  FROM editions\n"
	        " ORDER BY number, year, code"));
	query_each(&query, &edition_listing, &row, take, context);
}

void
edition_show(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	struct edition_row row;
	struct query query = query_shown(store, edition->id);
	query_each(&query, &edition_record, &row, take, context);
}

static char *
copy(const char *text)
{
	return text ? memory_text(text) : NULL;
}

/* Takes the edition of the query's row, if there is one. */
static bool
load(struct query query, struct edition *edition)
{
	if (!query_next(&query))
		return false;
	*edition = (struct edition){
		.id = query_int(&query, 0),
		.code = copy(query_text(&query, 1)),
		.number = (int)query_int(&query, 2),
		.year = (int)query_int(&query, 3),
		.title = copy(query_text(&query, 4)),
		.every = (int)query_int(&query, 5),
		.at = query_time(&query, 6),
		.minutes = (int)query_int(&query, 7),
		.venue = copy(query_text(&query, 8)),
		.online = copy(query_text(&query, 9)),
		.min = (int)query_int(&query, 10),
		.max = (int)query_int(&query, 11),
		.reference = copy(query_text(&query, 12)),
		.joining = copy(query_text(&query, 13)),
		.leaving = copy(query_text(&query, 14)),
	};
	query_end(&query);
	return true;
}

bool
edition_find(struct store *store, const char *code, struct edition *edition, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT id, code, number, year, title, every, at, minutes, venue, online, min, max, reference, joining, leaving\n"
	        "  FROM edition\n"
	        " WHERE code = :code"),
	    ARG("code", code));
	return load(query, edition)
	    || query_refuse(store_query(store, SQL("SELECT code FROM edition ORDER BY code")), "edition", code,
	        "'balint-group edition list' shows them", why);
}

bool
edition_meant(struct store *store, const char *code, struct edition *edition, struct refusal *why)
{
	char only[72] = "", codes[512] = "";
	int count = 0;
	if (code)
		return edition_find(store, code, edition, why);
	struct query query = store_query(store,
	    SQL("SELECT code\n"
	        "  FROM edition\n"
	        " WHERE status = 'open'\n"
	        " ORDER BY number, year, code"));
	for (; query_next(&query); count++) {
		size_t used = strlen(codes);
		snprintf(only, sizeof only, "%s", query_text(&query, 0));
		snprintf(codes + used, sizeof codes - used, "%s%s", count ? ", " : "", only);
	}
	if (count == 0)
		return refuse(why, "there is no open edition; add one with 'balint-group edition add'");
	if (count > 1)
		return refuse(why, "several editions are open (%s); name one with --edition", codes);
	return edition_find(store, only, edition, why);
}

int64_t
edition_count_open(struct store *store)
{
	return store_number(store, SQL("SELECT count(*) FROM edition WHERE status = 'open'"));
}

void
edition_release(struct edition *edition)
{
	free(edition->code);
	free(edition->title);
	free(edition->reference);
	free(edition->venue);
	free(edition->online);
	free(edition->joining);
	free(edition->leaving);
	*edition = (struct edition){ 0 };
}
