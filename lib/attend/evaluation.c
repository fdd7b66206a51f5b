/* Who has handed an evaluation in, and how many there are. */
#include <balint/evaluation.h>
#include <balint/person.h>
#include <balint/query.h>

#include <stdio.h>

#define ROW struct pending_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	TEXT_COLUMN(ROW, email),
};
const struct listing pending_listing = LISTING(columns);

static const struct column entered_columns[] = {
	COUNT_COLUMN(struct evaluation_import_row, evaluations),
	COUNT_COLUMN(struct evaluation_import_row, handles),
};
const struct listing evaluation_import_listing = LISTING(entered_columns);

int64_t
evaluation_count(struct store *store, const struct edition *edition, const char *form)
{
	return store_number(store,
	    SQL("SELECT count(*)\n"
	        "  FROM evaluation\n"
	        " WHERE edition = :edition AND form = :form"),
	    ARG("edition", edition->id), ARG("form", form));
}

bool
evaluation_form(struct store *store, const struct edition *edition, char name[TEXT_HANDLE], struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT coalesce(min(form), :usual), count(*), group_concat(form, ', ')\n"
	        "  FROM (SELECT DISTINCT form FROM evaluation WHERE edition = :edition ORDER BY form)"),
	    ARG("edition", edition->id), ARG("usual", QUESTIONNAIRE_USUAL));
	query_next(&query);
	snprintf(name, TEXT_HANDLE, "%s", query_text(&query, 0));
	bool one = query_int(&query, 1) < 2
	    || refuse(why, "the evaluations of edition %s are by several questionnaires: %s; say which with --form NAME", edition->code, query_text(&query, 2));
	query_end(&query);
	return one;
}

void
evaluation_pending(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	struct pending_row row;
	struct query query = store_query(store,
	    SQL("SELECT p.handle, p.family, p.given, p.email\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :edition AND m.role = 'participant' AND m.status IN ('active', 'completed')\n"
	        "   AND m.id NOT IN (SELECT enrolment FROM respondent)\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id));
	query_each(&query, &pending_listing, &row, take, context);
}

bool
evaluation_giver(struct store *store, const struct edition *edition, const char *handle, int64_t *enrolment, struct refusal *why)
{
	struct person person = { 0 };
	if (!person_find(store, handle, &person, why))
		return false;
	*enrolment = store_number(store,
	    SQL("SELECT id\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND person = :person\n"
	        "   AND role = 'participant' AND status IN ('active', 'withdrawn', 'completed')"),
	    ARG("edition", edition->id), ARG("person", person.id));
	return *enrolment || refuse(why, "handle: '%s' is not a participant of edition %s", handle, edition->code);
}

bool
evaluation_received(struct store *store, const struct edition *edition, const char *handle, bool received, struct refusal *why)
{
	int64_t enrolment;
	if (!evaluation_giver(store, edition, handle, &enrolment, why))
		return false;
	if (received)
		store_run(store,
		    SQL("INSERT INTO respondent (enrolment)\n"
		        "VALUES (:enrolment)\n"
		        "ON CONFLICT DO NOTHING"),
		    ARG("enrolment", enrolment));
	else
		store_run(store, SQL("DELETE FROM respondent WHERE enrolment = :enrolment"), ARG("enrolment", enrolment));
	return true;
}
