/*
 * The text in a QR code that fills in a transfer in the payer's bank app: the European Payments Council's
 * guideline EPC069-12, version 002 (RULES 9.2). Everything in it is of SEPA's basic Latin set.
 */
#ifndef BALINT_EPC_H
#define BALINT_EPC_H

#include <balint/money.h>
#include <balint/refusal.h>

enum {
	EPC_MOST = 331, /* bytes, which the guideline allows */
	EPC_TEXT = EPC_MOST + 1,
	EPC_PAYEE_MOST = 70, /* characters */
};

struct epc {
	const char *payee, *iban, *bic; /* bic: NULL if it is not known */
	cents amount;
	const char *reference;
};

/*
 * Writes the payload, lines separated by LF. Refused is what a bank would not take: a payee or a reference that is
 * missing or too long, no IBAN, no BIC, an amount that is not from 0.01 to 999999999.99; the sentence says what to set.
 */
bool epc_write(const struct epc *epc, char payload[EPC_TEXT], struct refusal *why);

#endif
