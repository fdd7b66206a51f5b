/* The words by which texts name somebody who is to be forgotten. */
#include "forget_naming.h"

#include <balint/fatal.h>
#include <balint/matcher.h>
#include <balint/query.h>

#include <stdlib.h>
#include <string.h>

/* Whether one of the texts in the first column has the word. Ends the query. */
static bool
has_word(struct query texts, const char *word)
{
	struct naming *naming = naming_new("-");
	bool has = false;
	naming_add(naming, NAMING_NAME, NAMING_SUSPECTED, word);
	while (!has && query_next(&texts))
		has = naming_found(naming, NAMING_SUSPECTED, query_text(&texts, 0));
	query_end(&texts);
	naming_free(naming);
	return has;
}

/* Whether the store uses the word for something else: the association, an edition, a profession, a place. */
static bool
has_use(struct store *store, const char *word)
{
	return has_word(store_query(store,
	                    SQL("SELECT value FROM setting WHERE key NOT IN ('from', 'reply-to')\n"
	                        "UNION ALL\n"
	                        "SELECT code || ' ' || label || ' ' || category FROM profession\n"
	                        "UNION ALL\n"
	                        "SELECT code || ' ' || title || ' ' || coalesce(venue, '') FROM edition")),
	    word);
}

/* Whether somebody else has the word in a name or handle. */
static bool
is_shared(struct store *store, int64_t person, const char *word)
{
	return has_word(store_query(store, SQL("SELECT family || ' / ' || given || ' / ' || handle FROM person WHERE id <> :id"), ARG("id", person)), word);
}

static enum naming_scope
scope_of(struct store *store, int64_t person, const char *word)
{
	bool sure = !match_is_common(word) && !has_use(store, word) && !is_shared(store, person, word);
	return sure ? NAMING_SURE : NAMING_SUSPECTED;
}

static void
add_pair(struct naming *naming, enum naming_scope scope, const char *first, const char *second)
{
	char *both = memory_format("%s %s", first, second);
	naming_add(naming, NAMING_NAME, scope, both);
	free(both);
}

static bool
has_namesake(struct store *store, int64_t person, const char *family, const char *given)
{
	char *family_key = text_fold(family), *given_key = text_fold(given);
	bool has = store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM person\n"
	        " WHERE family_key = :family AND given_key = :given AND id <> :id"),
	    ARG("family", family_key), ARG("given", given_key), ARG("id", person));
	free(family_key);
	free(given_key);
	return has;
}

/* The parts of the text that have three bytes at least, each handed on. */
static void
each_part(const char *text, void (*take)(void *context, const char *part), void *context)
{
	char *copy = memory_text(text), *rest = copy;
	for (char *part = strsep(&rest, " -"); part; part = strsep(&rest, " -"))
		if (strlen(part) >= 3)
			take(context, part);
	free(copy);
}

struct pairing {
	struct naming *naming;
	enum naming_scope scope;
	const char *family;
};

/* A given name alone names many; beside the family name it is this person's. */
static void
add_given(void *context, const char *part)
{
	const struct pairing *pairing = context;
	naming_add(pairing->naming, NAMING_NAME, NAMING_OWN, part);
	add_pair(pairing->naming, pairing->scope, part, pairing->family);
	add_pair(pairing->naming, pairing->scope, pairing->family, part);
}

static void
add_family(void *context, const char *part)
{
	naming_add(context, NAMING_NAME, NAMING_OWN, part);
}

/* A name, current or earlier; an institution has no given one. */
static void
add_name(const struct forgetting *f, const char *family, const char *given)
{
	struct store *store = f->store;
	struct naming *naming = f->naming;
	int64_t person = f->person.id;
	naming_add(naming, NAMING_NAME, scope_of(store, person, family), family);
	each_part(family, add_family, naming);
	if (!*given)
		return;
	struct pairing pairing = { naming, has_namesake(store, person, family, given) ? NAMING_SUSPECTED : NAMING_SURE, family };
	naming_add(naming, NAMING_NAME, is_shared(store, person, given) ? NAMING_OWN : NAMING_SUSPECTED, given);
	add_pair(naming, pairing.scope, given, family);
	add_pair(naming, pairing.scope, family, given);
	each_part(given, add_given, &pairing);
}

/* A mail address, telephone or code is sure, unless somebody else has it too. */
static void
add_contact(struct store *store, struct naming *naming, int64_t person, enum naming_kind kind, const char *text)
{
	bool shared = text && store_has(store,
	                          SQL("SELECT 1 FROM person WHERE id <> :id AND :text IN (email, phone, tax_code)\n"
	                              "UNION ALL\n"
	                              "SELECT 1 FROM setting WHERE value = :text"),
	                          ARG("id", person), ARG("text", text));
	naming_add(naming, kind, shared ? NAMING_SUSPECTED : NAMING_SURE, text);
}

/* Who is meant, as they are called now. */
struct recalled {
	const struct forgetting *forgetting;
	char *family, *given;
};

/* What the person was called before, and had. */
static void
recall(void *context, const char *column, const char *text)
{
	const struct recalled *recalled = context;
	const struct forgetting *f = recalled->forgetting;
	if (strcmp(column, "email") == 0)
		add_contact(f->store, f->naming, f->person.id, NAMING_EXACT, text);
	else if (strcmp(column, "phone") == 0 || strcmp(column, "tax_code") == 0)
		add_contact(f->store, f->naming, f->person.id, NAMING_SPACED, text);
	else if (strcmp(column, "family") == 0)
		add_name(f, text, recalled->given);
	else if (strcmp(column, "given") == 0)
		add_name(f, recalled->family, text);
}

void
forget_words(struct forgetting *f)
{
	struct store *store = f->store;
	struct query query = store_query(store,
	    SQL("SELECT family, given, handle, email, phone, tax_code\n"
	        "  FROM person\n"
	        " WHERE id = :id"),
	    ARG("id", f->person.id));
	query_next(&query);
	struct recalled recalled = { f, memory_text(query_text(&query, 0)), memory_text(query_text(&query, 1)) };
	add_name(f, recalled.family, recalled.given);
	naming_add(f->naming, NAMING_NAME, scope_of(store, f->person.id, query_text(&query, 2)), query_text(&query, 2));
	add_contact(store, f->naming, f->person.id, NAMING_EXACT, query_text(&query, 3));
	add_contact(store, f->naming, f->person.id, NAMING_SPACED, query_text(&query, 4));
	add_contact(store, f->naming, f->person.id, NAMING_SPACED, query_text(&query, 5));
	query_end(&query);
	erase_recall(store, f->person.id, recall, &recalled);
	free(recalled.family);
	free(recalled.given);
}
