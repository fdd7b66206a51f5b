#include <balint/dependents.h>
#include <balint/enrolment.h>
#include <balint/query.h>
#include <balint/remove.h>
#include <balint/translation.h>

#include <stdio.h>

static const char *const none[] = { NULL };

bool
person_remove(struct store *store, const struct person *person, struct refusal *why)
{
	char needed[DEPENDENTS_TEXT];
	if (store_dependents(store, "person", person->id, none, needed))
		return refuse(why, "'%s' cannot be removed while there is something of theirs: %s; to erase a person: balint-group forget %s", person->handle, needed,
		    person->handle);
	store_run(store, SQL("DELETE FROM person WHERE id = :id"), ARG("id", person->id));
	return true;
}

/* What hangs on the enrolment by its sessions, in the words of what hangs on it by its id. */
static bool
has_register(struct store *store, const struct edition *edition, const struct person *person, char text[DEPENDENTS_TEXT])
{
	struct query query = store_query(store,
	    SQL("SELECT (SELECT count(*) FROM mark AS k JOIN session AS s ON s.id = k.session\n"
	        "         WHERE k.person = :person AND s.edition = :edition),\n"
	        "       (SELECT count(*) FROM presentation AS t JOIN session AS s ON s.id = t.session\n"
	        "         WHERE t.person = :person AND s.edition = :edition)"),
	    ARG("person", person->id), ARG("edition", edition->id));
	query_next(&query);
	long long marks = (long long)query_int(&query, 0), presentations = (long long)query_int(&query, 1);
	query_end(&query);
	size_t used = 0;
	*text = '\0';
	if (marks)
		used = (size_t)snprintf(text, DEPENDENTS_TEXT, "%lld %s", marks, translated(marks == 1 ? "mark" : "marks"));
	if (presentations)
		snprintf(text + used, DEPENDENTS_TEXT - used, "%s%lld %s", used ? ", " : "", presentations, translated(presentations == 1 ? "presentation" : "presentations"));
	return marks || presentations;
}

bool
enrolment_remove(struct store *store, const struct edition *edition, const char *handle, struct refusal *why)
{
	struct person person = { 0 };
	char needed[DEPENDENTS_TEXT], marked[DEPENDENTS_TEXT];
	if (!member_find(store, edition, handle, &person, why))
		return false;
	int64_t id = store_number(store,
	    SQL("SELECT id\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND person = :person"),
	    ARG("edition", edition->id), ARG("person", person.id));
	bool needs = store_dependents(store, "enrolment", id, none, needed), attends = has_register(store, edition, &person, marked);
	if (needs || attends)
		return refuse(why, "the enrolment of '%s' in edition %s cannot be taken back: %s%s%s; to end it: balint-group withdraw %s --on DATE -e %s", handle,
		    edition->code, needed, needs && attends ? ", " : "", marked, handle, edition->code);
	store_run(store, SQL("DELETE FROM enrolment WHERE id = :id"), ARG("id", id));
	return true;
}

bool
edition_removable(struct store *store, const struct edition *edition, struct refusal *why)
{
	static const char *const parts[] = { "suspension", "tariff", NULL };
	char needed[DEPENDENTS_TEXT];
	return !store_dependents(store, "edition", edition->id, parts, needed)
	    || refuse(why, "edition %s cannot be removed: %s; to end it: balint-group edition close %s", edition->code, needed, edition->code);
}

void
edition_remove(struct store *store, const struct edition *edition)
{
	store_run(store, SQL("DELETE FROM edition WHERE id = :id"), ARG("id", edition->id));
}
