#include "claims.h"

#include <balint/fatal.h>
#include <balint/query.h>

#include <stdlib.h>

static void
load_editions(struct store *store, struct claims *claims)
{
	struct query query = store_query(store,
	    SQL("SELECT e.id, e.code, e.title, e.number, e.year\n"
	        "  FROM edition AS e\n"
	        " WHERE e.status = 'open'\n"
	        "    OR EXISTS (SELECT 1 FROM instalment_account AS a WHERE a.edition = e.id AND a.gross + a.adjusted > a.paid)\n"
	        " ORDER BY e.id"));
	while (query_next(&query)) {
		const struct match_edition edition = { query_text(&query, 1), query_text(&query, 2), (int)query_int(&query, 3), (int)query_int(&query, 4) };
		claims->editions = memory_for_one(claims->editions, claims->edition_count, sizeof *claims->editions);
		claims->editions[claims->edition_count++] = (struct known_edition){ query_int(&query, 0), memory_text(edition.code) };
		matcher_edition(claims->matcher, &edition);
	}
}

static int
compare_places(const void *a, const void *b)
{
	int64_t left = ((const struct place *)a)->id, right = ((const struct place *)b)->id;
	return (left > right) - (left < right);
}

static size_t
find_place(const struct place *places, size_t count, int64_t id)
{
	const struct place wanted = { .id = id };
	const struct place *place = count ? bsearch(&wanted, places, count, sizeof wanted, compare_places) : NULL;
	return place ? place->person : MATCH_NONE;
}

size_t
claims_person(const struct claims *claims, int64_t person)
{
	return find_place(claims->places, claims->person_count, person);
}

/* Whoever takes part in one of these editions, be it as an applicant, or pays for such a one; first those whom nobody pays for, by id. */
static void
load_people(struct store *store, struct claims *claims)
{
	size_t payers = 0;
	struct query query = store_query(store,
	    SQL("WITH known AS (\n"
	        "  SELECT e.id\n"
	        "    FROM edition AS e\n"
	        "   WHERE e.status = 'open'\n"
	        "      OR EXISTS (SELECT 1 FROM instalment_account AS a WHERE a.edition = e.id AND a.gross + a.adjusted > a.paid)),\n"
	        "participant AS (\n"
	        "  SELECT DISTINCT m.person AS id\n"
	        "    FROM known\n"
	        "    JOIN enrolment AS m ON m.edition = known.id\n"
	        "   WHERE m.role = 'participant')\n"
	        "SELECT p.id, p.handle, p.family, p.given, p.payer\n"
	        "  FROM person AS p\n"
	        " WHERE p.id IN (SELECT id FROM participant)\n"
	        "    OR p.id IN (SELECT o.payer FROM person AS o JOIN participant ON participant.id = o.id WHERE o.payer IS NOT NULL)\n"
	        " ORDER BY p.payer IS NOT NULL, p.id"));
	while (query_next(&query)) {
		bool pays = query_int(&query, 4) == COUNT_NONE;
		const struct match_person person = { query_text(&query, 1), query_text(&query, 2), query_text(&query, 3),
			pays ? MATCH_NONE : find_place(claims->places, payers, query_int(&query, 4)) };
		claims->people = memory_for_one(claims->people, claims->person_count, sizeof *claims->people);
		claims->places = memory_for_one(claims->places, claims->person_count, sizeof *claims->places);
		claims->people[claims->person_count] = (struct known_person){ query_int(&query, 0), memory_text(person.handle) };
		claims->places[claims->person_count] = (struct place){ query_int(&query, 0), claims->person_count };
		claims->person_count++;
		payers += pays;
		matcher_person(claims->matcher, &person);
	}
	if (claims->person_count)
		qsort(claims->places, claims->person_count, sizeof *claims->places, compare_places);
}

static size_t
find_edition(const struct claims *claims, int64_t id)
{
	size_t i = 0;
	while (i < claims->edition_count && claims->editions[i].id != id)
		i++;
	return i < claims->edition_count ? i : MATCH_NONE;
}

static void
load_claims(struct store *store, struct claims *claims)
{
	struct query query = store_query(store,
	    SQL("SELECT a.id, a.person, a.edition, a.due_on, max(a.gross + a.adjusted - a.paid, 0), a.reference\n"
	        "  FROM instalment_account AS a\n"
	        "  JOIN edition AS e ON e.id = a.edition\n"
	        " WHERE e.status = 'open' OR a.gross + a.adjusted > a.paid\n"
	        " ORDER BY a.id"));
	while (query_next(&query)) {
		const struct claim claim = { query_int(&query, 0), claims_person(claims, query_int(&query, 1)), find_edition(claims, query_int(&query, 2)),
			month_of(query_date(&query, 3)) };
		if (claim.person == MATCH_NONE) /* a participant no longer: nothing is matched by itself */
			continue;
		claims->claims = memory_for_one(claims->claims, claims->claim_count, sizeof *claims->claims);
		claims->claims[claims->claim_count++] = claim;
		matcher_claim(claims->matcher, &(struct match_claim){ claim.person, claim.edition, claim.month, query_int(&query, 4), query_text(&query, 5) });
	}
}

static void
load_payers(struct store *store, struct claims *claims)
{
	struct query query = store_query(store,
	    SQL("SELECT iban, person\n"
	        "  FROM payer\n"
	        " ORDER BY iban, person"));
	while (query_next(&query)) {
		size_t person = claims_person(claims, query_int(&query, 1));
		if (person != MATCH_NONE)
			matcher_iban(claims->matcher, query_text(&query, 0), person);
	}
}

struct claims *
claims_load(struct store *store)
{
	struct claims *claims = memory(sizeof *claims);
	*claims = (struct claims){ .matcher = matcher_new() };
	load_editions(store, claims);
	load_people(store, claims);
	load_claims(store, claims);
	load_payers(store, claims);
	matcher_ready(claims->matcher);
	return claims;
}

void
claims_free(struct claims *claims)
{
	if (!claims)
		return;
	for (size_t i = 0; i < claims->edition_count; i++)
		free(claims->editions[i].code);
	for (size_t i = 0; i < claims->person_count; i++)
		free(claims->people[i].handle);
	free(claims->editions);
	free(claims->people);
	free(claims->places);
	free(claims->claims);
	matcher_free(claims->matcher);
	free(claims);
}

static int
compare_claims(const void *a, const void *b)
{
	int64_t left = ((const struct claim *)a)->instalment, right = ((const struct claim *)b)->instalment;
	return (left > right) - (left < right);
}

size_t
claims_find(const struct claims *claims, int64_t instalment)
{
	const struct claim wanted = { .instalment = instalment };
	const struct claim *claim = claims->claim_count ? bsearch(&wanted, claims->claims, claims->claim_count, sizeof wanted, compare_claims) : NULL;
	return claim ? (size_t)(claim - claims->claims) : MATCH_NONE;
}
