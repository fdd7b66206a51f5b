#include <balint/dependents.h>
#include <balint/fatal.h>
#include <balint/query.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a row of the table is called, and several of them. */
static const struct {
	const char *table, *one, *many;
} words[] = {
	{ "certificate", "certificate", "certificates" },
	{ "consent", "answer about a move", "answers about moves" },
	{ "enrolment", "enrolment", "enrolments" },
	{ "entry", "entry of the ledger", "entries of the ledger" },
	{ "evaluation", "evaluation", "evaluations" },
	{ "instalment", "instalment", "instalments" },
	{ "issue", "calendar that was issued", "calendars that were issued" },
	{ "mark", "mark", "marks" },
	{ "outbox", "notice", "notices" },
	{ "payer", "account in the payer book", "accounts in the payer book" },
	{ "person", "person for whom they pay", "people for whom they pay" },
	{ "presentation", "presentation", "presentations" },
	{ "respondent", "evaluation handed in", "evaluations handed in" },
	{ "session", "session", "sessions" },
	{ "suspension", "break or closure", "breaks or closures" },
	{ "tariff", "tariff", "tariffs" },
	{ "warning", "warning of the register", "warnings of the register" },
};

static const char *
word_for(const char *table, int64_t count)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i].table, table) == 0)
			return count == 1 ? words[i].one : words[i].many;
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

bool
store_dependents(struct store *store, const char *table, int64_t id, const char *const *apart, char text[DEPENDENTS_TEXT])
{
	size_t used = 0;
	*text = '\0';
	struct query query = store_query(store,
	    SQL("SELECT t.name, f.\"from\"\n"
	        "  FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f\n"
	        " WHERE t.type = 'table' AND f.\"table\" = :table\n"
	        " ORDER BY t.name, f.\"from\""),
	    ARG("table", table));
	while (query_next(&query)) {
		const char *child = query_text(&query, 0);
		int64_t count = is_among(child, apart) ? 0 : count_rows(store, child, query_text(&query, 1), id);
		if (count > 0 && used < DEPENDENTS_TEXT)
			used += (size_t)snprintf(text + used, DEPENDENTS_TEXT - used, "%s%lld %s", used ? ", " : "", (long long)count, word_for(child, count));
	}
	return used > 0;
}
