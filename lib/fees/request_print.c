/* What the letter of a request or a dunning step says. */
#include "paper.h"

#include <balint/clock.h>
#include <balint/date_words.h>
#include <balint/query.h>
#include <balint/request.h>
#include <balint/setting.h>
#include <balint/transfer.h>

/* The edition and the day that the instalment is of. */
struct subject {
	int64_t edition;
	struct date due;
};

static struct subject
add_subject(const struct paper *paper, struct tree *root, int64_t instalment)
{
	struct subject subject = { 0 };
	char words[DATE_WORDS];
	struct query query = store_query(paper->store,
	    SQL("SELECT e.id, i.due_on, e.code, e.title, e.number, e.year\n"
	        "  FROM instalment AS i\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        " WHERE i.id = :instalment"),
	    ARG("instalment", instalment));
	if (!query_next(&query))
		return subject;
	subject = (struct subject){ query_int(&query, 0), query_date(&query, 1) };
	tree_text(root, "code", query_text(&query, 2));
	tree_text(root, "title", query_text(&query, 3));
	tree_count(root, "number", query_int(&query, 4));
	tree_count(root, "edition_year", query_int(&query, 5));
	paper_month(paper, root, month_of(subject.due));
	paper_date(paper, root, "due", subject.due);
	tree_text(root, "day", date_in_words(subject.due, paper->language, words));
	query_end(&query);
	return subject;
}

/* What is open, by whose it is. */
static void
add_people(const struct paper *paper, struct tree *root, const struct subject *subject, int64_t payer)
{
	bool others = false;
	struct tree *people = tree_list(root, "people");
	struct query query = store_query(paper->store,
	    SQL("SELECT p.given, p.family, i.gross + i.adjusted - i.paid, p.id <> :payer\n"
	        "  FROM person AS p\n"
	        " CROSS JOIN enrolment AS m ON m.edition = :edition AND m.person = p.id\n"
	        " CROSS JOIN instalment_account AS i ON i.enrolment = m.id AND i.due_on = :due\n"
	        " WHERE (p.payer = :payer OR (p.id = :payer AND p.payer IS NULL)) AND i.gross + i.adjusted > i.paid\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", subject->edition), ARG("due", subject->due), ARG("payer", payer));
	while (query_next(&query)) {
		struct tree *row = tree_object(people, NULL);
		paper_name(row, "name", query_text(&query, 0), query_text(&query, 1));
		paper_money(paper, row, "amount", query_int(&query, 2));
		others |= query_int(&query, 3) == 1;
	}
	tree_pad(people, "amount", 0, true);
	tree_truth(root, "for_others", others);
}

static void
add_transfer(const struct paper *paper, struct tree *root, const struct transfer *transfer, char payload[EPC_TEXT])
{
	struct refusal why;
	if (!transfer_write(transfer, payload, &why))
		*payload = '\0';
	paper_association(paper, root);
	paper_money(paper, root, "amount", transfer->amount);
	tree_text(root, "reference", transfer->reference);
	tree_truth(root, "partial", transfer->paid > 0);
	paper_money(paper, root, "paid", transfer->paid);
	paper_money(paper, root, "charged", transfer->amount + transfer->paid);
	tree_truth(root, "qr", *payload);
}

/* How late it is, and how that is said. */
static void
add_lateness(const struct paper *paper, struct tree *root, struct date due, int step)
{
	int dunning[SETTING_DAYS], days = clock_today().day - due.day;
	tree_truth(root, "late", days > 0);
	tree_count(root, "days", days > 0 ? days : 0);
	tree_truth(root, "single", days == 1);
	tree_count(root, "step", step);
	tree_truth(root, "friendly", step == 1);
	tree_truth(root, "firm", step == 2);
	tree_truth(root, "final", step > 2);
	tree_truth(root, "last", step >= setting_days(paper->store, "dunning", dunning));
}

bool
request_tell(struct store *store, const struct request *request, const char *language, struct tree *root, char payload[EPC_TEXT], struct refusal *why)
{
	const struct paper paper = { store, language };
	struct transfer transfer;
	struct subject subject = add_subject(&paper, root, request->instalment);
	bool good = transfer_due(store, subject.edition, request->payer, subject.due, &transfer, why);
	if (good) {
		add_transfer(&paper, root, &transfer, payload);
		add_people(&paper, root, &subject, request->payer);
		add_lateness(&paper, root, subject.due, request->step);
	}
	transfer_release(&transfer);
	return good;
}
