#include "account_parts.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/split.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The instalments of an edition with one rate or nature. */
struct rate_sum {
	int64_t rate;
	char nature[8];
	cents net, gross;
};

/* One edition's sums while its instalments are added. */
struct sums {
	struct tree *edition, *instalments;
	cents charged, adjusted, paid;
	struct rate_sum *rates;
	size_t count;
};

/* Places of the columns of the query over instalments. */
enum { DUE, NET, VAT, GROSS, ADJUSTED, PAID, REFERENCE, RATE, NATURE, EDITION, CODE, TITLE, NUMBER, YEAR, FAMILY, GIVEN };

static struct rate_sum *
rate_sum_of(struct sums *sums, int64_t rate, const char *nature)
{
	for (size_t i = 0; i < sums->count; i++)
		if (sums->rates[i].rate == rate && strcmp(sums->rates[i].nature, nature) == 0)
			return &sums->rates[i];
	sums->rates = memory_resized(sums->rates, (sums->count + 1) * sizeof *sums->rates);
	struct rate_sum *sum = &sums->rates[sums->count++];
	*sum = (struct rate_sum){ .rate = rate };
	snprintf(sum->nature, sizeof sum->nature, "%s", nature);
	return sum;
}

static void
begin_edition(struct sums *sums, struct tree *editions, const struct query *query)
{
	*sums = (struct sums){ .edition = tree_object(editions, NULL) };
	tree_text(sums->edition, "code", query_text(query, CODE));
	tree_text(sums->edition, "title", query_text(query, TITLE));
	tree_count(sums->edition, "number", query_int(query, NUMBER));
	tree_count(sums->edition, "edition_year", query_int(query, YEAR));
	sums->instalments = tree_list(sums->edition, "instalments");
}

static void
end_edition(const struct account *account, struct sums *sums)
{
	static const char *const padded[] = { "net", "vat", "gross", "paid", "open" };
	const struct paper *paper = &account->paper;
	if (!sums->edition)
		return;
	struct tree *vat = tree_list(sums->edition, "vat");
	for (size_t i = 0; i < sums->count; i++) {
		struct tree *row = tree_object(vat, NULL);
		paper_vat(paper, row, sums->rates[i].rate, sums->rates[i].nature);
		paper_money(paper, row, "net", sums->rates[i].net);
		paper_money(paper, row, "vat", sums->rates[i].gross - sums->rates[i].net);
		paper_money(paper, row, "gross", sums->rates[i].gross);
		tree_truth(row, "taxed", sums->rates[i].gross != sums->rates[i].net);
	}
	tree_pad(sums->instalments, "due", 0, false);
	for (size_t i = 0; i < sizeof padded / sizeof padded[0]; i++)
		tree_pad(sums->instalments, padded[i], 0, true);
	paper_money(paper, sums->edition, "charged", sums->charged);
	tree_truth(sums->edition, "changed", sums->adjusted != 0);
	paper_money(paper, sums->edition, "adjusted", sums->adjusted);
	paper_money(paper, sums->edition, "paid", sums->paid);
	paper_money(paper, sums->edition, "open", sums->charged + sums->adjusted - sums->paid);
	free(sums->rates);
}

static void
add_instalment(const struct account *account, struct sums *sums, const struct query *query)
{
	const struct paper *paper = &account->paper;
	struct tree *row = tree_object(sums->instalments, NULL);
	struct date due = query_date(query, DUE);
	cents gross = query_int(query, GROSS), adjusted = query_int(query, ADJUSTED), paid = query_int(query, PAID), open = gross + adjusted - paid;
	const char *nature = query_text(query, NATURE);
	struct rate_sum *sum = rate_sum_of(sums, query_int(query, RATE), nature ? nature : "");
	sum->gross += gross + adjusted;
	sum->net += split_net(query_int(query, NET), gross, gross + adjusted);
	sums->charged += gross;
	sums->adjusted += adjusted;
	sums->paid += paid;
	paper_date(paper, row, "due", due);
	paper_month(paper, row, month_of(due));
	paper_money(paper, row, "net", query_int(query, NET));
	paper_money(paper, row, "vat", query_int(query, VAT));
	paper_money(paper, row, "gross", gross);
	if (adjusted)
		paper_money(paper, row, "adjusted", adjusted);
	else
		tree_text(row, "adjusted", NULL); /* and not that of the edition */
	paper_money(paper, row, "paid", paid);
	paper_money(paper, row, "open", open);
	tree_truth(row, "settled", open <= 0);
	tree_truth(row, "overdue", open > 0 && due.day < account->as_of.day);
	tree_text(row, "reference", query_text(query, REFERENCE));
	paper_name(row, "who", query_text(query, GIVEN), query_text(query, FAMILY));
}

void
account_editions(const struct account *account)
{
	struct tree *editions = tree_list(account->root, "editions");
	struct sums sums = { 0 };
	int64_t current = 0;
	struct query query = store_query(account->paper.store,
	    SQL("SELECT i.due_on, i.net, i.vat, i.gross,\n"
	        "       coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS adjusted,\n"
	        "       coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS paid,\n"
	        "       i.reference, i.rate, i.nature, e.id, e.code, e.title, e.number, e.year,\n"
	        "       iif(p.id = :person, NULL, p.family), iif(p.id = :person, NULL, p.given)\n"
	        "  FROM person AS p\n"
	        "  JOIN enrolment AS m ON m.person = p.id\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN instalment AS i ON i.enrolment = m.id\n"
	        " WHERE (p.id = :person OR p.payer = :person) AND :edition IN (0, e.id)\n"
	        "   AND :year IN (0, CAST(substr(i.due_on, 1, 4) AS INTEGER))\n"
	        " ORDER BY e.number, e.year, e.code, i.due_on, p.family_key, p.given_key, p.handle"),
	    ARG("person", account->movements.person), ARG("edition", account->movements.edition), ARG("known", account->movements.known),
	    ARG("year", account->year));
	while (query_next(&query)) {
		if (query_int(&query, EDITION) != current) {
			end_edition(account, &sums);
			begin_edition(&sums, editions, &query);
		}
		current = query_int(&query, EDITION);
		add_instalment(account, &sums, &query);
	}
	end_edition(account, &sums);
}

void
account_people(const struct account *account)
{
	static const char *const padded[] = { "charged", "paid", "open" };
	struct tree *people = tree_list(account->root, "people");
	struct query query = store_query(account->paper.store,
	    SQL("WITH share AS (\n"
	        "  SELECT p.id, i.gross + coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS charged,\n"
	        "         coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id AND a.date <= :known), 0) AS settled,\n"
	        "         coalesce((SELECT sum(a.amount)\n"
	        "                     FROM allocation AS a\n"
	        "                     JOIN entry AS e ON e.id = a.entry AND e.person = :person\n"
	        "                    WHERE a.instalment = i.id AND a.date <= :known), 0) AS paid\n"
	        "    FROM person AS p\n"
	        "    JOIN enrolment AS m ON m.person = p.id\n"
	        "    JOIN instalment AS i ON i.enrolment = m.id\n"
	        "   WHERE p.payer = :person AND :edition IN (0, m.edition))\n"
	        "SELECT p.family, p.given, sum(s.charged), sum(s.paid), sum(s.charged - s.settled)\n"
	        "  FROM share AS s\n"
	        "  JOIN person AS p ON p.id = s.id\n"
	        " GROUP BY p.id\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("person", account->movements.person), ARG("edition", account->movements.edition), ARG("known", account->movements.known));
	while (query_next(&query)) {
		struct tree *row = tree_object(people, NULL);
		paper_name(row, "name", query_text(&query, 1), query_text(&query, 0));
		for (int i = 0; i < 3; i++)
			paper_money(&account->paper, row, padded[i], query_int(&query, i + 2));
	}
	for (size_t i = 0; i < sizeof padded / sizeof padded[0]; i++)
		tree_pad(people, padded[i], strlen("residuo"), true);
	tree_truth(account->root, "for_others", people->first != NULL);
}

void
account_credit(const struct account *account)
{
	cents credit = store_number(account->paper.store,
	    SQL("SELECT sum(e.amount + coalesce((SELECT r.amount FROM entry AS r WHERE r.reverses = e.id AND r.date <= :known), 0)\n"
	        "                    - coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.entry = e.id AND a.date <= :known), 0))\n"
	        "  FROM entry AS e\n"
	        " WHERE e.person = :person AND e.kind = 'payment' AND e.date <= :known"),
	    ARG("person", account->movements.person), ARG("known", account->movements.known));
	cents others = store_number(account->paper.store,
	    SQL("SELECT sum(i.gross + coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id AND a.date <= :known), 0)\n"
	        "                   - coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.instalment = i.id AND a.date <= :known), 0))\n"
	        "  FROM person AS p\n"
	        "  JOIN enrolment AS m ON m.person = p.id\n"
	        "  JOIN instalment AS i ON i.enrolment = m.id\n"
	        " WHERE p.id = :person AND p.payer IS NOT NULL AND :edition IN (0, m.edition)"),
	    ARG("person", account->movements.person), ARG("edition", account->movements.edition), ARG("known", account->movements.known));
	if (credit > 0)
		paper_money(&account->paper, account->root, "credit", credit);
	if (others > 0)
		paper_money(&account->paper, account->root, "others_pay", others);
}
