/* Next year's edition, like this one. */
#include "enrolment_row.h"

#include <balint/edition.h>
#include <balint/query.h>

#include <string.h>

/* Taking the row of an edition to make another of it. */
struct copying {
	struct store *store;
	const char *code;
	const struct cloning *cloning;
	struct refusal *why;
	bool good;
};

/* What is not there must not be there in the copy either. */
static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

static void
add_copy(void *context, const void *taken)
{
	struct copying *copying = context;
	const struct edition_row *row = taken;
	const struct cloning *cloning = copying->cloning;
	int64_t number = cloning->number ? cloning->number : row->number + 1, year = cloning->year ? cloning->year : row->year + cloning->later;
	const struct edition_facts facts = {
		.title = row->title,
		.programme = row->programme,
		.composition = row->composition,
		.venue = or_empty(row->venue),
		.online = or_empty(row->online),
		.reference = row->reference,
		.joining = row->joining,
		.leaving = row->leaving,
		.number = (int)number,
		.year = (int)year,
		.every = (int)row->every,
		.minutes = (int)row->minutes,
		.min = (int)row->min,
		.max = (int)row->max,
		.at = row->at,
	};
	copying->good = false;
	if (number > 9999)
		refuse(copying->why, "no number comes after %lld; say another: --number N", (long long)row->number);
	else if (year > 9999 || year < 1583)
		refuse(copying->why, "%lld is not a year of a group; say another: --year Y", (long long)year);
	else
		copying->good = edition_add(copying->store, copying->code, &facts, copying->why);
}

/* The text about the group: a fact that edition_add need not know. */
static bool
copy_about(struct store *store, const struct edition *from, const char *code, const struct cloning *cloning, struct refusal *why)
{
	bool same = store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM edition AS e\n"
	        "  JOIN edition AS n ON n.code = :code AND n.about IS e.about\n"
	        " WHERE e.id = :from"),
	    ARG("from", from->id), ARG("code", code));
	if (!same && cloning->existed)
		return refuse(why, "edition '%s' is there, with another text about it; to change that: balint-group edition set %s --about TEXT", code, code);
	if (!same)
		store_run(store,
		    SQL("UPDATE edition\n"
		        "   SET about = (SELECT e.about FROM edition AS e WHERE e.id = :from)\n"
		        " WHERE code = :code"),
		    ARG("from", from->id), ARG("code", code));
	return true;
}

bool
edition_clone(struct store *store, const struct edition *from, const char *code, struct cloning *cloning, struct refusal *why)
{
	struct copying copying = { store, code, cloning, why, false };
	struct date first = edition_first_session(store, from);
	if (!date_given(first))
		return refuse(why, "edition %s has no sessions from which to count the years to the new one; to make them: balint-calendar generate -e %s",
		    from->code, from->code);
	cloning->later = date_civil(cloning->start).year - date_civil(first).year;
	cloning->existed = store_has(store, SQL("SELECT 1 FROM edition WHERE code = :code"), ARG("code", code));
	edition_show(store, from, add_copy, &copying);
	return copying.good && copy_about(store, from, code, cloning, why);
}

bool
edition_clone_conductors(struct store *store, const struct edition *from, const struct edition *to, const struct cloning *cloning,
    struct refusal *why)
{
	bool good = true;
	struct query query = store_query(store,
	    SQL("SELECT p.handle, m.role\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :from AND m.role <> 'participant' AND m.status IN ('active', 'completed')\n"
	        " ORDER BY m.id"),
	    ARG("from", from->id));
	while (good && query_next(&query)) {
		const char *handle = query_text(&query, 0), *role = query_text(&query, 1);
		struct person person = { 0 };
		struct refusal absent;
		if (cloning->existed && !member_find(store, to, handle, &person, &absent))
			good = refuse(why, "edition '%s' is there, and '%s' does not conduct it; to enrol them: balint-group enrol %s --role %s -e %s", to->code, handle,
			    handle, role, to->code);
		else
			good = enrolment_add(store, to, handle, role, "active", DATE_NONE, why);
	}
	query_end(&query);
	return good;
}
