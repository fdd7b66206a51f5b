#include <balint/dependents.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a row of the table is called, and several of them. */
static const struct {
	const char *table, *one, *many;
} words[] = {
	{ "certificate", N_("certificate"), N_("certificates") },
	{ "consent", N_("answer about a move"), N_("answers about moves") },
	{ "enrolment", N_("enrolment"), N_("enrolments") },
	{ "entry", N_("entry of the ledger"), N_("entries of the ledger") },
	{ "evaluation", N_("evaluation"), N_("evaluations") },
	{ "instalment", N_("instalment"), N_("instalments") },
	{ "issue", N_("calendar that was issued"), N_("calendars that were issued") },
	{ "mark", N_("mark"), N_("marks") },
	{ "outbox", N_("notice"), N_("notices") },
	{ "payer", N_("account in the payer book"), N_("accounts in the payer book") },
	{ "person", N_("person for whom they pay"), N_("people for whom they pay") },
	{ "presentation", N_("presentation"), N_("presentations") },
	{ "respondent", N_("evaluation handed in"), N_("evaluations handed in") },
	{ "session", N_("session"), N_("sessions") },
	{ "suspension", N_("break or closure"), N_("breaks or closures") },
	{ "tariff", N_("tariff"), N_("tariffs") },
	{ "warning", N_("warning of the register"), N_("warnings of the register") },
};

static const char *
word_for(const char *table, int64_t count)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i].table, table) == 0)
			return translated(count == 1 ? words[i].one : words[i].many);
	return table;
}

static bool
is_among(const char *table, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(*names, table) == 0)
			return true;
	return false;
}

/* The names are those of the schema. */
static int64_t
count_rows(struct store *store, const char *table, const char *column, int64_t id)
{
	char *sql = memory_format("SELECT count(*) FROM \"%s\" WHERE \"%s\" = :id", table, column);
	int64_t count = store_number(store, SQL(sql), ARG("id", id));
	free(sql);
	return count;
}

void
dependents_add(char text[DEPENDENTS_TEXT], const char *table, int64_t count)
{
	size_t used = strlen(text);
	if (count > 0)
		snprintf(text + used, DEPENDENTS_TEXT - used, "%s%lld %s", used ? ", " : "", (long long)count, word_for(table, count));
}

bool
store_dependents(struct store *store, const char *table, int64_t id, const char *const *apart, char text[DEPENDENTS_TEXT])
{
	*text = '\0';
	struct query query = store_query(store,
	    SQL("SELECT t.name, f.\"from\"\n"
	        "  FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f\n"
	        " WHERE t.type = 'table' AND f.\"table\" = :table\n"
	        " ORDER BY t.name, f.\"from\""),
	    ARG("table", table));
	while (query_next(&query)) {
		const char *child = query_text(&query, 0);
		if (!is_among(child, apart))
			dependents_add(text, child, count_rows(store, child, query_text(&query, 1), id));
	}
	return *text != '\0';
}
