/* A statement of a camt file: its account, its balances, and whether they add up with its entries. */
#include "camt.h"

#include <stdio.h>
#include <string.h>

static const struct camt_balance no_balance = { CENTS_NONE, { INT32_MIN } };

void
camt_statement_begin(struct camt *camt, bool report)
{
	camt_clear(camt, 0, CAMT_SLOTS);
	camt->report = report;
	camt->faults_before = camt->faults;
	camt->moved = 0;
	camt->opening = camt->previous = camt->closing = no_balance;
	if (!report || !camt->facts->source[0])
		snprintf(camt->facts->source, sizeof camt->facts->source, "%s", report ? "camt.052" : "camt.053");
}

/* One a day, where the statement is of several: the earliest opening and the latest closing are the statement's. */
void
camt_balance_end(struct camt *camt)
{
	const char *type = camt_text(camt, BALANCE_TYPE);
	bool closing = strcmp(type, "CLBD") == 0;
	struct camt_balance *kept = closing ? &camt->closing : strcmp(type, "OPBD") == 0 ? &camt->opening : strcmp(type, "PRCD") == 0 ? &camt->previous : NULL;
	struct camt_balance balance;
	if (!kept || camt->report)
		return;
	bool good = camt_signed(camt, BALANCE_AMOUNT, BALANCE_SIGN, &balance.amount);
	if (!camt_date(camt, BALANCE_DATE, &balance.date) || !good)
		return;
	if (kept->amount == CENTS_NONE || (closing ? balance.date.day >= kept->date.day : balance.date.day < kept->date.day))
		*kept = balance;
}

static void
account_check(struct camt *camt, size_t line)
{
	const char *currency = camt_text(camt, CAMT_CURRENCY);
	if (*currency && strcmp(currency, "EUR") != 0)
		camt_complain(camt, camt->texts[CAMT_CURRENCY].line, 0, "the account is in %.40s; only EUR is counted here", currency);
	if (!camt_text(camt, CAMT_IBAN)[0] && !camt_text(camt, CAMT_OTHER_ACCOUNT)[0])
		camt_complain(camt, line, 0, "the statement that ends here names no account (Acct/Id)");
}

void
camt_statement_end(struct camt *camt, size_t line)
{
	char iban[35];
	account_check(camt, line);
	words_iban(&camt->texts[CAMT_IBAN].words, iban);
	if (!camt->facts->iban[0])
		snprintf(camt->facts->iban, sizeof camt->facts->iban, "%s", iban);
	if (camt->faults > camt->faults_before || camt->refusal.text[0])
		return;
	struct page page = { camt_text(camt, CAMT_ID), iban[0] ? iban : camt_text(camt, CAMT_OTHER_ACCOUNT),
		camt->opening.amount != CENTS_NONE ? camt->opening.amount : camt->previous.amount, camt->closing.amount, camt->moved };
	pages_add(&camt->pages, &page, camt->facts, &camt->refusal);
}
