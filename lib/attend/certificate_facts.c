#include "certificate_facts.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/sink.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
keep(void *context, const void *taken)
{
	const struct attendance_member *member = taken;
	struct attendance *attended = context;
	*attended = member->attended;
}

struct attendance
certificate_facts_attended(struct store *store, int64_t enrolment, struct date as_of)
{
	struct attendance attended = attendance_none;
	struct query query = store_query(store, SQL("SELECT edition, person FROM enrolment WHERE id = :id"), ARG("id", enrolment));
	query_next(&query);
	const struct attendance_choice choice = { query_int(&query, 0), query_int(&query, 1), date_given(as_of) ? as_of : clock_today() };
	query_end(&query);
	attendance_each(store, &choice, keep, &attended);
	return attended;
}

struct attendance
certificate_facts_settled(struct attendance attended)
{
	attended.ahead = 0;
	attended.ahead_days = attendance_none.ahead_days;
	return attended;
}

/* The text in the first column of the only row. */
static char *
text_of(struct query query)
{
	query_next(&query);
	char *text = memory_text(query_text(&query, 0));
	query_end(&query);
	return text;
}

char *
certificate_facts_terms(struct store *store, const struct rule *rule, struct date as_of)
{
	return text_of(store_query(store,
	    SQL("SELECT json_object('rule', :rule, 'percent', :percent, 'unit', :unit, 'units', :units, 'room_units', :room_units,\n"
	        "                   'months', :months, 'as_of', :as_of)"),
	    ARG("rule", (const char *)rule->name), ARG("percent", rule->percent), ARG("unit", rule->unit), ARG("units", rule->units),
	    ARG("room_units", rule->room_units), ARG("months", rule->months), ARG("as_of", as_of)));
}

/* What is asked and the day, of a certificate's terms; nothing to release. */
static struct rule
rule_of(struct store *store, int64_t certificate, struct date *as_of)
{
	struct query query = store_query(store,
	    SQL("SELECT content ->> '$.terms.percent', content ->> '$.terms.unit', content ->> '$.terms.units',\n"
	        "       content ->> '$.terms.room_units', content ->> '$.terms.months', content ->> '$.terms.as_of'\n"
	        "  FROM certificate\n"
	        " WHERE id = :id"),
	    ARG("id", certificate));
	query_next(&query);
	struct rule rule = { .percent = (int)query_int(&query, 0), .unit = (int)query_int(&query, 1), .units = (int)query_int(&query, 2),
		.room_units = (int)query_int(&query, 3), .months = (int)query_int(&query, 4) };
	*as_of = query_date(&query, 5);
	query_end(&query);
	return rule;
}

/* All of it is our own words and numbers. */
static void
add_requirement(void *context, const void *taken)
{
	const struct requirement *requirement = taken;
	struct sink *json = context;
	sink_format(json, "%s{\"name\":\"%s\",\"wanted\":%" PRId64 ",\"attained\":%" PRId64 ",\"verdict\":\"%s\"}", json->used > 1 ? "," : "",
	    requirement->name, requirement->wanted, requirement->attained, requirement->verdict);
}

/* The person, the edition and those who conducted one of its sessions at least, the dates, and the figures. */
static struct query
query_facts(struct store *store, int64_t enrolment, struct date as_of, const struct attendance *a, const char *requirements)
{
	struct moment now = clock_now();
	return store_query(store,
	    SQL("WITH held AS MATERIALIZED (\n"
	        "  SELECT r.session, r.date, coalesce(r.status, iif(r.role = 'participant', NULL, 'present')) AS status\n"
	        "    FROM register AS r\n"
	        "   WHERE r.enrolment = :enrolment AND (:as_of IS NULL OR r.date <= :as_of)\n"
	        "     AND (r.date < :today OR (r.date = :today AND r.start <= :now)))\n"
	        "SELECT json_object(\n"
	        "         'given', p.given, 'family', p.family, 'born_on', p.born_on, 'born_in', p.born_in, 'tax_code', p.tax_code,\n"
	        "         'role', m.role, 'title', e.title, 'number', e.number, 'year', e.year,\n"
	        "         'first', (SELECT min(date) FROM held), 'last', (SELECT max(date) FROM held),\n"
	        "         'sessions', :sessions, 'attended', :attended, 'unmarked', :unmarked,\n"
	        "         'scheduled_minutes', :scheduled, 'attended_minutes', :minutes,\n"
	        "         'dates', (SELECT json_group_array(d.date) FROM (SELECT date FROM held WHERE status = 'present' ORDER BY date) AS d),\n"
	        "         'conductors', (SELECT json_group_array(json(c.conductor))\n"
	        "                          FROM (SELECT json_object('name', q.given || ' ' || q.family, 'role', b.role) AS conductor\n"
	        "                                  FROM membership AS b\n"
	        "                                  JOIN person AS q ON q.id = b.person\n"
	        "                                 WHERE b.edition = m.edition AND b.role <> 'participant' AND b.person <> m.person\n"
	        "                                   AND EXISTS (SELECT 1\n"
	        "                                                 FROM held AS h\n"
	        "                                                 JOIN register AS r ON r.session = h.session AND r.person = b.person\n"
	        "                                                WHERE r.status IS NULL OR r.status = 'present')\n"
	        "                                 ORDER BY b.role = 'co-conductor', q.family_key, q.given_key, q.handle) AS c),\n"
	        "         'requirements', json(:requirements))\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        " WHERE m.id = :enrolment"),
	    ARG("enrolment", enrolment), ARG("as_of", as_of), ARG("today", now.date), ARG("now", now.time), ARG("sessions", a->held),
	    ARG("attended", a->present), ARG("unmarked", a->unmarked), ARG("scheduled", a->possible), ARG("minutes", a->minutes),
	    ARG("requirements", requirements));
}

char *
certificate_facts_write(struct store *store, int64_t enrolment, const struct rule *rule, struct date as_of)
{
	struct attendance attended = certificate_facts_settled(certificate_facts_attended(store, enrolment, as_of));
	struct sink json;
	sink_init(&json, -1);
	sink_hold(&json);
	sink_char(&json, '[');
	rule_judge(rule, &attended, add_requirement, &json);
	sink_bytes(&json, "]", 2);
	char *facts = text_of(query_facts(store, enrolment, as_of, &attended, json.buffer));
	sink_release(&json);
	return facts;
}

/* What is so now, by the terms of a certificate. */
static char *
facts_now(struct store *store, int64_t certificate)
{
	struct date as_of;
	struct rule rule = rule_of(store, certificate, &as_of);
	int64_t enrolment = store_number(store, SQL("SELECT enrolment FROM certificate WHERE id = :id"), ARG("id", certificate));
	return certificate_facts_write(store, enrolment, &rule, as_of);
}

/*
 * What differs, a row each: its key, what is so now, what the certificate says, if it speaks of it. Of dates only those that the other
 * has not.
 */
static struct query
query_differences(struct store *store, int64_t certificate, const char *now)
{
	return store_query(store,
	    SQL("SELECT n.key,\n"
	        "       CASE WHEN n.type = 'array' THEN\n"
	        "         (SELECT group_concat(iif(v.type = 'object', v.value ->> '$.name', v.value), ', ') FROM json_each(n.value) AS v\n"
	        "           WHERE n.key <> 'dates' OR v.value NOT IN (SELECT value FROM json_each(s.value)))\n"
	        "       ELSE n.value END,\n"
	        "       CASE WHEN s.type = 'array' THEN\n"
	        "         (SELECT group_concat(iif(v.type = 'object', v.value ->> '$.name', v.value), ', ') FROM json_each(s.value) AS v\n"
	        "           WHERE n.key <> 'dates' OR v.value NOT IN (SELECT value FROM json_each(n.value)))\n"
	        "       ELSE s.value END\n"
	        "  FROM certificate AS c, json_each(:now) AS n\n"
	        "  LEFT JOIN json_each(c.content, '$.facts') AS s ON s.key = n.key\n"
	        " WHERE c.id = :id AND s.value IS NOT n.value\n"
	        " ORDER BY n.id"),
	    ARG("id", certificate), ARG("now", now));
}

bool
certificate_facts_hold(struct store *store, int64_t certificate)
{
	char *now = facts_now(store, certificate);
	struct query query = query_differences(store, certificate, now);
	bool differ = query_next(&query);
	query_end(&query);
	free(now);
	return !differ;
}

static const char *
word_for(const char *key)
{
	static const struct {
		const char *key, *word;
	} words[] = {
		{ "given", "given name" }, { "family", "family name" }, { "born_on", "born on" }, { "born_in", "born in" },
		{ "tax_code", "tax code" }, { "title", "title" }, { "number", "edition" }, { "first", "first session" }, { "last", "last session" },
		{ "sessions", "sessions" }, { "attended", "sessions attended" }, { "unmarked", "sessions without a mark" },
		{ "scheduled_minutes", "minutes scheduled" }, { "attended_minutes", "minutes attended" },
	};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i].key, key) == 0)
			return words[i].word;
	return key;
}

static void
say_difference(struct sink *text, const char *key, const char *now, const char *then)
{
	const char *comma = text->used ? ", " : "";
	bool figures = strcmp(key, "requirements") == 0; /* the last, which mostly follow from what was said before */
	if (figures)
		sink_text(text, text->used ? "" : "other figures of the rule");
	else if (strcmp(key, "dates") == 0)
		sink_format(text, "%s%s%s%s%s%s", comma, now ? "there on " : "", now ? now : "", now && then ? ", " : "", then ? "not there on " : "", then ? then : "");
	else
		sink_format(text, "%s%s %s (not %s)", comma, word_for(key), now ? now : "none", then ? then : "none");
}

char *
certificate_facts_difference(struct store *store, int64_t certificate)
{
	char *now = facts_now(store, certificate);
	struct query query = query_differences(store, certificate, now);
	struct sink text;
	sink_init(&text, -1);
	sink_hold(&text);
	while (query_next(&query))
		say_difference(&text, query_text(&query, 0), query_text(&query, 1), query_text(&query, 2));
	sink_char(&text, '\0');
	free(now);
	return text.buffer;
}
