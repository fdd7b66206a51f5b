/*
 * What the XML of a camt statement is taken apart into. A path of elements below the statement leads to a slot, in which the
 * text waits until its entry or transaction ends; nothing else is kept, so that a file may be of any length.
 */
#ifndef BANK_CAMT_H
#define BANK_CAMT_H

#include "internal.h"
#include "pages.h"
#include "words.h"

enum camt_slot {
	CAMT_ID,
	CAMT_IBAN,
	CAMT_OTHER_ACCOUNT,
	CAMT_CURRENCY,
	CAMT_STATEMENT_END,

	BALANCE_TYPE = CAMT_STATEMENT_END,
	BALANCE_AMOUNT,
	BALANCE_SIGN,
	BALANCE_DATE,
	BALANCE_END,

	ENTRY_AMOUNT = BALANCE_END,
	ENTRY_SIGN,
	ENTRY_REVERSAL,
	ENTRY_STATUS,
	ENTRY_BOOKED,
	ENTRY_VALUED,
	ENTRY_ID,
	ENTRY_COUNT,
	ENTRY_INFO,
	ENTRY_END,

	DETAIL_ID = ENTRY_END,
	DETAIL_AMOUNT,
	DETAIL_TRANSACTED,
	DETAIL_INSTRUCTED,
	DETAIL_SIGN,
	DETAIL_DEBTOR,
	DETAIL_ULTIMATE_DEBTOR,
	DETAIL_DEBTOR_IBAN,
	DETAIL_CREDITOR,
	DETAIL_ULTIMATE_CREDITOR,
	DETAIL_CREDITOR_IBAN,
	DETAIL_UNSTRUCTURED,
	DETAIL_STRUCTURED,
	DETAIL_INFO,
	DETAIL_END,

	CAMT_SLOTS = DETAIL_END,

	/* These hold no text: something begins and ends. */
	CAMT_BALANCE = CAMT_SLOTS,
	CAMT_ENTRY,
	CAMT_DETAIL,
	CAMT_RETURN,
	CAMT_NOTHING,
};

/* Where the path (`Ntry/Amt`) leads; CAMT_NOTHING for one that does not matter. */
enum camt_slot camt_slot_of(const char *path);

/* The path to the slot, or one of them, as messages name it. */
const char *camt_slot_name(enum camt_slot slot);

/* Whether it may come several times, and then is one text. */
bool camt_slot_is_prose(enum camt_slot slot);

struct camt_text {
	struct words words;
	size_t line;
	size_t last;      /* characters of its last piece */
	char currency[4]; /* of an amount */
};

/* How an entry of several transactions is told. */
enum camt_batch {
	BATCH_NONE,   /* one transaction, or none, so far */
	BATCH_LISTED, /* one line a transaction */
	BATCH_WHOLE,  /* their amounts are not there: one line for all */
};

struct camt_head {
	bool read, good; /* looked at; without a fault */
	cents amount;    /* with its sign */
	struct date booked, valued;
	bool pending, reversed;
};

struct camt_balance {
	cents amount; /* CENTS_NONE: not there */
	struct date date;
};

struct camt {
	const struct bank_reading *reading;
	struct bank_facts *facts;
	struct pages pages;
	struct refusal refusal; /* the first reason against the whole */
	size_t faults;

	/* The statement. */
	bool report;           /* camt.052: nothing in it is booked */
	size_t faults_before;  /* it began */
	cents moved;
	struct camt_balance opening, previous, closing;

	/* The entry and its transactions. */
	size_t line, faults_of_entry; /* where it begins, and the faults before it */
	struct camt_head head;
	enum camt_batch batch;
	size_t details;        /* so far */
	size_t announced;      /* NbOfTxs */
	cents listed;          /* what the listed ones make */
	bool returned;         /* the transaction came back (RtrInf) */
	size_t run;            /* how many before it have the same id as the transaction */
	struct words own;      /* that id */
	struct words message;  /* the text of the line */

	struct camt_text texts[CAMT_SLOTS];
};

void camt_complain(struct camt *camt, size_t line, size_t column, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Forgets the texts of these slots. */
void camt_clear(struct camt *camt, enum camt_slot first, enum camt_slot end);

/* Takes the text that an element held into its slot. */
void camt_store(struct camt *camt, enum camt_slot slot, const struct words *words, const char *currency, size_t line);

/* The text in the slot, empty if there is none. */
const char *camt_text(const struct camt *camt, enum camt_slot slot);

/* Reads what the slot holds; false after a complaint. A date that is not there is DATE_NONE. */
bool camt_date(struct camt *camt, enum camt_slot slot, struct date *date);
bool camt_amount(struct camt *camt, enum camt_slot slot, cents *amount);
bool camt_signed(struct camt *camt, enum camt_slot amount, enum camt_slot sign, cents *value);

void camt_statement_begin(struct camt *camt, bool report);
void camt_statement_end(struct camt *camt, size_t line);
void camt_balance_end(struct camt *camt);

void camt_entry_begin(struct camt *camt, size_t line);
void camt_entry_end(struct camt *camt);
void camt_detail_begin(struct camt *camt);
void camt_detail_end(struct camt *camt);

#endif
