#include <balint/query.h>
#include <balint/suspension.h>


static const struct column break_columns[] = {
	DATE_COLUMN(struct break_row, from),
	DATE_COLUMN(struct break_row, to),
	TEXT_COLUMN(struct break_row, label),
};
const struct listing break_listing = LISTING(break_columns);

static const struct column closure_columns[] = {
	DATE_COLUMN(struct closure_row, date),
	TEXT_COLUMN(struct closure_row, label),
};
const struct listing closure_listing = LISTING(closure_columns);

static int64_t
or_null(int64_t edition)
{
	return edition == EDITION_ALL ? COUNT_NONE : edition;
}

bool
suspension_add(struct store *store, int64_t edition, const struct suspension *new, struct refusal *why)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	bool several = new->last.day > new->first.day;
	struct query query = store_query(store,
	    SQL("SELECT label\n"
	        "  FROM suspension\n"
	        " WHERE edition IS :edition AND kind = :kind AND first_on = :first AND last_on = :last"),
	    ARG("edition", or_null(edition)), ARG("kind", new->kind), ARG("first", new->first), ARG("last", new->last));
	bool there = query_next(&query);
	if (there && !query_is(&query, 0, new->label))
		refuse(why, "that %s is there as '%s', not '%s'; to change it: balint-calendar %s remove %s%s%s%s, then add", new->kind, query_text(&query, 0),
		    new->label, new->kind, date_write(new->first, first), several ? ".." : "", several ? date_write(new->last, last) : "",
		    edition == EDITION_ALL ? " --all-editions" : "");
	bool same = there && query_is(&query, 0, new->label);
	query_end(&query);
	if (there)
		return same;
	store_run(store,
	    SQL("INSERT INTO suspension (edition, kind, first_on, last_on, label)\n"
	        "VALUES (:edition, :kind, :first, :last, :label)"),
	    ARG("edition", or_null(edition)), ARG("kind", new->kind), ARG("first", new->first), ARG("last", new->last),
	    ARG("label", new->label));
	return true;
}

bool
suspension_remove(struct store *store, int64_t edition, const struct suspension *old, struct refusal *why)
{
	int64_t removed = store_run(store,
	    SQL("DELETE FROM suspension\n"
	        " WHERE edition IS :edition AND kind = :kind AND first_on = :first AND last_on = :last"),
	    ARG("edition", or_null(edition)), ARG("kind", old->kind), ARG("first", old->first), ARG("last", old->last));
	return removed > 0 || refuse(why, edition == EDITION_ALL ? "there is no such %s of all editions; 'balint-calendar %s list' shows them"
	    : "there is no such %s; 'balint-calendar %s list' shows them", old->kind, old->kind);
}

void
suspension_clear(struct store *store, int64_t edition)
{
	store_run(store, SQL("DELETE FROM suspension WHERE edition = :edition"), ARG("edition", edition));
}

void
break_list(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct break_row row;
	struct query query = store_query(store,
	    SQL("SELECT first_on AS \"from\", last_on AS \"to\", label\n"
	        "  FROM suspension\n"
	        " WHERE kind = 'break' AND (edition IS NULL OR edition = :edition)\n"
	        " ORDER BY first_on, last_on, id"),
	    ARG("edition", edition));
	query_each(&query, &break_listing, &row, take, context);
}

void
closure_list(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct closure_row row;
	struct query query = store_query(store,
	    SQL("SELECT first_on AS date, label\n"
	        "  FROM suspension\n"
	        " WHERE kind = 'closure' AND (edition IS NULL OR edition = :edition)\n"
	        " ORDER BY first_on, id"),
	    ARG("edition", edition));
	query_each(&query, &closure_listing, &row, take, context);
}
