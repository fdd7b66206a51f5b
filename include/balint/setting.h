/*
 * What the association has set, as keys and values. Every key is known, with its rule, its default
 * and what it is for; nothing else can be set.
 */
#ifndef BALINT_SETTING_H
#define BALINT_SETTING_H

#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>

struct setting_row {
	const char *key, *value;
};
extern const struct listing setting_listing;

/* The value set, else the default; NULL if there is neither. New heap memory, owned by the caller. */
char *setting_get(struct store *store, const char *key);

/* The value as a whole number, of a key whose rule is one. */
int setting_count(struct store *store, const char *key);

enum { SETTING_DAYS = 9 };

/* The value as days that rise, of a key whose rule is a list of them; how many there are. */
int setting_days(struct store *store, const char *key, int days[SETTING_DAYS]);

/* Checks the value by the key's rule and sets it; the empty value goes back to the default. */
bool setting_set(struct store *store, const char *key, const char *value, struct refusal *why);

/*
 * As setting_set where the key has no value yet or the same one; another value is refused, with the
 * command that changes it. NULL sets nothing.
 */
bool setting_init(struct store *store, const char *key, const char *value, struct refusal *why);

/* One key (refused if there is no such key, or it has no value), or all with a value, by key, if `key` is NULL. */
bool setting_list(struct store *store, const char *key, row_taker *take, void *context, struct refusal *why);

/*
 * Findings: settings that are needed and not there, or whose value no longer is one (a directory that is gone, a program that cannot be
 * run, what was written by hand); templates of the association's own that are broken; and once mail is to go, no sender and no way.
 */
void setting_check(struct store *store, row_taker *take, void *context);

#endif
