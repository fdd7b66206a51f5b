#include "paper.h"

#include <balint/clock.h>
#include <balint/date_words.h>
#include <balint/money_words.h>
#include <balint/query.h>
#include <balint/receipt.h>
#include <balint/split.h>

#include <stdlib.h>
#include <string.h>

static bool
check(struct store *store, int64_t payment, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT e.kind, r.id, r.date\n"
	        "  FROM entry AS e\n"
	        "  LEFT JOIN entry AS r ON r.reverses = e.id\n"
	        " WHERE e.id = :id"),
	    ARG("id", payment));
	if (!query_next(&query))
		return refuse(why, "there is no entry %lld in the ledger", (long long)payment);
	bool good = true;
	if (!query_is(&query, 0, "payment"))
		good = refuse(why, "entry %lld is %s %s; only a payment has a receipt", (long long)payment, query_is(&query, 0, "adjustment") ? "an" : "a",
		    query_text(&query, 0));
	else if (query_text(&query, 1))
		good = refuse(why, "payment %lld was reversed on %s, by entry %s, and has no receipt", (long long)payment, query_text(&query, 2), query_text(&query, 1));
	query_end(&query);
	return good;
}

/* The payment itself, and what of it no instalment has. */
static void
add_payment(const struct paper *paper, struct tree *root, int64_t payment)
{
	char words[DATE_WORDS];
	struct query query = store_query(paper->store,
	    SQL("SELECT e.date, e.amount, e.text, p.handle, p.family, p.given, p.kind = 'institution', p.tax_code,\n"
	        "       coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.entry = e.id AND a.refund IS NOT NULL), 0),\n"
	        "       e.amount - coalesce((SELECT sum(a.amount) FROM allocation AS a WHERE a.entry = e.id), 0)\n"
	        "  FROM entry AS e\n"
	        "  JOIN person AS p ON p.id = e.person\n"
	        " WHERE e.id = :id"),
	    ARG("id", payment));
	if (!query_next(&query))
		return;
	char *amount = money_in_words(query_int(&query, 1), paper->language);
	tree_count(root, "number", payment);
	tree_text(root, "day", date_in_full(query_date(&query, 0), paper->language, words));
	paper_date(paper, root, "date", query_date(&query, 0));
	paper_money(paper, root, "amount", query_int(&query, 1));
	tree_text(root, "words", amount);
	tree_text(root, "text", query_text(&query, 2));
	tree_text(root, "handle", query_text(&query, 3));
	paper_name(root, "name", query_text(&query, 5), query_text(&query, 4));
	tree_truth(root, "institution", query_int(&query, 6) == 1);
	tree_text(root, "tax_code", query_text(&query, 7));
	if (query_int(&query, 8) > 0)
		paper_money(paper, root, "refunded", query_int(&query, 8));
	if (query_int(&query, 9) > 0)
		paper_money(paper, root, "credit", query_int(&query, 9));
	free(amount);
	query_end(&query);
}

enum { INSTALMENT, NET, GROSS, RATE, NATURE, AMOUNT, BEFORE, DUE, REFERENCE, TITLE, NUMBER, YEAR, FAMILY, GIVEN };

/* What an instalment got of the payment. Its net is what lies between what was paid before and after it, by cumulative rounding. */
struct share {
	int64_t instalment;
	struct tree *row;
	cents amount, net;
	cents sum_net, sum; /* of all shares */
};

static void
begin_share(const struct paper *paper, struct share *share, struct tree *lines, const struct query *query)
{
	struct tree *row = tree_object(lines, NULL);
	share->instalment = query_int(query, INSTALMENT);
	share->row = row;
	share->amount = share->net = 0;
	paper_date(paper, row, "due", query_date(query, DUE));
	paper_month(paper, row, month_of(query_date(query, DUE)));
	tree_text(row, "reference", query_text(query, REFERENCE));
	tree_text(row, "title", query_text(query, TITLE));
	tree_count(row, "number", query_int(query, NUMBER));
	tree_count(row, "edition_year", query_int(query, YEAR));
	paper_name(row, "who", query_text(query, GIVEN), query_text(query, FAMILY));
	paper_vat(paper, row, query_int(query, RATE), query_text(query, NATURE));
}

static void
end_share(const struct paper *paper, struct share *share)
{
	if (!share->row)
		return;
	paper_money(paper, share->row, "amount", share->amount);
	paper_money(paper, share->row, "net", share->net);
	paper_money(paper, share->row, "vat", share->amount - share->net);
	tree_truth(share->row, "taxed", share->amount != share->net);
	share->sum += share->amount;
	share->sum_net += share->net;
}

static void
add_lines(const struct paper *paper, struct tree *root, int64_t payment)
{
	struct tree *lines = tree_list(root, "lines");
	struct share share = { 0 };
	struct query query = store_query(paper->store,
	    SQL("SELECT i.id, i.net, i.gross, i.rate, i.nature, a.amount,\n"
	        "       coalesce((SELECT sum(b.amount) FROM allocation AS b WHERE b.instalment = i.id AND b.id < a.id), 0),\n"
	        "       i.due_on, i.reference, e.title, e.number, e.year,\n"
	        "       iif(p.id = y.person, NULL, p.family), iif(p.id = y.person, NULL, p.given)\n"
	        "  FROM entry AS y\n"
	        "  JOIN allocation AS a ON a.entry = y.id\n"
	        "  JOIN instalment AS i ON i.id = a.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE y.id = :id AND (SELECT sum(b.amount) FROM allocation AS b WHERE b.entry = y.id AND b.instalment = i.id) <> 0\n"
	        " ORDER BY e.number, e.year, e.code, i.due_on, p.family_key, p.given_key, p.handle, i.id, a.id"),
	    ARG("id", payment));
	while (query_next(&query)) {
		cents net = query_int(&query, NET), gross = query_int(&query, GROSS), before = query_int(&query, BEFORE), amount = query_int(&query, AMOUNT);
		if (query_int(&query, INSTALMENT) != share.instalment) {
			end_share(paper, &share);
			begin_share(paper, &share, lines, &query);
		}
		share.amount += amount;
		share.net += split_net(net, gross, before + amount) - split_net(net, gross, before);
	}
	end_share(paper, &share);
	tree_pad(lines, "amount", 0, true);
	tree_truth(root, "allocated", lines->first != NULL);
	tree_truth(root, "taxed", share.sum != share.sum_net);
	paper_money(paper, root, "allocated_sum", share.sum);
	paper_money(paper, root, "net", share.sum_net);
	paper_money(paper, root, "vat", share.sum - share.sum_net);
}

struct tree *
receipt_tree(struct store *store, int64_t payment, const char *language, struct refusal *why)
{
	const struct paper paper = { store, language };
	if (!check(store, payment, why))
		return NULL;
	struct tree *root = tree_object(NULL, NULL);
	paper_association(&paper, root);
	add_payment(&paper, root, payment);
	add_lines(&paper, root, payment);
	return root;
}

bool
receipt_is_noted(struct store *store, int64_t payment)
{
	return store_has(store, SQL("SELECT 1 FROM receipt WHERE entry = :payment"), ARG("payment", payment));
}

void
receipt_note(struct store *store, int64_t payment)
{
	char stamp[CLOCK_STAMP];
	clock_stamp(stamp);
	store_run(store,
	    SQL("INSERT INTO receipt (entry, issued_at)\n"
	        "VALUES (:payment, :stamp)\n"
	        "ON CONFLICT DO NOTHING"), /* another command may have been quicker */
	    ARG("payment", payment), ARG("stamp", (const char *)stamp));
}
