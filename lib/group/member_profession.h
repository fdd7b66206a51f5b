/* The professions as a file of members may have them. */
#ifndef BALINT_GROUP_MEMBER_PROFESSION_H
#define BALINT_GROUP_MEMBER_PROFESSION_H

#include <balint/refusal.h>
#include <balint/store.h>

#include <stddef.h>

/* By their codes and their labels, as member_key has them. */
struct profession_words {
	char **keys, **codes;
	size_t count; /* of each; both end with NULL */
};

void profession_words_load(struct store *store, struct profession_words *words);
void profession_words_release(struct profession_words *words);

/*
 * The code of the profession that is called so, in its feminine too, and with points or without. Owned by the caller; refused with the
 * nearest one, and the code NULL.
 */
bool profession_words_find(const struct profession_words *words, const char *text, char **code, struct refusal *why);

#endif
