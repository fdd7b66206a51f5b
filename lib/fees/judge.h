/* One credit of the bank to its verdict, its rows, and its payments. */
#ifndef FEES_JUDGE_H
#define FEES_JUDGE_H

#include "claims.h"

#include <balint/query.h>
#include <balint/reconcile.h>

/* A credit as the store has it. */
struct credit {
	int64_t id, line; /* line: COUNT_NONE outside a file */
	struct date booked;
	cents amount; /* less than 0: a storno */
	const char *payer, *iban, *text, *source;
};

struct judge {
	struct store *store;
	struct claims *claims;
	int64_t edition; /* as in the request */
	bool probable;
	bool records;   /* payments are written; else there are rows only */
	int64_t hidden; /* credits after this one have no number to tell yet */
	int64_t before; /* credits after this one came in the same file */
	row_taker *take;
	void *context;
	struct reconcile_totals *totals;
};

/* Judges a storno: the credit that it takes back is searched, and its payments are reversed. */
void judge_storno(struct judge *judge, const struct credit *credit);

/* Settles a storno and the credit that it takes back, whose payments are reversed; nothing of them was refunded. */
void storno_settle(struct store *store, int64_t storno, int64_t credit, struct date on);

/* Reverses the payments of a credit that stand. Refused where something of them was refunded. */
bool credit_take_back(struct store *store, int64_t credit, struct date on, const char *reason, struct refusal *why);

/* The row of a credit with nothing in it yet but what it is. */
struct reconcile_row judge_row(const struct judge *judge, const struct credit *credit);

/* A credit from the columns id, booked_on, amount, payer, iban, text, source; its texts live as long as the row. */
struct credit judge_load(const struct query *query);

/* Judges a credit or a storno; the matcher is loaded where it is not. */
void judge_now(struct judge *judge, const struct credit *credit);

/* Counts a verdict; `settled` needs nobody. */
void judge_count(struct judge *judge, enum match_kind kind, bool settled);
extern const char *const verdict_names[]; /* by match_kind */

#endif
