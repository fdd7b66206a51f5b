/*
 * Bank statements: CSV by the profile of a bank, camt.053 and MT940, told apart by what is in the file.
 * Knows no groups: it says what came in and went out, line by line, and that the balances add up.
 */
#ifndef BALINT_BANK_H
#define BALINT_BANK_H

#include <balint/data_file.h>
#include <balint/date.h>
#include <balint/money.h>
#include <balint/refusal.h>

#include <stdbool.h>
#include <stddef.h>

extern const struct data_kind bank_files; /* the profiles */

enum { BANK_TEXT = 4096 }; /* bytes that any text of a line has at most, with its NUL; what is longer is a fault */

/* One movement of the account. Texts are UTF-8 without control characters, live until the next line, and are NULL where there is nothing. */
struct bank_line {
	size_t line;        /* of the file, from 1; of an XML file: where the entry begins */
	struct date booked; /* DATE_NONE only while it is pending */
	struct date valued; /* DATE_NONE if the file has none */
	cents amount;       /* more than 0 came in, less than 0 went out; never 0 */
	const char *payer, *iban, *text; /* text: never NULL */
	const char *id;                  /* the bank's own, that no other movement has; NULL if there is none */
	size_t index;                    /* among the transactions of the batch which that id covers, from 0 */
	bool storno;                     /* the bank takes a movement back: with a negative amount, an earlier credit */
	bool pending;                    /* not booked: no money yet (RULES 8.5) */
};

struct bank_reading {
	void (*take)(void *context, const struct bank_line *line);
	void (*complain)(void *context, size_t line, size_t column, const char *what); /* of a CSV the number of the column; 0: none */
	void *context;
};

/* How to read it; what was not said is NULL. */
struct bank_choice {
	const char *bank;      /* the name of a profile, or camt.053, mt940; else found by what is in the file */
	const char *columns;   /* date=Data,amount=Importo,…: which column of a CSV holds what, by its header cell or its number from 1 */
	const char *directory; /* of the association: its own profiles are under banks/ there */
};

/* What there is to say of the whole file. */
struct bank_facts {
	char source[65];                 /* the kind of file: the profile's name, camt.053, camt.052, mt940; csv if it is empty */
	char iban[35];                   /* the account, or empty */
	struct date first, last;         /* of the booked movements, DATE_NONE without any */
	size_t lines;                    /* movements in all, the pending ones too */
	size_t credits, debits, pending; /* which add up to that */
	cents in, out;                   /* what the booked ones add up to; both not negative */
	cents opening, closing;          /* CENTS_NONE where the file says none; where it says both, opening + in − out = closing */
};

/*
 * Reads the whole file (`-` is standard input), calling `take` for each movement in the order of the file.
 * Faults are all named by `complain`, and with one of them nothing should be kept: then it is false, with an
 * empty reason. False with a reason: it cannot be opened, its kind is not known, or its balances do not add up.
 */
bool bank_read(const char *path, const struct bank_choice *choice, const struct bank_reading *reading, struct bank_facts *facts,
    struct refusal *why);

#endif
