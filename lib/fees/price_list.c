#include "paper.h"

#include <balint/date_words.h>
#include <balint/price_list.h>
#include <balint/query.h>
#include <balint/reference.h>
#include <balint/split.h>
#include <balint/tariff.h>

#include <string.h>

/* The placeholders' names, as the reader has them. */
static const struct reference_facts words_it = { .family = "cognome", .given = "nome", .month = "mese", .handle = "sigla" };
static const struct reference_facts words_en = { .family = "surname", .given = "name", .month = "month", .handle = "code" };

/* When most of those who are in it from the first session on pay, if that is planned; else the months with a session. */
static struct query
query_days(struct store *store, const struct edition *edition)
{
	return store_query(store,
	    SQL("WITH planned AS (\n"
	        "  SELECT i.enrolment, i.due_on\n"
	        "    FROM instalment AS i\n"
	        "    JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "   WHERE m.edition = :edition AND m.role = 'participant' AND m.joined_on IS NULL AND m.status IN ('active', 'completed')\n"
	        "   ORDER BY i.enrolment, i.due_on\n"
	        "), schedule AS (\n"
	        "  SELECT enrolment, group_concat(due_on) AS days\n"
	        "    FROM planned\n"
	        "   GROUP BY enrolment\n"
	        "), usual AS (\n"
	        "  SELECT min(enrolment) AS enrolment\n"
	        "    FROM schedule\n"
	        "   GROUP BY days\n"
	        "   ORDER BY count(*) DESC, days\n"
	        "   LIMIT 1\n"
	        ")\n"
	        "SELECT due_on FROM planned WHERE enrolment = (SELECT enrolment FROM usual)\n"
	        " UNION\n"
	        "SELECT date(date, 'start of month', '+1 month', '-1 day')\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND status = 'scheduled' AND NOT EXISTS (SELECT 1 FROM usual)\n"
	        " ORDER BY 1"),
	    ARG("edition", edition->id));
}

/* How many there are. */
static int
add_days(const struct paper *paper, const struct edition *edition, struct tree *root)
{
	struct tree *days = tree_list(root, "payments");
	char words[DATE_WORDS];
	int count = 0, year = 0;
	struct query query = query_days(paper->store, edition);
	for (; query_next(&query); count++) {
		struct date date = query_date(&query, 0);
		bool turns = year && date_civil(date).year != year;
		year = date_civil(date).year;
		if (days->last) {
			tree_truth(days->last, "more", true);
			tree_truth(days->last, "turns", turns);
		}
		struct tree *day = tree_object(days, NULL);
		paper_date(paper, day, "due", date);
		tree_text(day, "day", day_of_month(date, paper->language, words));
		tree_count(day, "year", year);
	}
	if (days->last)
		tree_truth(days->last, "turns", true);
	return count;
}

/* Instalments of one price; those of the same amount are one row, and there are two such rows at most. */
static void
add_parts(const struct paper *paper, struct tree *fee, cents net, int rate, int count)
{
	struct tree *parts = tree_list(fee, "parts");
	int same = 0;
	for (int i = 0; i < count; i += same) {
		cents gross = split_part(net, rate, count, i).gross;
		for (same = 1; i + same < count && split_part(net, rate, count, i + same).gross == gross; same++)
			;
		if (parts->last)
			tree_truth(parts->last, "more", true);
		struct tree *part = tree_object(parts, NULL);
		tree_count(part, "count", same);
		tree_truth(part, "single", same == 1);
		paper_money(paper, part, "amount", gross);
	}
}

struct pricing {
	const struct paper *paper;
	struct tree *fees;
	int count; /* of instalments */
	bool payable; /* something costs something */
};

static void
add_fee(void *context, const void *taken)
{
	struct pricing *pricing = context;
	const struct tariff_row *row = taken;
	const struct paper *paper = pricing->paper;
	struct tree *fee = tree_object(pricing->fees, NULL);
	tree_text(fee, "category", row->category);
	paper_money(paper, fee, "net", row->net);
	paper_money(paper, fee, "vat", row->vat);
	paper_money(paper, fee, "gross", row->gross);
	paper_vat(paper, fee, row->rate ? row->rate : COUNT_NONE, row->nature);
	tree_truth(fee, "taxed", row->rate > 0);
	tree_truth(fee, "free", row->gross == 0);
	pricing->payable |= row->gross > 0;
	tree_truth(fee, "divided", row->gross > 0 && pricing->count > 1);
	if (row->gross > 0)
		add_parts(paper, fee, row->net, (int)row->rate, pricing->count);
}

/* The text on transfers, with what stands for whom and for which month in words. */
static void
add_reference(const struct paper *paper, const struct edition *edition, struct tree *root)
{
	struct refusal why;
	char text[REFERENCE_TEXT];
	struct reference_facts facts = strcmp(paper->language, "it") == 0 ? words_it : words_en;
	facts.title = edition->title;
	facts.code = edition->code;
	facts.number = edition->number;
	facts.year = edition->year;
	bool good = reference_write(edition->reference, &facts, text, &why);
	tree_text(root, "reference", good ? text : NULL);
	tree_truth(root, "of_month", strstr(edition->reference, "{month}") != NULL);
}

void
price_list_tell(struct store *store, const struct edition *edition, const char *language, struct tree *root)
{
	const struct paper paper = { store, language };
	if (!store_has(store, SQL("SELECT 1 FROM tariff WHERE edition = :edition LIMIT 1"), ARG("edition", edition->id))) {
		tree_truth(root, "priced", false);
		return;
	}
	struct pricing pricing = { .paper = &paper };
	tree_truth(root, "priced", true);
	pricing.count = add_days(&paper, edition, root);
	tree_truth(root, "dated", pricing.count > 0);
	tree_truth(root, "once", pricing.count == 1);
	pricing.fees = tree_list(root, "fees");
	tariff_list(store, edition, add_fee, &pricing);
	tree_truth(root, "payable", pricing.payable);
	paper_association(&paper, root);
	add_reference(&paper, edition, root);
}
