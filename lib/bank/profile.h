/*
 * What the CSV of a bank looks like: a text file of lines `key value`, described in balint-formats(5).
 * A profile has one form or several, each with columns of its own.
 */
#ifndef BANK_PROFILE_H
#define BANK_PROFILE_H

#include <balint/bank.h>

#include <sys/types.h>

enum { FORMS_MOST = 8, TEXTS_MOST = 8, HEADER_MOST = 16, MARKS_MOST = 64, KEY_SIZE = 64 };

enum role { ROLE_DATE, ROLE_VALUED, ROLE_AMOUNT, ROLE_IN, ROLE_OUT, ROLE_PAYER, ROLE_IBAN, ROLE_ID, ROLE_CURRENCY, ROLE_STATUS, ROLES };

/* One cell by what may stand in it: small letters and digits, one space between words. */
struct cell_name {
	char *name; /* as it was written */
	char key[KEY_SIZE];
	size_t number; /* or the number of the column, from 1 */
};

struct cell_names { /* any of them, the first ones before the others */
	struct cell_name *names;
	size_t count;
};

struct form {
	struct cell_names roles[ROLES];
	struct cell_names texts[TEXTS_MOST], header[HEADER_MOST];
	size_t text_count, header_count;
	bool loose; /* beyond the header, only what no movement can do without must be there; else every column */
};

/* What a row says that is no movement, and the words in which a status says that it is not booked. */
enum words { WORDS_OPENING, WORDS_CLOSING, WORDS_IGNORE, WORDS_UNBOOKED, WORDS_BOOKED, WORDS_PENDING, WORDS };

enum mark_kind { MARK_PAYER, MARK_TEXT, MARK_ID, MARK_END, MARK_TRANSFER, MARK_STORNO };

/* A word of the description, capital or not, after which comes what the kind says. */
struct mark {
	enum mark_kind kind;
	size_t group;  /* the line of the profile; the first of the group that is found counts */
	bool trailing; /* it comes after the remittance */
	char *word;
	size_t length;
};

enum date_order { DATES_DAY_FIRST, DATES_MONTH_FIRST };

struct profile {
	char name[65];
	struct form forms[FORMS_MOST];
	size_t form_count;
	char separator, decimal; /* 0: to be found */
	const char *charset;     /* NULL: to be found */
	bool bare, signed_balances;
	enum date_order dates;
	size_t block; /* characters after which the bank may break a word; 0: never */
	struct cell_names words[WORDS];
	struct mark marks[MARKS_MOST];
	size_t mark_count, group_count;
	bool initials[256]; /* bytes that a mark may begin with */
	struct profile *next;
};

/* Reads the text of a profile; `where` is its file, for messages. NULL with a reason. */
struct profile *profile_parse(const char *name, const char *where, const char *text, struct refusal *why);
void profile_free(struct profile *profiles); /* and all that follow; NULL is fine */

/* Takes columns as `date=Data,amount=Importo,text=3` into the profile's forms. False with a reason. */
bool profile_columns(struct profile *profile, const char *columns, struct refusal *why);

/* The profile that was chosen, or all of them by name: the toolkit's, and the association's own before them. NULL with a reason. */
struct profile *profiles_load(const struct bank_choice *choice, struct refusal *why);

/* The names of all profiles, with commas; NULL with a reason. Free it. */
char *profiles_known(const char *directory, struct refusal *why);

/* The part up to one of those characters, without blanks at its ends; moves behind it. False at the end. */
bool part_next(const char **text, const char *ends, const char **part, size_t *length);

/* Adds the names between the bars of the text. */
void names_add(struct cell_names *names, const char *text, size_t size);
void names_free(struct cell_names *names);

/* The cell as profiles compare it; its length. */
size_t cell_key(const char *cell, size_t length, char key[KEY_SIZE]);

/* Whether the key is one of the names, or begins with the words of one. */
bool cell_is(const struct cell_names *names, const char *key);
bool cell_begins(const struct cell_names *names, const char *key, size_t *length);

#endif
