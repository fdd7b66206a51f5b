#include "payer_reference.h"

#include <balint/date_words.h>
#include <balint/fatal.h>
#include <balint/query.h>

#include <stdlib.h>

bool
has_namesake(struct store *store, int64_t edition, int64_t person)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN person AS f ON f.id = :person\n"
	        " WHERE m.edition = :edition AND m.role = 'participant' AND p.id <> f.id AND p.family_key = f.family_key\n"
	        " LIMIT 1"),
	    ARG("edition", edition), ARG("person", person));
}

/* Whether the edition has this month of the year in two years, by its sessions or by what is to be paid. */
static bool
month_recurs(struct store *store, int64_t edition, struct month month)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND substr(date, 6, 2) = substr(:month, 6, 2) AND substr(date, 1, 7) <> :month\n"
	        " UNION ALL\n"
	        "SELECT 1\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN instalment AS i ON i.enrolment = m.id\n"
	        " WHERE m.edition = :edition AND substr(i.due_on, 6, 2) = substr(:month, 6, 2) AND substr(i.due_on, 1, 7) <> :month\n"
	        " LIMIT 1"),
	    ARG("edition", edition), ARG("month", month));
}

bool
payer_reference(struct store *store, int64_t edition, int64_t payer, struct month month, char text[REFERENCE_TEXT], struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT e.reference, e.title, e.code, e.number, e.year, f.family, f.given, f.handle\n"
	        "  FROM edition AS e, person AS f\n"
	        " WHERE e.id = :edition AND f.id = :payer"),
	    ARG("edition", edition), ARG("payer", payer));
	query_next(&query);
	const char *family = query_text(&query, 5), *given = query_text(&query, 6), *name = month_name(month, "it");
	char *full = *given && has_namesake(store, edition, payer) ? memory_format("%s %s", family, given) : memory_text(family);
	char *when = month_recurs(store, edition, month) ? memory_format("%s %d", name, month_year(month)) : memory_text(name);
	struct reference_facts facts = { query_text(&query, 1), full, given, when, query_text(&query, 2), query_text(&query, 7), (int)query_int(&query, 3),
		(int)query_int(&query, 4) };
	bool good = reference_write(query_text(&query, 0), &facts, text, why);
	query_end(&query);
	free(full);
	free(when);
	return good;
}
