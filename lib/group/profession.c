#include <balint/profession.h>
#include <balint/query.h>
#include <balint/text.h>


static const struct column columns[] = {
	TEXT_COLUMN(struct profession, code),
	TEXT_COLUMN(struct profession, category),
	TEXT_COLUMN(struct profession, label),
};
const struct listing profession_listing = LISTING(columns);

bool
profession_add(struct store *store, const struct profession *new, struct refusal *why)
{
	if (!text_is_handle(new->code, why) || !text_is_handle(new->category, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT category, label\n"
	        "  FROM profession\n"
	        " WHERE code = :code"),
	    ARG("code", new->code));
	bool there = query_next(&query), good = true;
	if (there && !query_is(&query, 0, new->category))
		good = refuse(why, "profession '%s' is there with category '%s', not '%s'; take another code", new->code, query_text(&query, 0), new->category);
	else if (there && !query_is(&query, 1, new->label))
		good = refuse(why, "profession '%s' is there with label '%s', not '%s'; take another code", new->code, query_text(&query, 1), new->label);
	query_end(&query);
	if (there)
		return good;
	store_run(store,
	    SQL("INSERT INTO profession (code, category, label)\n"
	        "VALUES (:code, :category, :label)"),
	    ARG("code", new->code), ARG("category", new->category), ARG("label", new->label));
	return true;
}

void
profession_list(struct store *store, row_taker *take, void *context)
{
	struct profession row;
	struct query query = store_query(store,
	    SQL("SELECT code, category, label\n"
	        "  FROM profession\n"
	        " ORDER BY category DESC, code"));
	query_each(&query, &profession_listing, &row, take, context);
}

bool
profession_check(struct store *store, const char *code, struct refusal *why)
{
	struct query query = store_query(store, SQL("SELECT 1 FROM profession WHERE code = :code"), ARG("code", code));
	bool found = query_next(&query);
	query_end(&query);
	return found
	    || query_refuse(store_query(store, SQL("SELECT code FROM profession ORDER BY code")), "profession", code,
	        "'balint-group profession list' shows them", why);
}

bool
category_check(struct store *store, const char *category, struct refusal *why)
{
	struct query query = store_query(store, SQL("SELECT 1 FROM profession WHERE category = :category LIMIT 1"), ARG("category", category));
	bool found = query_next(&query);
	query_end(&query);
	return found
	    || query_refuse(store_query(store, SQL("SELECT DISTINCT category FROM profession ORDER BY category")), "category", category,
	        "'balint-group profession list' shows them", why);
}
