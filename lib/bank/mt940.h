/* MT940 by SWIFT's Category 9: fields `:61:…` of one or more lines, in statements that may be pages of one another. */
#ifndef BANK_MT940_H
#define BANK_MT940_H

#include "internal.h"
#include "words.h"

enum { MT940_FIELD = 8192, MT940_LINES = 200 };

/* One field: its lines as they are in the file, without the tag and the line ends. */
struct mt940_field {
	char tag[4];    /* "61"; empty: none */
	size_t line;    /* where it begins */
	size_t count;   /* lines */
	size_t used;    /* bytes */
	bool over;      /* it is longer than that */
	size_t starts[MT940_LINES + 1];
	char bytes[MT940_FIELD]; /* each line with a NUL behind */
};

/* The tag that the line begins with; what is behind it goes to `value`. False if it begins with none. */
bool mt940_field_tag(const char *line, char tag[4], const char **value);

void mt940_field_begin(struct mt940_field *field, const char *tag, size_t line);
void mt940_field_add(struct mt940_field *field, const char *line);

/* Whether it has one line by the standard: a line behind it may be a movement that lost its tag. */
bool mt940_field_is_single(const struct mt940_field *field);

/* What :61: says. */
struct mt940_movement {
	struct date booked, valued;
	cents amount; /* with its sign */
	bool storno;
	struct words id, remark; /* the bank's reference, and what further lines say */
};

/* What :86: says. */
struct mt940_details {
	struct words text, payer;
	char iban[35]; /* or empty */
};

/* Reads the field; false with a reason. */
bool mt940_movement_read(const struct mt940_field *field, struct mt940_movement *movement, struct refusal *why);
bool mt940_balance_read(const struct mt940_field *field, cents *balance, struct refusal *why);

/* Adds the field to what is known. The payer's name and IBAN are of the one at the other end of the movement. */
void mt940_details_read(const struct mt940_field *field, bool credit, struct mt940_details *details);

#endif
