#include <balint/epc.h>
#include <balint/iban.h>
#include <balint/reference.h>
#include <balint/sepa.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Settings are checked when they are set; a store may have been edited by other means. */
static bool
check_bic(const char *bic, struct refusal *why)
{
	size_t length = strlen(bic);
	return ((length == 8 || length == 11) && strspn(bic, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length)
	    || refuse(why, "'%s' is not a BIC; set it: balint-group set bic=BIC", bic);
}

static bool
check_account(const struct epc *epc, char iban[IBAN_TEXT], struct refusal *why)
{
	if (!epc->iban || !*epc->iban)
		return refuse(why, "a QR code needs the account to pay to; set it: balint-group set iban=IBAN");
	if (!iban_parse(epc->iban, iban, why))
		return refuse_within(why, "iban");
	return !epc->bic || check_bic(epc->bic, why);
}

static bool
check_amount(cents amount, struct refusal *why)
{
	char text[MONEY_TEXT];
	return (amount > 0 && amount <= CENTS_MOST) || refuse(why, "%s cannot be transferred: a QR code holds 0.01 to 999999999.99", money_write(amount, text));
}

static bool
check_texts(const char *payee, const char *reference, struct refusal *why)
{
	if (!*payee)
		return refuse(why, "a QR code needs the holder of the account; set it: balint-group set payee=NAME");
	if (strlen(payee) > EPC_PAYEE_MOST)
		return refuse(why, "the payee has %zu characters, and a QR code holds %d; shorten it: balint-group set payee=NAME", strlen(payee),
		    EPC_PAYEE_MOST);
	if (!*reference || strlen(reference) > REFERENCE_MOST)
		return refuse(why, "the reference has %zu characters, and a transfer holds 1 to %d", strlen(reference), REFERENCE_MOST);
	return true;
}

bool
epc_write(const struct epc *epc, char payload[EPC_TEXT], struct refusal *why)
{
	char iban[IBAN_TEXT], amount[MONEY_TEXT];
	char *payee = sepa_text(epc->payee ? epc->payee : ""), *reference = sepa_text(epc->reference ? epc->reference : "");
	bool good = check_texts(payee, reference, why) && check_account(epc, iban, why) && check_amount(epc->amount, why);
	/* The empty lines are the purpose and the structured reference, of which there is none. */
	if (good)
		snprintf(payload, EPC_TEXT, "BCD\n002\n1\nSCT\n%s\n%s\n%s\nEUR%s\n\n\n%s", epc->bic ? epc->bic : "", payee, iban,
		    money_write(epc->amount, amount), reference);
	free(payee);
	free(reference);
	return good;
}
