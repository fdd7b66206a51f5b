#include <balint/dependents.h>
#include <balint/enrolment.h>
#include <balint/query.h>
#include <balint/remove.h>

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

bool
enrolment_remove(struct store *store, const struct edition *edition, const struct person *person, const char *attended, struct refusal *why)
{
	char needed[DEPENDENTS_TEXT];
	int64_t id = store_number(store,
	    SQL("SELECT id\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND person = :person"),
	    ARG("edition", edition->id), ARG("person", person->id));
	bool needs = store_dependents(store, "enrolment", id, none, needed), attends = *attended != '\0';
	if (needs || attends)
		return refuse(why, "the enrolment of '%s' in edition %s cannot be taken back: %s%s%s; to end it: balint-group withdraw %s --on DATE -e %s", person->handle,
		    edition->code, needed, needs && attends ? ", " : "", attended, person->handle, edition->code);
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
