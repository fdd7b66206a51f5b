#include "account_parts.h"

#include <balint/account_print.h>
#include <balint/date_words.h>
#include <balint/due.h>
#include <balint/query.h>

enum { AMOUNT_LEAST = 10 };

/* Who it is about, and who pays for them. */
static void
add_person(const struct account *account)
{
	struct tree *root = account->root;
	struct query query = store_query(account->paper.store,
	    SQL("SELECT p.handle, p.family, p.given, p.kind = 'institution', p.tax_code, f.family, f.given\n"
	        "  FROM person AS p\n"
	        "  LEFT JOIN person AS f ON f.id = p.payer\n"
	        " WHERE p.id = :person"),
	    ARG("person", account->movements.person));
	if (!query_next(&query))
		return;
	tree_text(root, "handle", query_text(&query, 0));
	paper_name(root, "name", query_text(&query, 2), query_text(&query, 1));
	tree_truth(root, "institution", query_int(&query, 3) == 1);
	tree_text(root, "tax_code", query_text(&query, 4));
	paper_name(root, "payer", query_text(&query, 6), query_text(&query, 5));
	query_end(&query);
}

/* What a payment has paid: each instalment, and whose it is if not the payer's own. */
static void
add_parts(const struct account *account, struct tree *movement, int64_t payment)
{
	struct tree *parts = tree_list(movement, "parts");
	struct query query = store_query(account->paper.store,
	    SQL("SELECT i.due_on, sum(a.amount), iif(p.id = :person, NULL, p.family), iif(p.id = :person, NULL, p.given), e.code\n"
	        "  FROM allocation AS a\n"
	        "  JOIN instalment AS i ON i.id = a.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE a.entry = :payment AND a.date <= :known\n"
	        " GROUP BY i.id\n"
	        "HAVING sum(a.amount) <> 0\n"
	        " ORDER BY i.due_on, p.family_key, p.given_key, p.handle, e.number, e.year, e.code"),
	    ARG("person", account->movements.person), ARG("payment", payment), ARG("known", account->movements.known));
	while (query_next(&query)) {
		if (parts->last)
			tree_truth(parts->last, "more", true);
		struct tree *part = tree_object(parts, NULL);
		paper_month(&account->paper, part, month_of(query_date(&query, 0)));
		paper_money(&account->paper, part, "amount", query_int(&query, 1));
		paper_name(part, "who", query_text(&query, 3), query_text(&query, 2));
		tree_text(part, "edition", query_text(&query, 4));
	}
}

/* The first row of a year: what the years before it have left. */
static void
bring_forward(struct account *account)
{
	if (!account->year || account->list->first)
		return;
	struct tree *row = tree_object(account->list, NULL);
	tree_truth(row, "brought", true);
	paper_date(&account->paper, row, "date", date_of(account->year, 1, 1));
	tree_text(row, "amount", NULL);
	tree_text(row, "debit", NULL);
	tree_text(row, "credit", NULL);
	paper_money(&account->paper, row, "balance", account->balance);
}

static void
add_movement(void *context, const struct movement *movement)
{
	static const char *const kinds[] = { "charge", "adjustment", "received", "payment", "given", "refund", "reversal" };
	struct account *account = context;
	const struct paper *paper = &account->paper;
	int year = date_civil(movement->date).year;
	account->count++;
	if (account->year && year > account->year)
		return;
	if (account->year && year == account->year)
		bring_forward(account);
	account->balance += movement->amount;
	if (account->year && year < account->year)
		return;
	struct tree *row = tree_object(account->list, NULL);
	tree_truth(row, kinds[movement->kind], true);
	tree_truth(row, "back", movement->amount > 0 ? movement->kind == MOVEMENT_RECEIVED : movement->kind == MOVEMENT_GIVEN);
	paper_date(paper, row, "date", movement->date);
	paper_money(paper, row, "amount", movement->amount);
	paper_money(paper, row, movement->amount > 0 ? "debit" : "credit", movement->amount > 0 ? movement->amount : -movement->amount);
	tree_text(row, movement->amount > 0 ? "credit" : "debit", NULL); /* and not that of the account */
	paper_money(paper, row, "balance", account->balance);
	tree_count(row, "number", movement->entry);
	tree_text(row, "text", movement->text);
	paper_name(row, "who", movement->given, movement->family);
	if (month_given(movement->month))
		paper_month(paper, row, movement->month);
	if (movement->reverses != COUNT_NONE) {
		struct tree *reversed = tree_object(row, "reversed");
		tree_count(reversed, "number", movement->reverses);
		tree_truth(reversed, movement->reversed, true);
	}
	if (movement->kind == MOVEMENT_PAYMENT)
		add_parts(account, row, movement->entry);
}

/* One transfer that is still to be made. */
static void
add_transfer(void *context, const void *taken)
{
	struct account *account = context;
	const struct due_row *due = taken;
	struct tree *row = tree_object(account->list, NULL);
	paper_date(&account->paper, row, "due", due->due_on);
	paper_money(&account->paper, row, "amount", due->amount);
	tree_text(row, "reference", due->reference);
	tree_truth(row, "overdue", due->due_on.day < account->as_of.day);
	account->balance += due->amount;
}

static bool
add_transfers(struct account *account, const struct account_choice *choice, struct refusal *why)
{
	const struct due_choice due = { choice->edition, DATE_NONE, DATE_NONE, choice->person.id, choice->known, true };
	account->list = tree_list(account->root, "transfers");
	account->balance = 0;
	if (!due_list_by_payer(account->paper.store, &due, add_transfer, account, why))
		return false;
	tree_pad(account->list, "due", 0, false);
	tree_pad(account->list, "amount", 0, true);
	tree_truth(account->root, "to_pay", account->balance > 0);
	paper_money(&account->paper, account->root, "to_pay_sum", account->balance);
	return true;
}

static void
add_movements(struct account *account)
{
	account->list = tree_list(account->root, "movements");
	movement_each(account->paper.store, &account->movements, add_movement, account);
	bring_forward(account);
	tree_pad(account->list, "date", 0, false);
	tree_pad(account->list, "amount", AMOUNT_LEAST, true);
	tree_pad(account->list, "balance", AMOUNT_LEAST, true);
	tree_truth(account->root, "moved", account->list->first != NULL);
	paper_money(&account->paper, account->root, "balance", account->balance);
	tree_truth(account->root, "owes", account->balance > 0);
}

static void
add_heading(const struct account *account)
{
	char words[DATE_WORDS];
	struct tree *root = account->root;
	paper_association(&account->paper, root);
	add_person(account);
	if (account->year)
		tree_count(root, "year", account->year);
	tree_text(root, "as_of", date_in_full(account->as_of, account->paper.language, words));
	paper_date(&account->paper, root, "day", account->as_of);
}

struct tree *
account_tree(struct store *store, const struct account_choice *choice, struct refusal *why)
{
	struct account account = { .paper = { store, choice->language }, .movements = { choice->person.id, choice->edition, choice->known },
		.year = choice->year, .as_of = choice->as_of, .root = tree_object(NULL, NULL) };
	add_heading(&account);
	account_editions(&account);
	account_people(&account);
	add_movements(&account);
	bool good = account.count > 0 || refuse(why, choice->edition ? "'%s' has no account in this edition: nothing was charged or paid"
	    : "'%s' has no account: nothing was charged or paid", choice->person.handle);
	account_credit(&account);
	good = good && add_transfers(&account, choice, why);
	if (good)
		return account.root;
	tree_free(account.root);
	return NULL;
}
