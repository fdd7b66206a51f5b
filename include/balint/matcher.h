/*
 * Whom and which month a transfer is for: from its text, payer, IBAN and amount, and what is still open, to
 * a verdict with its reasons (RULES 7.3, 7.4, 8). Knows no store. Deterministic; money is never given where
 * two could be meant. What it takes to judge grows with the length of the text, not with the people known.
 */
#ifndef BALINT_MATCHER_H
#define BALINT_MATCHER_H

#include <balint/date.h>
#include <balint/money.h>
#include <balint/rows.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MATCH_NONE SIZE_MAX

struct matcher;

/* What is known; texts are copied. Each is called by the index that adding it returns: 0, 1, 2 … */
struct match_edition {
	const char *code, *title; /* "9", "Gruppo Balint" */
	int number, year;
};
struct match_person {
	const char *handle, *family, *given; /* given: NULL or "" of an institution */
	size_t payer;                        /* who pays for them, MATCH_NONE: they themselves; added before */
};
struct match_claim { /* an instalment, paid or not */
	size_t person, edition;
	struct month month;
	cents open;            /* 0: paid */
	const char *reference; /* as it was printed for the payer */
};

/* Whether the word is one that everybody uses: a month, or what banks and payers put around names (conti, banca, favore). */
bool match_is_common(const char *word);

struct matcher *matcher_new(void);
void matcher_free(struct matcher *matcher); /* NULL is fine */
size_t matcher_edition(struct matcher *matcher, const struct match_edition *edition);
size_t matcher_person(struct matcher *matcher, const struct match_person *person);
size_t matcher_claim(struct matcher *matcher, const struct match_claim *claim);

/* The payer book: transfers from this account have been for that person (RULES 8.8). One account may be for several. */
void matcher_iban(struct matcher *matcher, const char *iban, size_t person);

/* After the last of these, before the first verdict. */
void matcher_ready(struct matcher *matcher);

struct match_credit {
	const char *text, *payer, *iban; /* payer, iban: NULL if not known */
	cents amount;                    /* more than 0 */
};

enum match_kind {
	MATCH_UNKNOWN,   /* nobody is meant that we know */
	MATCH_AMBIGUOUS, /* somebody is, and a person must say who or which month */
	MATCH_PROBABLE,  /* one person, but something is missing or does not fit: applied only on request */
	MATCH_MATCHED,
};

struct match_share {
	size_t claim;
	cents amount; /* more than 0, at most what is open */
};

struct match_verdict {
	enum match_kind kind;
	size_t person;                    /* whose money it is: the one person meant, or the institution that pays; MATCH_NONE if several or none */
	const struct match_share *shares; /* of a match or a probable one, by edition and month; of several people for several */
	size_t count;
	cents rest;         /* what no share takes: the person's credit */
	const char *reason; /* one line, in words */
};

/* The verdict lives until the next one. Nothing is taken: what is open stays open. */
void matcher_judge(struct matcher *matcher, const struct match_credit *credit, struct match_verdict *verdict);

/* The money is given as the verdict says: less is open from now on. */
void matcher_take(struct matcher *matcher, const struct match_verdict *verdict);

/* What the text says, for `explain`: one row for each thing found in it, and for what was looked for in vain. */
struct match_finding {
	const char *subject; /* edition, person, month, verdict … */
	const char *found;   /* the words of the text */
	const char *meaning; /* what they are taken for, and why */
};
extern const struct listing match_listing;
void matcher_explain(struct matcher *matcher, const char *text, row_taker *take, void *context);

#endif
