#include "pages.h"

#include <stdio.h>
#include <string.h>

static bool
same_account(struct pages *pages, const struct page *page, struct refusal *why)
{
	if (!pages->account[0])
		snprintf(pages->account, sizeof pages->account, "%s", page->account);
	if (!page->account[0] || strncmp(pages->account, page->account, sizeof pages->account - 1) == 0)
		return true;
	return refuse(why, "the file is of more than one account: statement '%s' is of %.34s, the ones before are of %s; ask the bank for one file an account",
	    page->name, page->account, pages->account);
}

bool
pages_add(struct pages *pages, const struct page *page, struct bank_facts *facts, struct refusal *why)
{
	char opening[MONEY_TEXT], moved[MONEY_TEXT], sum[MONEY_TEXT], closing[MONEY_TEXT];
	if (!same_account(pages, page, why))
		return false;
	money_write(page->opening, opening);
	if (pages->count > 0 && pages->closing != CENTS_NONE && page->opening != CENTS_NONE && pages->closing != page->opening)
		return refuse(why, "statement '%s' begins with %s, but the one before ends with %s: something between them is missing, or they are not in order",
		    page->name, opening, money_write(pages->closing, closing));
	if (page->opening != CENTS_NONE && page->closing != CENTS_NONE) {
		cents reached = page->opening;
		if (!sum_add(&reached, page->moved, why))
			return false;
		if (reached != page->closing)
			return refuse(why, "statement '%s' does not add up: %s and movements of %s make %s, but it ends with %s; get the file from the bank again",
			    page->name, opening, money_write(page->moved, moved), money_write(reached, sum), money_write(page->closing, closing));
	}
	if (pages->count++ == 0)
		facts->opening = page->opening;
	facts->closing = pages->closing = page->closing;
	return true;
}

bool
decimal_read(const char *text, char point, cents *amount, struct refusal *why)
{
	size_t whole = strspn(text, "0123456789"), decimals = 0, digits = whole;
	cents value = 0;
	bool fine = text[whole] == point;
	if (fine) {
		decimals = strspn(text + whole + 1, "0123456789");
		digits += decimals;
	}
	if (digits == 0 || digits > 18 || decimals > 5 || text[whole + fine + decimals])
		return refuse(why, "'%.40s' is not an amount", text);
	for (size_t i = 0; i < whole; i++)
		value = value * 10 + (text[i] - '0');
	if (value > CENTS_MOST / 100)
		return refuse(why, "'%s' is more than any amount here: 999999999.99", text);
	for (size_t i = 0; i < 2; i++)
		value = value * 10 + (i < decimals ? text[whole + 1 + i] - '0' : 0);
	for (size_t i = 2; i < decimals; i++)
		if (text[whole + 1 + i] != '0')
			return refuse(why, "'%s' is not a whole number of cents", text);
	*amount = value;
	return true;
}

bool
sum_add(cents *sum, cents amount, struct refusal *why)
{
	if (__builtin_add_overflow(*sum, amount, sum))
		return refuse(why, "the amounts of the file add up to more than can be counted");
	return true;
}
