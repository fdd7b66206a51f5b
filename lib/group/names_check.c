#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/person.h>
#include <balint/query.h>
#include <balint/text.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool
is_folded(const char *key, const char *name)
{
	char *folded = text_fold(name);
	bool same = strcmp(folded, key) == 0;
	free(folded);
	return same;
}

/* A row: handle, family, given, and what they are sorted and compared by. */
static void
check_person(const struct query *query, row_taker *take, void *context)
{
	struct refusal why;
	const char *handle = query_text(query, 0), *family = query_text(query, 1), *given = query_text(query, 2);
	const struct subject subject = { NULL, handle };
	if (!text_is_handle(handle, &why)) {
		finding_report(take, context, "error", subject, "restore a backup", "%s", why.text);
		return;
	}
	char *accepted = text_accept_long(family, SIZE_MAX, &why), *accepted_given = accepted && *given ? text_accept_long(given, SIZE_MAX, &why) : NULL;
	if (!accepted || (*given && !accepted_given))
		finding_report(take, context, "error", subject, "balint-group person set HANDLE --family NAME --given NAME", "the name is none: %s", why.text);
	else if (!is_folded(query_text(query, 3), family) || !is_folded(query_text(query, 4), given))
		finding_report(take, context, "error", subject, "balint-group person set HANDLE --family NAME --given NAME",
		    "is sorted and found by another name than '%s %s'", family, given);
	free(accepted);
	free(accepted_given);
}

void
names_check(struct store *store, row_taker *take, void *context)
{
	struct refusal why;
	struct query people = store_query(store,
	    SQL("SELECT handle, family, given, family_key, given_key\n"
	        "  FROM person\n"
	        " ORDER BY id"));
	while (query_next(&people))
		check_person(&people, take, context);
	struct query editions = store_query(store,
	    SQL("SELECT code\n"
	        "  FROM edition\n"
	        " ORDER BY id"));
	while (query_next(&editions))
		if (!text_is_code(query_text(&editions, 0), &why))
			finding_report(take, context, "error", (struct subject){ NULL, query_text(&editions, 0) }, "restore a backup", "%s", why.text);
}
