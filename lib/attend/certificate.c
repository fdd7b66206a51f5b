#include "certificate_facts.h"

#include <balint/certificate.h>
#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/sink.h>
#include <balint/translation.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOLES_NAMED = 40 };

static const struct rule no_rule = { .name = "none" };

/* Somebody who is to be certified, and by which rule. */
struct candidate {
	const char *handle;
	int64_t enrolment;
	const struct rule *rule;
};

static bool
find_candidate(struct store *store, const struct certificate_wish *wish, const char *handle, struct candidate *candidate, struct refusal *why)
{
	struct person person = { 0 };
	if (!member_find(store, wish->edition, handle, &person, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT id, role <> 'participant'\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND person = :person"),
	    ARG("edition", wish->edition->id), ARG("person", person.id));
	query_next(&query);
	bool conductor = query_int(&query, 1) == 1;
	*candidate = (struct candidate){ handle, query_int(&query, 0), conductor ? &no_rule : wish->rule };
	query_end(&query);
	return !conductor || !wish->ruled || strcmp(wish->rule->name, no_rule.name) == 0
	    || refuse(why, "'%s' led the group, and is certified without a rule; leave --rule out", handle);
}

/* The last of their sessions that is still to end, until that day if there is one; DATE_NONE: none. */
static struct date
find_open(struct store *store, int64_t enrolment, struct date as_of)
{
	struct moment now = clock_now();
	struct query query = store_query(store,
	    SQL("SELECT max(date)\n"
	        "  FROM register\n"
	        " WHERE enrolment = :enrolment AND (:as_of IS NULL OR date <= :as_of)\n"
	        "   AND (date > :today OR (date = :today AND finish > :now))"),
	    ARG("enrolment", enrolment), ARG("as_of", as_of), ARG("today", now.date), ARG("now", now.time));
	query_next(&query);
	struct date last = query_date(&query, 0);
	query_end(&query);
	return last;
}

/* The days of the sessions without a mark, with commas. */
static char *
list_holes(struct store *store, int64_t enrolment, struct date as_of)
{
	struct moment now = clock_now();
	struct sink text;
	int count = 0;
	sink_init(&text, -1);
	sink_hold(&text);
	struct query query = store_query(store,
	    SQL("SELECT date\n"
	        "  FROM register\n"
	        " WHERE enrolment = :enrolment AND mark IS NULL AND (:as_of IS NULL OR date <= :as_of)\n"
	        "   AND (date < :today OR (date = :today AND start <= :now))\n"
	        " ORDER BY date"),
	    ARG("enrolment", enrolment), ARG("as_of", as_of), ARG("today", now.date), ARG("now", now.time));
	while (query_next(&query))
		if (count++ < HOLES_NAMED)
			sink_format(&text, "%s%s", count > 1 ? ", " : "", query_text(&query, 0));
	if (count > HOLES_NAMED)
		sink_format(&text, translated(" and %d more"), count - HOLES_NAMED);
	sink_char(&text, '\0');
	return text.buffer;
}

static bool
refuse_holes(struct store *store, const struct candidate *candidate, struct date as_of, struct refusal *why)
{
	char *holes = list_holes(store, candidate->enrolment, as_of);
	refuse(why, "'%s' has no mark on %s; mark them first: balint-attend mark DATE %s=MARK", candidate->handle, holes, candidate->handle);
	free(holes);
	return false;
}

/* "88.8 % of the minutes (800 of 900), 90 % wanted" */
static void
say_unfulfilled(void *context, const void *taken)
{
	const struct requirement *r = taken;
	struct sink *text = context;
	char percent[MONEY_TEXT];
	const char *comma = text->used ? "; " : "";
	if (strcmp(r->verdict, "pass") == 0)
		return;
	if (strcmp(r->name, "minutes") == 0)
		sink_format(text, translated("%s%s %% of the minutes (%" PRId64 " of %" PRId64 "), %" PRId64 " %% wanted"), comma, tenths_write(r->attained, percent),
		    r->of_attained, r->of_wanted, r->wanted);
	else
		sink_format(text, strcmp(r->name, "room-units") == 0 ? translated("%s%" PRId64 " %s in the room, %" PRId64 " wanted")
		    : translated("%s%" PRId64 " %s, %" PRId64 " wanted"), comma, r->attained, translated(r->measure), r->wanted);
}

static bool
refuse_unfulfilled(const struct candidate *candidate, const struct attendance *attended, struct refusal *why)
{
	struct sink text;
	sink_init(&text, -1);
	sink_hold(&text);
	rule_judge(candidate->rule, attended, say_unfulfilled, &text);
	sink_char(&text, '\0');
	refuse(why, "'%s' does not fulfil the rule %s: %s; to attest the attendance without it: --rule none", candidate->handle, candidate->rule->name, text.buffer);
	sink_release(&text);
	return false;
}

/* Whether there is something to attest, all of it is known, and the rule is fulfilled. */
static bool
check(struct store *store, const struct certificate_wish *wish, const struct candidate *candidate, struct refusal *why)
{
	char text[DATE_TEXT];
	struct attendance attended = certificate_facts_attended(store, candidate->enrolment, wish->as_of);
	struct date open = find_open(store, candidate->enrolment, wish->as_of);
	if (date_given(open))
		return refuse(why, "'%s' has sessions still to come; certify once that of %s is over, or until an earlier day with --as-of", candidate->handle, date_write(open, text));
	if (attended.held == 0)
		return refuse(why, date_given(wish->as_of) ? "no session was held while '%s' was a member of edition %s until %s"
		    : "no session was held while '%s' was a member of edition %s", candidate->handle, wish->edition->code, date_write(wish->as_of, text));
	if (attended.unmarked > 0)
		return refuse_holes(store, candidate, wish->as_of, why);
	if (attended.present == 0)
		return refuse(why, "'%s' was at none of the %lld sessions, so there is nothing to attest", candidate->handle, (long long)attended.held);
	attended = certificate_facts_settled(attended);
	return strcmp(rule_verdict(candidate->rule, &attended), "pass") == 0 || refuse_unfulfilled(candidate, &attended, why);
}

/* Whether the certificate (0: none) holds and says this, and no other terms. */
static bool
says_it(struct store *store, int64_t newest, const char *terms)
{
	return store_has(store,
	           SQL("SELECT 1\n"
	               "  FROM certificate\n"
	               " WHERE id = :id AND revoked_at IS NULL AND content -> '$.terms' = :terms"),
	           ARG("id", newest), ARG("terms", terms))
	    && certificate_facts_hold(store, newest);
}

static void
make_code(struct store *store, char code[CERTIFICATE_CODE])
{
	do
		certificate_code_make(code);
	while (store_has(store, SQL("SELECT 1 FROM certificate WHERE code = :code"), ARG("code", (const char *)code)));
}

static int64_t
insert(struct store *store, const struct certificate_wish *wish, const struct candidate *candidate, const char *terms, int64_t newest)
{
	char code[CERTIFICATE_CODE], stamp[CLOCK_STAMP];
	struct date today = clock_today();
	char *association = setting_get(store, "association"), *facts = certificate_facts_write(store, candidate->enrolment, candidate->rule, wish->as_of);
	make_code(store, code);
	store_run(store,
	    SQL("INSERT INTO certificate (year, number, code, enrolment, content, issued_at, issued_on, supersedes)\n"
	        "VALUES (:year, (SELECT coalesce(max(number), 0) + 1 FROM certificate WHERE year = :year), :code, :enrolment,\n"
	        "        json_object('association', :association, 'label_it', :label_it, 'label_en', :label_en,\n"
	        "                    'terms', json(:terms), 'facts', json(:facts)),\n"
	        "        :stamp, :today, nullif(:newest, 0))"),
	    ARG("year", date_civil(today).year), ARG("today", today), ARG("code", code), ARG("enrolment", candidate->enrolment), ARG("association", association),
	    ARG("label_it", candidate->rule->label_it), ARG("label_en", candidate->rule->label_en), ARG("terms", terms), ARG("facts", facts),
	    ARG("stamp", clock_stamp(stamp)), ARG("newest", newest));
	free(association);
	free(facts);
	return store_last_id(store);
}

/* The number of a certificate that was not taken back; "" where there is none. */
static void
find_number(struct store *store, int64_t id, char number[CERTIFICATE_NUMBER])
{
	struct query query = store_query(store,
	    SQL("SELECT number || '/' || year\n"
	        "  FROM certificate\n"
	        " WHERE id = :id AND revoked_at IS NULL"),
	    ARG("id", id));
	*number = '\0';
	if (query_next(&query))
		snprintf(number, CERTIFICATE_NUMBER, "%s", query_text(&query, 0));
	query_end(&query);
}

/* The newest of the enrolment by that rule, and until the same day or all of it; 0 where there is none. */
static int64_t
find_newest(struct store *store, const struct candidate *candidate, struct date as_of)
{
	return store_number(store,
	    SQL("SELECT max(id)\n"
	        "  FROM certificate\n"
	        " WHERE enrolment = :enrolment AND content ->> '$.terms.rule' = :rule AND content ->> '$.terms.as_of' IS :as_of"),
	    ARG("enrolment", candidate->enrolment), ARG("rule", (const char *)candidate->rule->name), ARG("as_of", as_of));
}

bool
certificate_issue(struct store *store, const struct certificate_wish *wish, const char *handle, struct certificate_issued *issued,
    struct refusal *why)
{
	struct candidate candidate;
	if (!find_candidate(store, wish, handle, &candidate, why) || !check(store, wish, &candidate, why))
		return false;
	char *terms = certificate_facts_terms(store, candidate.rule, wish->as_of);
	int64_t newest = find_newest(store, &candidate, wish->as_of);
	*issued = (struct certificate_issued){ .id = newest, .new = !says_it(store, newest, terms) };
	if (issued->new) {
		find_number(store, newest, issued->superseded);
		issued->id = insert(store, wish, &candidate, terms, newest);
	}
	free(terms);
	return true;
}

void
certificate_candidates(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT p.handle\n"
	        "  FROM membership AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :edition AND m.role = 'participant'\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id));
	while (query_next(&query))
		take(context, query_text(&query, 0));
}
