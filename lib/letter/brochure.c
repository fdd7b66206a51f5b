#include "brochure_parts.h"

#include <balint/clock.h>
#include <balint/date_words.h>
#include <balint/enrolment.h>
#include <balint/fatal.h>
#include <balint/price_list.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Those of a new store, for which templates have words of their own. */
static const char *const known_categories[] = { "medici-psicologi", "altre-professioni", NULL };
static const char *const known_professions[] = { "medico", "psicologo", "psicoterapeuta", "infermiere", "educatore", "terp", "assistente-sociale",
	"vigilatrice-infanzia", "oss", "insegnante", "tecnico", "altro", NULL };

/* Adds the words of a profession or category, `own`, and if it is none of the association's own, a truth under its code. */
static void
add_words(struct tree *object, const char *code, const char *words, const char *const *known)
{
	tree_text(object, "label", words);
	while (*known && strcmp(*known, code) != 0)
		known++;
	tree_truth(object, "own", !*known);
	if (*known)
		tree_truth(object, code, true);
}

/* Within a sentence: a label's capital goes, but that of an abbreviation. */
static void
add_profession(struct tree *object, const char *code, const char *label)
{
	char *words = memory_text(label);
	if (*words >= 'A' && *words <= 'Z' && is_small(words[1]))
		*words = (char)(*words - 'A' + 'a');
	add_words(object, code, words, known_professions);
	free(words);
}

/* At the beginning of a line: a category has but its short name. */
static void
add_category(struct tree *object, const char *code)
{
	char *words = memory_text(code);
	for (char *c = words; *c; c++)
		if (*c == '-' || *c == '_')
			*c = ' ';
	if (is_small(*words))
		*words = (char)(*words - 'a' + 'A');
	add_words(object, code, words, known_categories);
	free(words);
}

/* What kind of group it is. */
static void
add_kind(const struct leaflet *leaflet)
{
	struct query query = store_query(leaflet->store,
	    SQL("SELECT programme, composition = 'mixed', about FROM edition WHERE id = :edition"), ARG("edition", leaflet->edition->id));
	if (!query_next(&query))
		return;
	tree_truth(leaflet->root, query_text(&query, 0), true);
	tree_truth(leaflet->root, "mixed", query_int(&query, 1) == 1);
	tree_text(leaflet->root, "about", query_text(&query, 2));
	query_end(&query);
	tree_count(leaflet->root, "min", leaflet->edition->min);
	tree_count(leaflet->root, "max", leaflet->edition->max);
	tree_truth(leaflet->root, "exact", leaflet->edition->min == leaflet->edition->max);
}

/*
 * For whom it is: the professions of the categories that it has a price for, or of all while it has none. A group of one profession is
 * for those of its participants, and before it has some nobody knows of which. No leaflet invites "others", or technicians of any kind.
 */
static struct query
query_professions(const struct leaflet *leaflet)
{
	return store_query(leaflet->store,
	    SQL("WITH own AS (\n"
	        "  SELECT DISTINCT p.profession AS code\n"
	        "    FROM edition AS e\n"
	        "    JOIN enrolment AS m ON m.edition = e.id AND m.role = 'participant' AND m.status IN ('active', 'completed')\n"
	        "    JOIN person AS p ON p.id = m.person\n"
	        "   WHERE e.id = :edition AND e.composition = 'single' AND p.profession IS NOT NULL\n"
	        ")\n"
	        "SELECT f.category, f.code, f.label\n"
	        "  FROM profession AS f\n"
	        " WHERE CASE (SELECT composition FROM edition WHERE id = :edition)\n"
	        "       WHEN 'single' THEN f.code IN (SELECT code FROM own)\n"
	        "       ELSE f.code NOT IN ('altro', 'tecnico')\n"
	        "            AND (NOT EXISTS (SELECT 1 FROM tariff WHERE edition = :edition)\n"
	        "                 OR EXISTS (SELECT 1 FROM tariff AS t WHERE t.edition = :edition AND t.category = f.category)) END\n"
	        " ORDER BY f.category DESC, f.code"),
	    ARG("edition", leaflet->edition->id));
}

static void
add_professions(const struct leaflet *leaflet)
{
	struct tree *categories = tree_list(leaflet->root, "categories"), *professions = NULL;
	char *category = NULL;
	struct query query = query_professions(leaflet);
	while (query_next(&query)) {
		const char *next = query_text(&query, 0);
		if (!category || strcmp(category, next) != 0) {
			free(category);
			category = memory_text(next);
			if (categories->last)
				tree_truth(categories->last, "next", true);
			struct tree *object = tree_object(categories, NULL);
			tree_text(object, "category", category);
			add_category(object, category);
			professions = tree_list(object, "professions");
		}
		if (professions->last)
			tree_truth(professions->last, "more", true);
		add_profession(tree_object(professions, NULL), query_text(&query, 1), query_text(&query, 2));
	}
	tree_truth(leaflet->root, "meant", categories->first != NULL);
	free(category);
}

/* Who leads the group, with their professions. */
static void
add_conductors(const struct leaflet *leaflet)
{
	struct tree *conductors = tree_list(leaflet->root, "conductors");
	struct query query = store_query(leaflet->store,
	    SQL("SELECT p.given, p.family, m.role = 'co-conductor', f.code, f.label\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  LEFT JOIN profession AS f ON f.code = p.profession\n"
	        " WHERE m.edition = :edition AND m.role <> 'participant' AND m.status IN ('active', 'completed')\n"
	        " ORDER BY m.role <> 'conductor', p.family_key, p.given_key, p.handle"),
	    ARG("edition", leaflet->edition->id));
	while (query_next(&query)) {
		if (conductors->last)
			tree_truth(conductors->last, "more", true);
		struct tree *conductor = tree_object(conductors, NULL);
		char *name = text_both(query_text(&query, 0), query_text(&query, 1));
		tree_text(conductor, "name", name);
		tree_truth(conductor, "second", query_int(&query, 2) == 1);
		tree_truth(conductor, "profession", query_text(&query, 3) != NULL);
		if (query_text(&query, 3))
			add_profession(conductor, query_text(&query, 3), query_text(&query, 4));
		free(name);
	}
	tree_truth(leaflet->root, "conducted", conductors->first != NULL);
}

/* The categories of the fees in words. */
static void
name_fees(const struct leaflet *leaflet)
{
	const struct tree *fees = tree_find(leaflet->root, "fees", 4);
	for (struct tree *fee = fees ? fees->first : NULL; fee; fee = fee->next)
		add_category(fee, tree_find(fee, "category", 8)->text);
}

static void
add_setting(const struct leaflet *leaflet, const char *key)
{
	char *value = setting_get(leaflet->store, key);
	tree_text(leaflet->root, key, value);
	free(value);
}

/* Where to ask: the address for answers, else that of the sender. */
static void
add_contacts(const struct leaflet *leaflet)
{
	static const char *const contacts[] = { "mail", "phone", "address", "website" };
	char *mailbox = setting_get(leaflet->store, "reply-to");
	if (!mailbox)
		mailbox = setting_get(leaflet->store, "from");
	char *mail = mailbox ? text_mailbox_address(mailbox) : NULL;
	tree_text(leaflet->root, "mail", mail);
	free(mailbox);
	free(mail);
	bool there = false;
	for (size_t i = 0; i < sizeof contacts / sizeof contacts[0]; i++) {
		if (i > 0)
			add_setting(leaflet, contacts[i]);
		there |= tree_is_true(tree_find(leaflet->root, contacts[i], strlen(contacts[i])));
	}
	tree_truth(leaflet->root, "contact", there);
}

struct tree *
brochure_tree(struct store *store, const struct edition *edition, const char *language)
{
	char words[DATE_WORDS], iso[DATE_TEXT];
	struct tree *root = tree_object(NULL, NULL);
	const struct leaflet leaflet = { store, edition, language, root };
	char *consent = setting_get(store, "consent");
	edition_head(store, edition, root);
	add_kind(&leaflet);
	add_professions(&leaflet);
	add_conductors(&leaflet);
	leaflet_calendar(&leaflet);
	tree_truth(root, "everyone", strcmp(consent, "everyone") == 0);
	price_list_tell(store, edition, language, root);
	name_fees(&leaflet);
	add_contacts(&leaflet);
	tree_text(root, "as_of", date_in_full(clock_today(), language, words));
	tree_text(root, "as_of_iso", date_write(clock_today(), iso));
	free(consent);
	return root;
}
