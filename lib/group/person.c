#include "facts.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/person.h>
#include <balint/profession.h>
#include <balint/query.h>
#include <balint/tax_code.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW struct person_row
#define LISTED \
	TEXT_COLUMN(ROW, handle), TEXT_COLUMN(ROW, family), TEXT_COLUMN(ROW, given), TEXT_COLUMN(ROW, profession), \
	    TEXT_DETAIL(ROW, category), TEXT_COLUMN(ROW, email), TEXT_DETAIL(ROW, phone), TEXT_DETAIL(ROW, payer)

static const struct column listed[] = { LISTED };
static const struct column shown[] = { LISTED, TEXT_COLUMN(ROW, tax_code), TEXT_COLUMN(ROW, kind), TEXT_COLUMN(ROW, language),
	TEXT_COLUMN(ROW, reminders), DATE_COLUMN(ROW, born_on), TEXT_COLUMN(ROW, born_in) };
const struct listing person_listing = LISTING(listed);
const struct listing person_record = { .columns = shown, .count = sizeof shown / sizeof shown[0], .record = true };

#define FACT_OF(kind, field, option) { option, kind, offsetof(struct person_facts, field), offsetof(ROW, field) }
#define FACT(field, option) FACT_OF(FACT_TEXT, field, option)
static const struct fact facts_known[] = {
	FACT(family, "family"),
	FACT(given, "given"),
	FACT(profession, "profession"),
	FACT(email, "email"),
	FACT(phone, "phone"),
	FACT(tax_code, "tax-code"),
	FACT(payer, "payer"),
	FACT(language, "language"),
	FACT(reminders, "reminders"),
	FACT_OF(FACT_DATE, born_on, "born-on"),
	FACT(born_in, "born-in"),
};

enum { NO_PAYER = 0 }; /* in place of a payer's id: takes the payer away */

static struct query
query_shown(struct store *store, const char *handle)
{
	return store_query(store,
	    SQL("SELECT v.handle, v.family, v.given, v.profession, v.category, v.email, v.phone, v.payer, p.tax_code, p.kind,\n"
	        "       p.language, iif(p.mail, 'yes', 'no') AS reminders, p.born_on, p.born_in\n"
	        "  FROM person AS p\n"
	        "  JOIN people AS v ON v.handle = p.handle\n"
	        " WHERE p.handle = :handle"),
	    ARG("handle", handle));
}

static bool
find(struct store *store, const char *handle, struct person *person)
{
	struct query query = store_query(store,
	    SQL("SELECT id, handle\n"
	        "  FROM person\n"
	        " WHERE handle = :handle"),
	    ARG("handle", handle));
	if (!query_next(&query))
		return false;
	person->id = query_int(&query, 0);
	snprintf(person->handle, sizeof person->handle, "%s", query_text(&query, 1));
	query_end(&query);
	return true;
}

bool
person_find(struct store *store, const char *handle, struct person *person, struct refusal *why)
{
	return find(store, handle, person)
	    || query_refuse(store_query(store, SQL("SELECT handle FROM person ORDER BY handle")), "handle", handle,
	        "'balint-group person list' shows them", why);
}

/* What check_facts writes in the form in which it is kept. */
struct written {
	char tax_code[TAX_CODE_TEXT], born_on[DATE_TEXT];
};

static bool
check_birth(struct person_facts *facts, char written[DATE_TEXT], struct refusal *why)
{
	struct date born;
	if (!facts->born_on || !*facts->born_on)
		return true;
	if (!date_parse(facts->born_on, &born, why))
		return refuse_within(why, "--born-on");
	if (born.day > clock_today().day)
		return refuse(why, "--born-on: %s lies in the future", date_write(born, written));
	facts->born_on = date_write(born, written);
	return true;
}

/* Checks what was said, and brings the tax code and the day of birth into the form in which they are kept. */
static bool
check_facts(struct store *store, struct person_facts *facts, struct written *written, struct person *payer, struct refusal *why)
{
	if (facts->institution && facts->given)
		return refuse(why, "--given: an institution has no given name");
	if (!check_birth(facts, written->born_on, why))
		return false;
	if (facts->profession && *facts->profession && !profession_check(store, facts->profession, why))
		return false;
	if (facts->email && *facts->email && !text_is_address(facts->email, why))
		return refuse_within(why, "--email");
	if (facts->tax_code && *facts->tax_code) {
		if (!tax_code_parse(facts->tax_code, written->tax_code, why))
			return refuse_within(why, "--tax-code");
		facts->tax_code = written->tax_code;
	}
	if (facts->payer && !*facts->payer)
		payer->id = NO_PAYER;
	else if (facts->payer && !person_find_remembered(store, facts->payer, payer, why))
		return refuse_within(why, "--payer");
	return true;
}

/* Whether what was said is what the store has of that handle. */
static bool
agree(struct store *store, const char *handle, const struct person_facts *facts, struct refusal *why)
{
	struct person_row row;
	char what[96], change[96];
	snprintf(what, sizeof what, "'%s'", handle);
	snprintf(change, sizeof change, "balint-group person set %s", handle);
	struct query query = query_shown(store, handle);
	query_next(&query);
	query_load(&query, &person_record, &row);
	bool good = facts_agree(facts_known, sizeof facts_known / sizeof facts_known[0], facts, &row, what, change, why);
	if (good && facts->institution != (strcmp(row.kind, "institution") == 0))
		good = refuse(why, facts->institution ? "'%s' is there as a person; take another handle"
		    : "'%s' is there as an institution; take another handle", handle);
	query_end(&query);
	return good;
}

bool
person_make_handle(const char *family, char handle[TEXT_HANDLE], struct refusal *why)
{
	char *folded = text_fold(family);
	size_t length = 0;
	for (const char *c = folded; *c && length < 64; c++)
		if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9'))
			handle[length++] = *c;
	handle[length] = '\0';
	free(folded);
	return length > 0 || refuse(why, "no handle can be made of '%s'; give one: person add HANDLE --family …", family);
}

/*
 * Without a handle: somebody of that name whose data agree is the one meant; a namesake whose data
 * differ, or a handle that is taken, needs a handle from the caller. False without a reason: nobody yet.
 */
static bool
find_namesake(struct store *store, const char *made, const struct person_facts *facts, struct person *person, struct refusal *why)
{
	char *family = text_fold(facts->family), *given = text_fold(facts->given ? facts->given : "");
	bool found = false;
	why->text[0] = '\0';
	struct query query = store_query(store,
	    SQL("SELECT handle\n"
	        "  FROM person\n"
	        " WHERE (family_key = :family AND given_key = :given) OR handle = :made\n"
	        " ORDER BY id"),
	    ARG("family", family), ARG("given", given), ARG("made", made));
	while (!found && query_next(&query)) {
		struct refusal differs;
		snprintf(person->handle, sizeof person->handle, "%s", query_text(&query, 0));
		found = agree(store, person->handle, facts, &differs);
		if (!found)
			refuse(why, "'%s' is there with other data; if this is another person, give a handle: person add HANDLE --family …", person->handle);
	}
	query_end(&query);
	free(family);
	free(given);
	return found && find(store, person->handle, person);
}

static void
insert(struct store *store, const char *handle, const struct person_facts *facts, int64_t payer)
{
	char *family = text_fold(facts->family), *given = text_fold(facts->given ? facts->given : "");
	store_run(store,
	    SQL("INSERT INTO person (handle, kind, family, given, family_key, given_key, profession, email, phone, tax_code, payer, language, mail,\n"
	        "                    born_on, born_in)\n"
	        "VALUES (:handle, :kind, :family, :given, :family_key, :given_key, nullif(:profession, ''), nullif(:email, ''),\n"
	        "        nullif(:phone, ''), nullif(:tax_code, ''), nullif(:payer, 0), nullif(:language, ''), :reminders IS NOT 'no',\n"
	        "        nullif(:born_on, ''), nullif(:born_in, ''))"),
	    ARG("handle", handle), ARG("kind", facts->institution ? "institution" : "person"), ARG("family", facts->family),
	    ARG("given", facts->given ? facts->given : ""), ARG("family_key", family), ARG("given_key", given),
	    ARG("profession", facts->profession), ARG("email", facts->email), ARG("phone", facts->phone), ARG("tax_code", facts->tax_code),
	    ARG("payer", payer), ARG("language", facts->language), ARG("reminders", facts->reminders),
	    ARG("born_on", facts->born_on), ARG("born_in", facts->born_in));
	free(family);
	free(given);
}

/* Whether the tax code that is now stored is of somebody born on the day that is; either may have been said earlier. */
static bool
birth_agrees(struct store *store, int64_t person, struct refusal *why)
{
	bool good = true;
	struct query query = store_query(store,
	    SQL("SELECT born_on, tax_code, handle, kind = 'institution' AND (born_on IS NOT NULL OR born_in IS NOT NULL)\n"
	        "  FROM person\n"
	        " WHERE id = :id"),
	    ARG("id", person));
	query_next(&query);
	if (query_int(&query, 3) == 1)
		good = refuse(why, "'%s' is an institution, and was not born", query_text(&query, 2));
	else if (query_text(&query, 0) && query_text(&query, 1) && !tax_code_born(query_text(&query, 1), query_date(&query, 0)))
		good = refuse(why, "the tax code %s is not of somebody born on %s", query_text(&query, 1), query_text(&query, 0));
	query_end(&query);
	return good;
}

bool
person_add(struct store *store, const char *handle, const struct person_facts *said, struct person *person, struct refusal *why)
{
	char made[TEXT_HANDLE];
	struct written written;
	struct person payer = { .id = COUNT_NONE };
	struct person_facts facts = *said;
	if (!facts.given && !facts.institution)
		return refuse(why, "--given NAME is needed, or --institution");
	if (!check_facts(store, &facts, &written, &payer, why))
		return false;
	if (!handle) {
		if (!person_make_handle(facts.family, made, why))
			return false;
		if (find_namesake(store, made, &facts, person, why))
			return true;
		if (*why->text)
			return false;
	} else if (!text_is_handle(handle, why))
		return false;
	else if (find(store, handle, person))
		return agree(store, handle, &facts, why);
	insert(store, handle ? handle : made, &facts, payer.id);
	return person_find(store, handle ? handle : made, person, why) && birth_agrees(store, person->id, why);
}

bool
person_set(struct store *store, const char *handle, const struct person_facts *said, struct refusal *why)
{
	struct written written;
	struct person person = { 0 }, payer = { .id = COUNT_NONE };
	struct person_facts facts = *said;
	if (!person_find_remembered(store, handle, &person, why) || !check_facts(store, &facts, &written, &payer, why))
		return false;
	if (payer.id == person.id)
		return refuse(why, "--payer: nobody is their own payer; to take a payer away, give --payer ''");
	char *family = facts.family ? text_fold(facts.family) : NULL, *given = facts.given ? text_fold(facts.given) : NULL;
	store_run(store,
	    SQL("UPDATE person\n"
	        "   SET family = coalesce(:family, family), family_key = coalesce(:family_key, family_key),\n"
	        "       given = coalesce(:given, given), given_key = coalesce(:given_key, given_key),\n"
	        "       profession = nullif(coalesce(:profession, profession), ''), email = nullif(coalesce(:email, email), ''),\n"
	        "       phone = nullif(coalesce(:phone, phone), ''), tax_code = nullif(coalesce(:tax_code, tax_code), ''),\n"
	        "       payer = nullif(coalesce(:payer, payer), 0), language = nullif(coalesce(:language, language), ''),\n"
	        "       mail = coalesce(:reminders = 'yes', mail),\n"
	        "       born_on = nullif(coalesce(:born_on, born_on), ''), born_in = nullif(coalesce(:born_in, born_in), '')\n"
	        " WHERE id = :id"),
	    ARG("id", person.id), ARG("family", facts.family), ARG("family_key", family), ARG("given", facts.given), ARG("given_key", given),
	    ARG("profession", facts.profession), ARG("email", facts.email), ARG("phone", facts.phone), ARG("tax_code", facts.tax_code),
	    ARG("payer", payer.id), ARG("language", facts.language), ARG("reminders", facts.reminders),
	    ARG("born_on", facts.born_on), ARG("born_in", facts.born_in));
	free(family);
	free(given);
	return birth_agrees(store, person.id, why);
}

void
person_list(struct store *store, row_taker *take, void *context)
{
	struct person_row row;
	struct query query = store_query(store,
	    SQL("SELECT v.handle, v.family, v.given, v.profession, v.category, v.email, v.phone, v.payer\n"
	        "  FROM people AS v\n"
	        "  JOIN person AS p ON p.handle = v.handle\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"));
	query_each(&query, &person_listing, &row, take, context);
}

void
person_show(struct store *store, const struct person *person, row_taker *take, void *context)
{
	struct person_row row;
	struct query query = query_shown(store, person->handle);
	query_each(&query, &person_record, &row, take, context);
}
