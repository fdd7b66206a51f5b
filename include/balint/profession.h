/* Professions and the category of each: categories are what tariffs are set for. */
#ifndef BALINT_PROFESSION_H
#define BALINT_PROFESSION_H

#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>

struct profession {
	const char *code, *category, *label;
};
extern const struct listing profession_listing;

/* Adds it; the same again changes nothing, other content is refused. */
bool profession_add(struct store *store, const struct profession *profession, struct refusal *why);

/* All of them, by category and code. */
void profession_list(struct store *store, row_taker *take, void *context);

/* Whether there is such a profession, or such a category; if not, the nearest one is named. */
bool profession_check(struct store *store, const char *code, struct refusal *why);
bool category_check(struct store *store, const char *category, struct refusal *why);

#endif
