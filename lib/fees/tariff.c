#include <balint/profession.h>
#include <balint/query.h>
#include <balint/tariff.h>

#include <stdio.h>
#include <string.h>

#define ROW struct tariff_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, category),
	AMOUNT_COLUMN(ROW, net),
	RATE_COLUMN(ROW, rate),
	TEXT_COLUMN(ROW, nature),
	AMOUNT_COLUMN(ROW, vat),
	AMOUNT_COLUMN(ROW, gross),
};
const struct listing tariff_listing = LISTING(columns);

/* The codes of the electronic invoice (provv. Agenzia delle Entrate 89757/2018): N1 … N7, with a subdivision. */
static bool
is_nature(const char *text)
{
	return text[0] == 'N' && text[1] >= '1' && text[1] <= '7'
	    && (!text[2] || (text[2] == '.' && text[3] >= '1' && text[3] <= '9' && !text[4 + (text[4] >= '0' && text[4] <= '9')]));
}

static int64_t
planned_instalments(struct store *store, const struct edition *edition, const char *category)
{
	return store_number(store,
	    SQL("SELECT count(*)\n"
	        "  FROM instalment AS i\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN profession AS f ON f.code = p.profession\n"
	        " WHERE m.edition = :edition AND f.category = :category"),
	    ARG("edition", edition->id), ARG("category", category));
}

bool
tariff_set(struct store *store, const struct edition *edition, const char *category, cents net, int rate, const char *nature,
    int64_t *planned, struct refusal *why)
{
	if (!category_check(store, category, why))
		return false;
	if (nature && !is_nature(nature))
		return refuse(why, "--nature: '%s' is not the nature of an exemption, such as N4 or N2.2", nature);
	if (nature && rate != 0)
		return refuse(why, "--nature: what is exempt has no VAT; give --vat 0 too");
	int64_t changed = store_run(store,
	    SQL("INSERT INTO tariff (edition, category, net, rate, nature)\n"
	        "VALUES (:edition, :category, :net, :rate, :nature)\n"
	        "ON CONFLICT (edition, category) DO UPDATE\n"
	        "   SET net = excluded.net, rate = excluded.rate, nature = excluded.nature\n"
	        " WHERE net <> excluded.net OR rate <> excluded.rate OR nature IS NOT excluded.nature"),
	    ARG("edition", edition->id), ARG("category", category), ARG("net", net), ARG("rate", rate), ARG("nature", nature));
	*planned = changed ? planned_instalments(store, edition, category) : 0;
	return true;
}

bool
tariff_find(struct store *store, const struct edition *edition, const char *category, struct tariff *tariff)
{
	struct query query = store_query(store,
	    SQL("SELECT net, rate, coalesce(nature, '')\n"
	        "  FROM tariff\n"
	        " WHERE edition = :edition AND category = :category"),
	    ARG("edition", edition->id), ARG("category", category));
	if (!query_next(&query))
		return false;
	*tariff = (struct tariff){ .net = query_int(&query, 0), .rate = (int)query_int(&query, 1) };
	snprintf(tariff->nature, sizeof tariff->nature, "%s", query_text(&query, 2));
	query_end(&query);
	return true;
}

static bool
refuse_tariff(struct store *store, const struct edition *from, const struct edition *to, const char *category, struct refusal *why)
{
	struct tariff wanted, there;
	char net[MONEY_TEXT], has[MONEY_TEXT];
	if (!tariff_find(store, from, category, &wanted))
		return true;
	money_write(wanted.net, net);
	if (!tariff_find(store, to, category, &there))
		return refuse(why, "edition '%s' is there, without a tariff of '%s'; to set it: balint-fees tariff set %s %s -e %s", to->code, category, category, net,
		    to->code);
	if (there.net != wanted.net)
		return refuse(why, "edition '%s' is there, its tariff of '%s' is %s and not %s; to change it: balint-fees tariff set %s %s -e %s", to->code, category,
		    money_write(there.net, has), net, category, net, to->code);
	return refuse(why, "edition '%s' is there, its tariff of '%s' has another VAT; 'balint-fees tariff list' shows it", to->code, category);
}

bool
tariff_clone(struct store *store, const struct edition *from, const struct edition *to, const struct cloning *cloning, struct refusal *why)
{
	if (!cloning->existed) {
		store_run(store,
		    SQL("INSERT INTO tariff (edition, category, net, rate, nature)\n"
		        "SELECT :to, category, net, rate, nature FROM tariff WHERE edition = :from"),
		    ARG("from", from->id), ARG("to", to->id));
		return true;
	}
	struct query query = store_query(store,
	    SQL("SELECT t.category\n"
	        "  FROM tariff AS t\n"
	        " WHERE t.edition = :from\n"
	        "   AND NOT EXISTS (SELECT 1 FROM tariff AS n\n"
	        "                    WHERE n.edition = :to AND n.category = t.category AND n.net = t.net AND n.rate = t.rate AND n.nature IS t.nature)\n"
	        " ORDER BY t.category\n"
	        " LIMIT 1"),
	    ARG("from", from->id), ARG("to", to->id));
	if (!query_next(&query))
		return true;
	bool good = refuse_tariff(store, from, to, query_text(&query, 0), why);
	query_end(&query);
	return good;
}

void
tariff_clear(struct store *store, const struct edition *edition)
{
	store_run(store, SQL("DELETE FROM tariff WHERE edition = :edition"), ARG("edition", edition->id));
}

void
tariff_list(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT category, net, rate, nature\n"
	        "  FROM tariff\n"
	        " WHERE edition = :edition\n"
	        " ORDER BY category DESC"),
	    ARG("edition", edition->id));
	while (query_next(&query)) {
		struct tariff_row row = { .category = query_text(&query, 0), .net = query_int(&query, 1), .rate = query_int(&query, 2), .nature = query_text(&query, 3) };
		row.vat = money_share(row.net, (int)row.rate);
		row.gross = row.net + row.vat;
		take(context, &row);
	}
}
