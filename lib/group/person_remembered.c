#include <balint/person.h>
#include <balint/query.h>

bool
person_find_remembered(struct store *store, const char *handle, struct person *person, struct refusal *why)
{
	if (!person_find(store, handle, person, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT forgotten_on\n"
	        "  FROM person\n"
	        " WHERE id = :id AND forgotten_on IS NOT NULL"),
	    ARG("id", person->id));
	if (!query_next(&query))
		return true;
	refuse(why, "'%s' is what stays of somebody who was forgotten on %s", person->handle, query_text(&query, 0));
	query_end(&query);
	return false;
}
