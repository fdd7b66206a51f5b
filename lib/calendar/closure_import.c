#include <balint/ics_spans.h>

#include <balint/closure_import.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/suspension.h>

#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
	DATE_COLUMN(struct import_row, from),
	DATE_COLUMN(struct import_row, to),
	TEXT_COLUMN(struct import_row, label),
	TEXT_COLUMN(struct import_row, action),
};
const struct listing import_listing = LISTING(columns);

struct import {
	struct store *store;
	int64_t edition;
	const struct years *years;
	const struct import_taker *taker;
	int64_t before;           /* the last id before the import */
	const char *label;        /* of an event without a summary */
	struct ics_reading reading;
	bool good;
};

static void
complain(void *context, struct ics_place place, const char *what)
{
	struct import *import = context;
	import->good = false;
	import->taker->complain(import->taker->context, place.line, place.column, what);
}

static int64_t
last_suspension(struct store *store)
{
	return store_number(store, SQL("SELECT coalesce(max(id), 0) FROM suspension"));
}

/* Whether those days are in the store; under another label it is complained of, with the cure. */
static bool
is_there(struct import *import, const struct suspension *new, struct ics_place place)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	struct refusal why;
	struct query query = store_query(import->store,
	    SQL("SELECT id, label\n"
	        "  FROM suspension\n"
	        " WHERE edition IS :edition AND kind = :kind AND first_on = :first AND last_on = :last"),
	    ARG("edition", import->edition == EDITION_ALL ? COUNT_NONE : import->edition), ARG("kind", new->kind), ARG("first", new->first),
	    ARG("last", new->last));
	bool there = query_next(&query), several = new->last.day > new->first.day;
	if (there && !query_is(&query, 1, new->label)) {
		date_write(new->first, first);
		date_write(new->last, last);
		if (query_int(&query, 0) > import->before)
			refuse(&why, "this file has that %s as '%s' too, not only as '%s'; keep one of the two", new->kind, query_text(&query, 1), new->label);
		else
			refuse(&why, "that %s is there as '%s', not '%s'; to change it: balint-calendar %s remove %s%s%s%s, then import", new->kind,
			    query_text(&query, 1), new->label, new->kind, first, several ? ".." : "", several ? last : "",
			    import->edition == EDITION_ALL ? " --all-editions" : "");
		complain(import, place, why.text);
	}
	query_end(&query);
	return there;
}

static void
import_span(struct import *import, const struct ics_span *span, const char *label, struct ics_place place)
{
	struct refusal why;
	bool several = span->last.day > span->first.day;
	const struct suspension suspension = { several ? "break" : "closure", span->first, span->last, label, false };
	bool there = is_there(import, &suspension, place);
	struct import_row row = { span->first, span->last, label, there ? "there" : "added" };
	if (!there && !suspension_add(import->store, import->edition, &suspension, &why))
		complain(import, place, why.text);
	else if (import->good)
		import->taker->take(import->taker->context, &row);
}

static void
take_event(void *context, const struct ics_event *event)
{
	struct import *import = context;
	struct ics_spans spans;
	if (ics_spans_read(event, import->years, &import->reading, &spans))
		for (size_t i = 0; i < spans.count; i++)
			import_span(import, &spans.spans[i], spans.summary ? spans.summary : import->label, event->places[ICS_DTSTART]);
	ics_spans_release(&spans);
}

bool
closure_import(struct store *store, int64_t edition, const struct years *years, const char *path, const struct import_taker *taker,
    struct refusal *why)
{
	char *language = setting_get(store, "language");
	struct import import = { .store = store, .edition = edition, .years = years, .taker = taker, .before = last_suspension(store), .good = true };
	import.label = strcmp(language, "en") == 0 ? "closed" : "chiusura";
	import.reading = (struct ics_reading){ take_event, complain, &import };
	bool read = ics_read(path, &import.reading, why);
	free(language);
	return read && import.good;
}
