#include <balint/journal.h>
#include <balint/query.h>
#include <balint/split.h>
#include <balint/text.h>

#include <string.h>

enum { ACCOUNT_WIDTH = 44 };

struct journal {
	struct store *store;
	const struct journal_choice *choice;
	struct sink *sink;
};

/* A text in a description: there `;` begins a comment and `|` ends the name of who it is about. */
static void
put_text(struct sink *sink, const char *text)
{
	for (size_t length = strlen(text), size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		if (codepoint < 0 || text_is_control(codepoint))
			sink_char(sink, '?');
		else if (codepoint == ';' || codepoint == '|')
			sink_char(sink, codepoint == ';' ? ',' : '/');
		else
			sink_bytes(sink, text, size);
	}
}

/* `2021-03-02 (7) Rossi Maria | payment: text`; the number of an instalment has an i before it. */
static void
begin(const struct journal *journal, struct date date, const char *prefix, int64_t number, const char *family, const char *given)
{
	char day[DATE_TEXT];
	sink_format(journal->sink, "\n%s (%s%lld) ", date_write(date, day), prefix, (long long)number);
	put_text(journal->sink, family);
	if (given && *given) {
		sink_char(journal->sink, ' ');
		put_text(journal->sink, given);
	}
}

static void
note(const struct journal *journal, const char *what, const char *text)
{
	sink_format(journal->sink, " | %s", what);
	if (text && *text) {
		sink_text(journal->sink, ": ");
		put_text(journal->sink, text);
	}
	sink_char(journal->sink, '\n');
}

/* One line of a transaction, unless it is about nothing. */
static void
post(const struct journal *journal, const char *account, const char *leaf, cents amount)
{
	char text[MONEY_TEXT];
	if (amount == 0)
		return;
	size_t width = strlen(account) + (leaf ? 1 + strlen(leaf) : 0);
	sink_format(journal->sink, "    %s%s%s", account, leaf ? ":" : "", leaf ? leaf : "");
	money_write(amount, text);
	size_t room = width + strlen(text) < ACCOUNT_WIDTH ? ACCOUNT_WIDTH - width - strlen(text) : 0;
	sink_pad(journal->sink, room + 2);
	sink_format(journal->sink, "%s EUR\n", text);
}

/* What is charged: the net is income, the VAT is owed to the state. */
static void
post_charge(const struct journal *journal, const char *handle, const char *income, const char *edition, cents net, cents vat)
{
	post(journal, "assets:receivable", handle, net + vat);
	post(journal, income, edition, -net);
	post(journal, "liabilities:vat", NULL, -vat);
}

static void
write_charge(const struct journal *journal, int64_t id, struct date date)
{
	struct query query = store_query(journal->store,
	    SQL("SELECT p.handle, p.family, p.given, e.code, i.net, i.vat, i.reference\n"
	        "  FROM instalment AS i\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE i.id = :id"),
	    ARG("id", id));
	if (!query_next(&query))
		return;
	begin(journal, date, "i", id, query_text(&query, 1), query_text(&query, 2));
	note(journal, "instalment", query_text(&query, 6));
	post_charge(journal, query_text(&query, 0), "income:fees", query_text(&query, 3), query_int(&query, 4), query_int(&query, 5));
	query_end(&query);
}

/* An adjustment or its reversal: of the net and VAT as they are in the instalment, by cumulative rounding. */
static void
write_adjustment(const struct journal *journal, int64_t id, struct date date)
{
	struct query query = store_query(journal->store,
	    SQL("SELECT p.handle, p.family, p.given, d.code, i.net, i.gross, e.amount, e.text, e.kind,\n"
	        "       i.gross + coalesce((SELECT sum(a.amount) FROM entry AS a WHERE a.instalment = i.id AND a.id < e.id), 0)\n"
	        "  FROM entry AS e\n"
	        "  JOIN instalment AS i ON i.id = e.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS d ON d.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE e.id = :id"),
	    ARG("id", id));
	if (!query_next(&query))
		return;
	cents net = query_int(&query, 4), gross = query_int(&query, 5), amount = query_int(&query, 6), before = query_int(&query, 9);
	cents share = split_net(net, gross, before + amount) - split_net(net, gross, before);
	begin(journal, date, "", id, query_text(&query, 1), query_text(&query, 2));
	note(journal, query_text(&query, 8), query_text(&query, 7));
	post_charge(journal, query_text(&query, 0), "income:adjustments", query_text(&query, 3), share, amount - share);
	query_end(&query);
}

/* Whose instalments so much of a payment went to on a day, or came back from. Their sum. */
static cents
post_allocations(const struct journal *journal, int64_t payment, struct date date)
{
	cents sum = 0;
	struct query query = store_query(journal->store,
	    SQL("SELECT p.handle, sum(a.amount)\n"
	        "  FROM allocation AS a\n"
	        "  JOIN instalment AS i ON i.id = a.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment AND :edition IN (0, m.edition)\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE a.entry = :payment AND a.date = :date\n"
	        " GROUP BY p.id\n"
	        " ORDER BY p.handle"),
	    ARG("edition", journal->choice->edition), ARG("payment", payment), ARG("date", date));
	while (query_next(&query)) {
		post(journal, "assets:receivable", query_text(&query, 0), -query_int(&query, 1));
		sum += query_int(&query, 1);
	}
	return sum;
}

/* All that one payment does on one day: it comes in, goes to instalments, is taken back. The rest is credit. */
static void
write_payment(const struct journal *journal, int64_t id, struct date date)
{
	struct query query = store_query(journal->store,
	    SQL("SELECT p.handle, p.family, p.given, iif(e.date = :date, e.amount, 0), coalesce(r.amount, 0), coalesce(r.id, e.id),\n"
	        "       CASE WHEN r.id IS NOT NULL THEN 'reversal' WHEN e.date = :date THEN 'payment' ELSE 'allocation' END,\n"
	        "       coalesce(r.text, iif(e.date = :date, e.text, NULL))\n"
	        "  FROM entry AS e\n"
	        "  JOIN person AS p ON p.id = e.person\n"
	        "  LEFT JOIN entry AS r ON r.reverses = e.id AND r.date = :date AND r.date <= :known\n"
	        " WHERE e.id = :id"),
	    ARG("id", id), ARG("date", date), ARG("known", journal->choice->known));
	if (!query_next(&query))
		return;
	cents in = query_int(&query, 3), back = query_int(&query, 4);
	bool all = journal->choice->edition == EDITION_ALL;
	begin(journal, date, "", query_int(&query, 5), query_text(&query, 1), query_text(&query, 2));
	note(journal, query_text(&query, 6), query_text(&query, 7));
	if (all) {
		post(journal, "assets:bank", NULL, in);
		post(journal, "assets:bank", NULL, back);
	}
	cents allocated = post_allocations(journal, id, date);
	if (all)
		post(journal, "liabilities:credit", query_text(&query, 0), allocated - in - back);
	else
		post(journal, "assets:bank", NULL, allocated);
	query_end(&query);
}

/* A refund, or its reversal, whose amount is negative. */
static void
write_refund(const struct journal *journal, int64_t id, struct date date)
{
	struct query query = store_query(journal->store,
	    SQL("SELECT p.handle, p.family, p.given, e.amount, e.kind, e.text\n"
	        "  FROM entry AS e\n"
	        "  JOIN person AS p ON p.id = e.person\n"
	        " WHERE e.id = :id"),
	    ARG("id", id));
	if (!query_next(&query))
		return;
	begin(journal, date, "", id, query_text(&query, 1), query_text(&query, 2));
	note(journal, query_text(&query, 4), query_text(&query, 5));
	post(journal, "liabilities:credit", query_text(&query, 0), query_int(&query, 3));
	post(journal, "assets:bank", NULL, -query_int(&query, 3));
	query_end(&query);
}

/* The accounts, so that hledger can be strict: who owes or has paid something, and what for. */
static void
declare(const struct journal *journal)
{
	static const char *const common[] = { "assets:bank", "liabilities:vat" };
	sink_text(journal->sink, "commodity 1000.00 EUR\n\n");
	for (size_t i = 0; i < sizeof common / sizeof common[0]; i++)
		sink_format(journal->sink, "account %s\n", common[i]);
	struct query editions = store_query(journal->store,
	    SQL("SELECT code\n"
	        "  FROM edition\n"
	        " WHERE :edition IN (0, id)\n"
	        " ORDER BY number, year, code"),
	    ARG("edition", journal->choice->edition));
	while (query_next(&editions))
		sink_format(journal->sink, "account income:fees:%s\naccount income:adjustments:%s\n", query_text(&editions, 0), query_text(&editions, 0));
	struct query people = store_query(journal->store,
	    SQL("SELECT p.handle,\n"
	        "       EXISTS (SELECT 1\n"
	        "                 FROM enrolment AS m\n"
	        "                 JOIN instalment AS i ON i.enrolment = m.id\n"
	        "                WHERE m.person = p.id AND :edition IN (0, m.edition)) AS owes,\n"
	        "       :edition = 0 AND EXISTS (SELECT 1 FROM entry AS e WHERE e.person = p.id AND e.kind = 'payment') AS pays\n"
	        "  FROM person AS p\n"
	        " WHERE owes OR pays\n"
	        " ORDER BY p.handle"),
	    ARG("edition", journal->choice->edition));
	while (query_next(&people)) {
		if (query_int(&people, 1))
			sink_format(journal->sink, "account assets:receivable:%s\n", query_text(&people, 0));
		if (query_int(&people, 2))
			sink_format(journal->sink, "account liabilities:credit:%s\n", query_text(&people, 0));
	}
}

void
journal_write(struct store *store, const struct journal_choice *choice, struct sink *sink)
{
	static void (*const write[])(const struct journal *, int64_t, struct date) = { write_charge, write_adjustment, write_payment, write_refund };
	struct journal journal = { store, choice, sink };
	declare(&journal);
	struct query query = store_query(store,
	    SQL("WITH event AS (\n"
	        "  SELECT i.due_on AS date, 0 AS kind, i.id\n"
	        "    FROM instalment AS i\n"
	        "    JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "   WHERE :edition IN (0, m.edition) AND i.gross > 0\n"
	        "  UNION ALL\n"
	        "  SELECT e.date, 1, e.id\n"
	        "    FROM entry AS e\n"
	        "    JOIN instalment AS i ON i.id = e.instalment\n"
	        "    JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "   WHERE :edition IN (0, m.edition) AND e.date <= :known\n"
	        "  UNION ALL\n"
	        "  SELECT date, 2, id\n"
	        "    FROM (SELECT a.date, a.entry AS id\n"
	        "            FROM allocation AS a\n"
	        "            JOIN instalment AS i ON i.id = a.instalment\n"
	        "            JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "           WHERE :edition IN (0, m.edition)\n"
	        "          UNION\n"
	        "          SELECT date, id FROM entry WHERE kind = 'payment' AND :edition = 0\n"
	        "          UNION\n"
	        "          SELECT r.date, e.id FROM entry AS r JOIN entry AS e ON e.id = r.reverses WHERE e.kind = 'payment' AND :edition = 0)\n"
	        "   WHERE date <= :known\n"
	        "  UNION ALL\n"
	        "  SELECT e.date, 3, e.id\n"
	        "    FROM entry AS e\n"
	        "    LEFT JOIN entry AS o ON o.id = e.reverses\n"
	        "   WHERE 'refund' IN (e.kind, o.kind) AND :edition = 0 AND e.date <= :known)\n"
	        "SELECT date, kind, id\n"
	        "  FROM event\n"
	        " WHERE date >= coalesce(:from, '') AND date <= coalesce(:until, '9999-12-31')\n"
	        " ORDER BY date, kind, id"),
	    ARG("edition", choice->edition), ARG("known", choice->known), ARG("from", choice->from), ARG("until", choice->until));
	while (query_next(&query))
		write[query_int(&query, 1)](&journal, query_int(&query, 2), query_date(&query, 0));
}
