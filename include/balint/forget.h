/*
 * Forgetting a person (RULES 12). Attendance and contacts go; what the ledger hangs on stays ten years under a pseudonym
 * (art. 2220 of the Codice civile), and so do the numbers of certificates, whose series has no gaps. Each trade erases its own rows,
 * in the order of the functions below, and takes the name out of its texts by what erase_naming has given to SQL.
 */
#ifndef BALINT_FORGET_H
#define BALINT_FORGET_H

#include <balint/erase.h>
#include <balint/person.h>

struct forget_row {
	const char *what;
	int64_t rows;
	const char *action;
	struct date until; /* how long it must stay; DATE_NONE: gone, or no law says */
};
extern const struct listing forget_listing;

/* One person on the way out. */
struct forgetting {
	struct store *store;
	struct person person;
	char pseudonym[32]; /* a handle that nobody has */
	struct naming *naming;
	struct date until; /* of the ledger; DATE_NONE: there is nothing in it */
	int64_t texts;     /* out of which the name was taken so far */
	row_taker *take;   /* a struct forget_row */
	void *context;
	void (*tell)(void *context, const char *sentence); /* what should be known */
	void *told;
};

/*
 * Begins with the words by which texts name somebody; they live until forget_end. Refused where they still take part in an open edition
 * or are forgotten already. Then the trades add what they know (fees_name), and forget_known gives all of it to SQL: refused, and ended,
 * where settings or editions name them.
 */
bool forget_begin(struct forgetting *forgetting, const char *handle, struct refusal *why);
void fees_name(struct forgetting *forgetting);
bool forget_known(struct forgetting *forgetting, struct refusal *why);
void forget_end(struct forgetting *forgetting);

/* A row, unless there are none. */
void forget_say(struct forgetting *forgetting, const char *what, int64_t rows, const char *action, struct date until);

/* Says the sentence (N_) if there are texts with a suspected word. */
void forget_suspect(struct forgetting *forgetting, int64_t rows, const char *sentence);

/* Finds that old pages of somebody who was forgotten are still in the file. */
void forget_check(struct store *store, row_taker *take, void *context);

/* In this order. */
void attend_forget(struct forgetting *forgetting);
void calendar_forget(struct forgetting *forgetting);
void post_forget(struct forgetting *forgetting);
void fees_forget(struct forgetting *forgetting);
void group_forget(struct forgetting *forgetting);

#endif
