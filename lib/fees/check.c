#include <balint/instalment.h>
#include <balint/query.h>
#include <balint/reference.h>

#include <stdio.h>

/* VAT once on the price and instalments that add up to it: an error where they do not (RULES 6.1, 6.2). */
static void
check_sums(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, p.handle, sum(i.net), sum(i.vat), (sum(i.net) * t.rate + 5000) / 10000, t.rate\n"
	        "  FROM instalment AS i\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN profession AS f ON f.code = p.profession\n"
	        "  JOIN tariff AS t ON t.edition = e.id AND t.category = f.category\n"
	        " WHERE (:edition = 0 AND e.status = 'open') OR e.id = :edition\n"
	        " GROUP BY m.id\n"
	        "HAVING sum(i.vat) <> (sum(i.net) * t.rate + 5000) / 10000\n"
	        "    OR (m.joined_on IS NULL AND sum(i.net) <> t.net)\n"
	        " ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		char net[MONEY_TEXT], vat[MONEY_TEXT];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		finding_report(take, context, "warning", subject, "",
		    "instalments of %s net and %s VAT are not those of today's tariff; if it was changed after planning, that is as it should be", money_write(query_int(&query, 2), net),
		    money_write(query_int(&query, 3), vat));
	}
}

/* Two instalments with one reference cannot be told apart on a bank statement. */
static void
check_references(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, i.reference, count(*)\n"
	        "  FROM instalment AS i\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        " WHERE (:edition = 0 AND e.status = 'open') OR e.id = :edition\n"
	        " GROUP BY i.reference\n"
	        "HAVING count(*) > 1\n"
	        " ORDER BY i.reference"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		const struct subject subject = { query_text(&query, 0), NULL };
		char cure[160];
		snprintf(cure, sizeof cure, "balint-group edition set %s --reference TEMPLATE", subject.edition);
		finding_report(take, context, "warning", subject, cure, "%lld instalments share the reference '%s'",
		    (long long)query_int(&query, 2), query_text(&query, 1));
	}
}

/* Who was enrolled after the fees were planned. */
static void
check_unplanned(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, p.handle\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND m.role = 'participant' AND m.status = 'active'\n"
	        "   AND NOT EXISTS (SELECT 1 FROM instalment WHERE enrolment = m.id)\n"
	        "   AND EXISTS (SELECT 1 FROM profession AS f JOIN tariff AS t ON t.category = f.category WHERE f.code = p.profession AND t.edition = e.id)\n"
	        "   AND EXISTS (SELECT 1 FROM instalment AS i JOIN enrolment AS o ON o.id = i.enrolment WHERE o.edition = e.id)\n"
	        " ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		char cure[160];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		snprintf(cure, sizeof cure, "balint-fees plan %s", query_text(&query, 1));
		finding_report(take, context, "warning", subject, cure, "no instalments, though others have them");
	}
}

/* Whose fee nobody knows, though the edition has a price list. */
static void
check_unpriced(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, p.handle, f.category\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  LEFT JOIN profession AS f ON f.code = p.profession\n"
	        " WHERE ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND m.role = 'participant' AND m.status = 'active'\n"
	        "   AND NOT EXISTS (SELECT 1 FROM instalment WHERE enrolment = m.id)\n"
	        "   AND EXISTS (SELECT 1 FROM tariff WHERE edition = e.id)\n"
	        "   AND NOT EXISTS (SELECT 1 FROM tariff AS t WHERE t.edition = e.id AND t.category = f.category)\n"
	        " ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		char cure[160];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		const char *category = query_text(&query, 2);
		if (category)
			snprintf(cure, sizeof cure, "balint-fees tariff set %s NET", category);
		else
			snprintf(cure, sizeof cure, "balint-group person set %s --profession P", subject.about);
		if (category)
			finding_report(take, context, "warning", subject, cure, "no tariff for the category '%s'", category);
		else
			finding_report(take, context, "warning", subject, cure, "no profession, which decides the fee");
	}
}

/* What was written by hand: then nothing more can be planned. */
static void
check_templates(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT code, reference\n"
	        "  FROM edition\n"
	        " WHERE (:edition = 0 AND status = 'open') OR id = :edition\n"
	        " ORDER BY number, year, code"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		struct refusal why;
		char cure[200];
		const struct subject subject = { query_text(&query, 0), NULL };
		snprintf(cure, sizeof cure, "balint-group edition set %s --reference '{title} {number} ed {year}_{family}_{month}'", subject.edition);
		if (!reference_check(query_text(&query, 1), &why))
			finding_report(take, context, "error", subject, cure, "%s", why.text);
	}
}

void
instalment_check(struct store *store, int64_t edition, row_taker *take, void *context)
{
	check_sums(store, edition, take, context);
	check_references(store, edition, take, context);
	check_unplanned(store, edition, take, context);
	check_unpriced(store, edition, take, context);
	check_templates(store, edition, take, context);
}
