#include "forget_naming.h"

#include <balint/clock.h>
#include <balint/dependents.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>

/* Who takes part in an open edition has a register and a fee; that is to be ended first. */
static bool
check_membership(struct store *store, const struct person *person, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, m.role, m.left_on\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        " WHERE m.person = :person AND e.status = 'open' AND (m.joined_on IS NOT NULL OR m.applied_on IS NULL)\n"
	        "   AND (m.status = 'active' OR m.left_on > :today)\n"
	        " ORDER BY m.left_on IS NOT NULL, e.number, e.year, e.code"),
	    ARG("person", person->id), ARG("today", clock_today()));
	if (!query_next(&query))
		return true;
	const char *code = query_text(&query, 0), *left = query_text(&query, 2);
	if (left)
		refuse(why, "'%s' is a member of edition %s until %s; forget them after that day", person->handle, code, left);
	else
		refuse(why, "'%s' is an active %s of edition %s; end that first: balint-group withdraw %s --on DATE -e %s", person->handle,
		    query_text(&query, 1), code, person->handle, code);
	query_end(&query);
	return false;
}

/* A handle that nobody has, and that tells nothing. */
static void
make_pseudonym(struct forgetting *f)
{
	int64_t number = f->person.id;
	do
		snprintf(f->pseudonym, sizeof f->pseudonym, "forgotten-%lld", (long long)number++);
	while (store_has(f->store, SQL("SELECT 1 FROM person WHERE handle = :handle"), ARG("handle", (const char *)f->pseudonym)));
}

/* What says of the group itself is its owner's to rewrite; afterwards, the log would have the name again. */
static bool
check_settings(const struct forgetting *f, struct refusal *why)
{
	struct query query = store_query(f->store, SQL("SELECT key FROM setting WHERE value <> without_sure_name(value) ORDER BY key"));
	if (query_next(&query)) {
		refuse(why, "the setting %s names '%s'; first: balint-group set %s=…, then forget", query_text(&query, 0), f->person.handle, query_text(&query, 0));
		query_end(&query);
		return false;
	}
	query = store_query(f->store,
	    SQL("SELECT e.code, w.value ->> 0\n"
	        "  FROM edition AS e,\n"
	        "       json_each(json_array(json_array('title', e.title), json_array('venue', e.venue), json_array('online', e.online),\n"
	        "                            json_array('reference', e.reference), json_array('about', e.about))) AS w\n"
	        " WHERE w.value ->> 1 <> without_sure_name(w.value ->> 1)\n"
	        " ORDER BY e.code, w.key"));
	if (!query_next(&query))
		return true;
	refuse(why, "edition %s names '%s'; first: balint-group edition set %s --%s …, then forget", query_text(&query, 0), f->person.handle,
	    query_text(&query, 0), query_text(&query, 1));
	query_end(&query);
	return false;
}

bool
forget_begin(struct forgetting *f, const char *handle, struct refusal *why)
{
	if (!person_find_remembered(f->store, handle, &f->person, why) || !check_membership(f->store, &f->person, why))
		return false;
	make_pseudonym(f);
	f->naming = naming_new(f->pseudonym);
	forget_words(f);
	return true;
}

bool
forget_known(struct forgetting *f, struct refusal *why)
{
	erase_naming(f->store, f->naming);
	if (check_settings(f, why))
		return true;
	forget_end(f);
	return false;
}

void
forget_end(struct forgetting *f)
{
	erase_naming(f->store, NULL);
	naming_free(f->naming);
	f->naming = NULL;
}

/* Whoever they paid for has nobody now who does. */
static void
leave_payees(struct forgetting *f)
{
	struct query query = store_query(f->store, SQL("SELECT handle FROM person WHERE payer = :id ORDER BY handle"), ARG("id", f->person.id));
	while (query_next(&query)) {
		char *sentence = memory_format(translated("nobody else pays for '%s' now; if somebody does: balint-group person set %s --payer HANDLE"),
		    query_text(&query, 0), query_text(&query, 0));
		f->tell(f->told, sentence);
		free(sentence);
	}
	forget_say(f, "payees", store_run(f->store, SQL("UPDATE person SET payer = NULL WHERE payer = :id"), ARG("id", f->person.id)), "left without a payer",
	    DATE_NONE);
}

/* Whether rows of others still hang on that one. */
static bool
is_needed(struct store *store, const char *table, int64_t id)
{
	char text[DEPENDENTS_TEXT];
	return store_dependents(store, table, id, (const char *const[]){ NULL }, text);
}

/* Those that the ledger or a certificate hangs on stay, as of one who never joined: no register has them. */
static void
reduce_enrolments(struct forgetting *f)
{
	int64_t erased = 0;
	struct query query = store_query(f->store, SQL("SELECT id FROM enrolment WHERE person = :id"), ARG("id", f->person.id));
	while (query_next(&query))
		if (!is_needed(f->store, "enrolment", query_int(&query, 0)))
			erased += store_run(f->store, SQL("DELETE FROM enrolment WHERE id = :id"), ARG("id", query_int(&query, 0)));
	forget_say(f, "enrolments", erased, "erased", DATE_NONE);
	int64_t kept = store_run(f->store,
	    SQL("UPDATE enrolment AS m\n"
	        "   SET (status, applied_on, waiting_on, joined_on, left_on, reason)\n"
	        "     = (SELECT iif(m.status = 'withdrawn', 'withdrawn', 'completed'),\n"
	        "               coalesce(m.applied_on, m.joined_on, min(s.date), m.left_on, :today), NULL, NULL,\n"
	        "               coalesce(m.left_on, max(s.date), :today), NULL\n"
	        "          FROM session AS s\n"
	        "         WHERE s.edition = m.edition)\n"
	        " WHERE person = :id"),
	    ARG("id", f->person.id), ARG("today", clock_today()));
	forget_say(f, "enrolments", kept, "kept under a pseudonym", f->until);
}

static int64_t
count_contacts(struct forgetting *f)
{
	return store_number(f->store,
	    SQL("SELECT (email IS NOT NULL) + (phone IS NOT NULL) + (tax_code IS NOT NULL) + (born_on IS NOT NULL) + (born_in IS NOT NULL)\n"
	        "  FROM person\n"
	        " WHERE id = :id"),
	    ARG("id", f->person.id));
}

static void
rename_person(struct forgetting *f)
{
	store_run(f->store,
	    SQL("UPDATE person\n"
	        "   SET handle = :name, family = :name, family_key = :name, given = iif(kind = 'institution', '', '-'),\n"
	        "       given_key = iif(kind = 'institution', '', '-'), profession = NULL, email = NULL, phone = NULL, tax_code = NULL,\n"
	        "       born_on = NULL, born_in = NULL, language = NULL, mail = 0, payer = NULL, forgotten_on = :today\n"
	        " WHERE id = :id"),
	    ARG("id", f->person.id), ARG("name", (const char *)f->pseudonym), ARG("today", clock_today()));
}

/* What says of the group itself, and of the association, is nobody's to rewrite. */
static void
suspect_settings(struct forgetting *f)
{
	struct query query = store_query(f->store, SQL("SELECT key FROM setting WHERE may_name(value) ORDER BY key"));
	while (query_next(&query)) {
		char *sentence = memory_format(translated("the setting %s has a word that may be theirs or another's, and stays as it is; look at it: balint-group get %s"),
		    query_text(&query, 0), query_text(&query, 0));
		f->tell(f->told, sentence);
		free(sentence);
	}
	query = store_query(f->store,
	    SQL("SELECT code\n"
	        "  FROM edition\n"
	        " WHERE may_name(title || ' / ' || coalesce(venue, '') || ' / ' || coalesce(online, '') || ' / ' || reference || ' / ' || coalesce(about, ''))\n"
	        " ORDER BY code"));
	while (query_next(&query)) {
		char *sentence = memory_format(translated("edition %s has a word that may be theirs or another's, and stays as it is; look at it: balint-group edition show %s"),
		    query_text(&query, 0), query_text(&query, 0));
		f->tell(f->told, sentence);
		free(sentence);
	}
}

void
group_forget(struct forgetting *f)
{
	leave_payees(f);
	f->texts += store_run(f->store, SQL("UPDATE enrolment SET reason = without_sure_name(reason) WHERE person <> :id AND reason <> without_sure_name(reason)"),
	    ARG("id", f->person.id));
	forget_suspect(f, store_number(f->store, SQL("SELECT count(*) FROM enrolment WHERE person <> :id AND may_name(reason)"), ARG("id", f->person.id)),
	    N_("some reasons of withdrawals have a word that may be theirs or another's, and stay as they are; look at them: balint-group members --status withdrawn"));
	reduce_enrolments(f);
	forget_say(f, "contacts", count_contacts(f), "erased", DATE_NONE);
	bool stays = is_needed(f->store, "person", f->person.id);
	if (stays)
		rename_person(f);
	else
		store_run(f->store, SQL("DELETE FROM person WHERE id = :id"), ARG("id", f->person.id));
	forget_say(f, "person", 1, stays ? "kept under a pseudonym" : "erased", stays ? f->until : DATE_NONE);
	suspect_settings(f);
}
