#include <balint/clock.h>
#include <balint/iban.h>
#include <balint/payer_book.h>
#include <balint/person.h>
#include <balint/query.h>

#define ROW struct payer_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, iban),
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	DATE_DETAIL(ROW, learned),
};
const struct listing payer_listing = LISTING(columns);

void
payer_learn(struct store *store, const char *iban, int64_t person)
{
	store_run(store,
	    SQL("INSERT INTO payer (iban, person, learned_on)\n"
	        "VALUES (:iban, :person, :today)\n"
	        "ON CONFLICT DO NOTHING"),
	    ARG("iban", iban), ARG("person", person), ARG("today", clock_today()));
}

bool
payer_forget(struct store *store, const char *iban, const char *handle, struct refusal *why)
{
	struct person person = { 0 };
	char account[IBAN_TEXT];
	if (!iban_parse(iban, account, why) || (handle && !person_find(store, handle, &person, why)))
		return false;
	int64_t forgotten = store_run(store,
	    SQL("DELETE FROM payer\n"
	        " WHERE iban = :iban AND (:person = 0 OR person = :person)"),
	    ARG("iban", account), ARG("person", person.id));
	if (forgotten)
		return true;
	return handle ? refuse(why, "%s is not in the payer book for '%s'; see: balint-fees payers list", account, handle)
	              : refuse(why, "%s is not in the payer book; see: balint-fees payers list", account);
}

void
payer_list(struct store *store, row_taker *take, void *context)
{
	struct payer_row row;
	struct query query = store_query(store,
	    SQL("SELECT b.iban, p.handle, p.family, p.given, b.learned_on AS learned\n"
	        "  FROM payer AS b\n"
	        "  JOIN person AS p ON p.id = b.person\n"
	        " ORDER BY b.iban, p.family_key, p.given_key, p.handle"));
	query_each(&query, &payer_listing, &row, take, context);
}
