/* The columns of a CSV file of members, and the words that may stand in them, in English and Italian. */
#ifndef BALINT_GROUP_MEMBER_CELLS_H
#define BALINT_GROUP_MEMBER_CELLS_H

#include <balint/refusal.h>

/* In the order of the listing `members`. */
enum member_cell {
	IN_HANDLE, IN_FAMILY, IN_GIVEN, IN_ROLE, IN_STATUS, IN_PROFESSION, IN_CATEGORY, IN_EMAIL, IN_PHONE, IN_JOINED, IN_LEFT, IN_APPLIED,
	IN_WAITING, IN_PLACE, IN_REASON, IN_TAX_CODE, IN_PAYER, IN_BORN_ON, IN_BORN_IN, IN_LANGUAGE, IN_REMINDERS, IN_CELLS
};

/* What each is called in listings and messages. */
const char *member_cell_name(enum member_cell cell);

/* Folded, with what parts words made one blank: `E-mail` and `e_mail` are alike. Heap memory, owned by the caller. */
char *member_key(const char *text);

/* The column of that key; IN_CELLS if there is none, and then the word that was perhaps meant, or NULL. */
enum member_cell member_column(const char *key, const char **closest);

/* The role, status, language or yes and no that the word of the cell means; NULL with a reason if it is none. */
const char *member_cell_word(enum member_cell cell, const char *text, struct refusal *why);

#endif
