/* The data of a certificate on paper. */
#include <balint/certificate.h>
#include <balint/clock.h>
#include <balint/date_words.h>
#include <balint/fatal.h>
#include <balint/hours.h>
#include <balint/money_words.h>
#include <balint/query.h>
#include <balint/tax_code.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

#define BLANK "\xc2\xa0" /* at which no line ends */

enum { MANY = 30 }; /* dates that a sheet has room for in a large hand */

static const char dashes[] = "––––-––––-––––"; /* in place of a code that there is not yet */

/* One certificate, in one language. */
struct page {
	struct store *store;
	int64_t id;
	const char *language;
	struct tree *tree;
};

/* A day as `17 febbraio 2021` under its name, as 2021-02-17 with _iso behind it, and with _vowel what article it takes; nothing if there is none. */
static void
add_day(const struct page *page, const char *name, struct date date)
{
	char words[DATE_WORDS], iso[DATE_TEXT];
	char *second = memory_format("%s_iso", name), *third = memory_format("%s_vowel", name);
	if (date_given(date)) {
		tree_text(page->tree, name, date_in_full(date, page->language, words));
		tree_text(page->tree, second, date_write(date, iso));
		tree_truth(page->tree, third, day_has_vowel(date));
	}
	free(second);
	free(third);
}

static void
add_hours(struct tree *tree, const char *name, int64_t minutes)
{
	char text[HOURS_TEXT];
	tree_text(tree, name, hours_write(minutes, text));
}

/* Tenths of a percent as `90` or `89,8`. */
static void
add_percent(const struct page *page, struct tree *tree, const char *name, int64_t tenths)
{
	char text[MONEY_TEXT];
	if (tenths != COUNT_NONE)
		tree_text(tree, name, rate_on_paper((int)tenths * 10, page->language, text));
}

enum { NUMBER, CODE, ISSUED, ASSOCIATION, LABEL, AS_OF, GIVEN, FAMILY, BORN_ON, BORN_IN, TAX_CODE, ROLE, TITLE, EDITION, YEAR, FIRST, LAST, SESSIONS,
	ATTENDED, SCHEDULED, MINUTES };

static struct query
query_page(const struct page *page)
{
	return store_query(page->store,
	    SQL("SELECT c.number || '/' || c.year, c.code, c.issued_on, c.content ->> '$.association',\n"
	        "       iif(:language = 'it', c.content ->> '$.label_it', c.content ->> '$.label_en'), c.content ->> '$.terms.as_of',\n"
	        "       f.value ->> '$.given', f.value ->> '$.family', f.value ->> '$.born_on', f.value ->> '$.born_in', f.value ->> '$.tax_code',\n"
	        "       f.value ->> '$.role', f.value ->> '$.title', f.value ->> '$.number', f.value ->> '$.year', f.value ->> '$.first',\n"
	        "       f.value ->> '$.last', f.value ->> '$.sessions', f.value ->> '$.attended', f.value ->> '$.scheduled_minutes',\n"
	        "       f.value ->> '$.attended_minutes'\n"
	        "  FROM certificate AS c, json_each(c.content) AS f\n"
	        " WHERE c.id = :id AND f.key = 'facts'"),
	    ARG("id", page->id), ARG("language", page->language));
}

/* When and where born. The tax code says as what. */
static void
add_birth(const struct page *page, const struct query *query)
{
	const char *place = query_text(query, BORN_IN), *tax_code = query_text(query, TAX_CODE);
	char sex = tax_code ? tax_code_sex(tax_code) : '\0';
	add_day(page, "born_on", query_date(query, BORN_ON));
	tree_text(page->tree, "born_in", place);
	tree_truth(page->tree, "born_in_a", place && (*place == 'A' || *place == 'a'));
	tree_truth(page->tree, "born", query_text(query, BORN_ON) || place);
	tree_truth(page->tree, "woman", sex == 'F');
	tree_truth(page->tree, "man", sex == 'M');
	tree_text(page->tree, "tax_code", tax_code);
}

/* Whom, as what. */
static void
add_person(const struct page *page, const struct query *query)
{
	const char *given = query_text(query, GIVEN), *family = query_text(query, FAMILY), *role = query_text(query, ROLE);
	char *name = text_both(given, family);
	tree_text(page->tree, "name", name);
	free(name);
	add_birth(page, query);
	tree_truth(page->tree, "participant", strcmp(role, "participant") == 0);
	tree_truth(page->tree, "conductor", strcmp(role, "conductor") == 0);
	tree_truth(page->tree, "co_conductor", strcmp(role, "co-conductor") == 0);
}

/* Of what, from when to when, how much. */
static void
add_attendance(const struct page *page, const struct query *query)
{
	struct tree *tree = page->tree;
	struct date first = query_date(query, FIRST), last = query_date(query, LAST);
	int64_t scheduled = query_int(query, SCHEDULED), minutes = query_int(query, MINUTES);
	tree_text(tree, "title", query_text(query, TITLE));
	tree_count(tree, "edition_number", query_int(query, EDITION));
	tree_count(tree, "edition_year", query_int(query, YEAR));
	add_day(page, "first", first);
	add_day(page, "last", last);
	tree_truth(tree, "one_day", first.day == last.day);
	add_day(page, "as_of", query_date(query, AS_OF));
	tree_count(tree, "sessions", query_int(query, SESSIONS));
	tree_count(tree, "attended", query_int(query, ATTENDED));
	tree_truth(tree, "many", query_int(query, ATTENDED) > MANY);
	add_hours(tree, "scheduled_time", scheduled);
	add_hours(tree, "attended_time", minutes);
	add_percent(page, tree, "percent", attendance_percent(minutes, scheduled));
}

/* Closes a month of the list below; its year follows where another one begins, and at the end. */
static void
end_month(const struct page *page, struct tree *month, struct month which, char *days, bool year, bool more)
{
	tree_text(month, "days", days);
	tree_text(month, "month", month_name(which, page->language));
	if (year)
		tree_count(month, "year", month_year(which));
	tree_truth(month, "more", more);
	free(days);
}

/* The days attended, by month: 17 febbraio; 3, 17, 31 marzo 2021. Those of a month stay together. */
static void
add_dates(const struct page *page)
{
	struct tree *months = tree_list(page->tree, "months");
	struct month month = MONTH_NONE;
	char *days = NULL;
	struct query query = store_query(page->store,
	    SQL("SELECT d.value\n"
	        "  FROM certificate AS c, json_each(c.content, '$.facts.dates') AS d\n"
	        " WHERE c.id = :id\n"
	        " ORDER BY d.id"),
	    ARG("id", page->id));
	while (query_next(&query)) {
		struct date date = query_date(&query, 0);
		int day = date_civil(date).day;
		const char *ordinal = day == 1 && strcmp(page->language, "it") == 0 ? "°" : "";
		if (days && month_of(date).month != month.month) {
			end_month(page, tree_object(months, NULL), month, days, month_year(month) != month_year(month_of(date)), true);
			days = NULL;
		}
		char *longer = memory_format("%s%s%d%s", days ? days : "", days ? "," BLANK : "", day, ordinal);
		free(days);
		days = longer;
		month = month_of(date);
	}
	if (days)
		end_month(page, tree_object(months, NULL), month, days, true, false);
}

static void
add_conductors(const struct page *page)
{
	struct tree *conductors = tree_list(page->tree, "conductors"), *last = NULL;
	struct query query = store_query(page->store,
	    SQL("SELECT m.value ->> '$.name', m.value ->> '$.role'\n"
	        "  FROM certificate AS c, json_each(c.content, '$.facts.conductors') AS m\n"
	        " WHERE c.id = :id\n"
	        " ORDER BY m.id"),
	    ARG("id", page->id));
	while (query_next(&query)) {
		if (last)
			tree_truth(last, "more", true);
		last = tree_object(conductors, NULL);
		tree_text(last, "name", query_text(&query, 0));
		tree_truth(last, "second", query_is(&query, 1, "co-conductor"));
	}
	tree_truth(page->tree, "conducted", last != NULL);
}

/* What the rule asked for, all of which was fulfilled. */
static void
add_requirements(const struct page *page, const char *label)
{
	struct tree *requirements = tree_list(page->tree, "requirements");
	struct query query = store_query(page->store,
	    SQL("SELECT r.value ->> '$.name', r.value ->> '$.wanted', r.value ->> '$.attained', c.content ->> '$.terms.unit'\n"
	        "  FROM certificate AS c, json_each(c.content, '$.facts.requirements') AS r\n"
	        " WHERE c.id = :id\n"
	        " ORDER BY r.id"),
	    ARG("id", page->id));
	while (query_next(&query)) {
		struct tree *one = tree_object(requirements, NULL);
		bool minutes = query_is(&query, 0, "minutes");
		tree_truth(one, "of_minutes", minutes);
		tree_truth(one, "of_units", query_is(&query, 0, "units"));
		tree_truth(one, "of_room_units", query_is(&query, 0, "room-units"));
		tree_truth(one, "of_months", query_is(&query, 0, "months"));
		tree_count(one, "wanted", query_int(&query, 1));
		if (minutes)
			add_percent(page, one, "attained", query_int(&query, 2));
		else
			tree_count(one, "attained", query_int(&query, 2));
		tree_count(one, "unit", query_int(&query, 3));
	}
	tree_truth(page->tree, "ruled", requirements->first != NULL);
	tree_text(page->tree, "label", requirements->first ? label : NULL);
}

void
certificate_tree(struct store *store, const struct certificate_issued *issued, const char *language, bool draft, struct tree *list)
{
	bool further = list->first != NULL;
	const struct page page = { store, issued->id, language, tree_object(list, NULL) };
	bool unknown = draft && issued->new;
	struct query query = query_page(&page);
	query_next(&query);
	char *number = unknown ? memory_format("–/%d", date_civil(clock_today()).year) : memory_text(query_text(&query, NUMBER));
	tree_text(page.tree, "number", number);
	tree_text(page.tree, "code", unknown ? dashes : query_text(&query, CODE));
	tree_truth(page.tree, "draft", unknown);
	tree_truth(page.tree, "further", further);
	add_day(&page, "issued", query_date(&query, ISSUED));
	tree_text(page.tree, "association", query_text(&query, ASSOCIATION));
	add_person(&page, &query);
	add_attendance(&page, &query);
	add_dates(&page);
	add_conductors(&page);
	add_requirements(&page, query_text(&query, LABEL));
	query_end(&query);
	free(number);
}
