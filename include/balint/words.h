/*
 * What may be typed because it stands in the store, for the completions of shells: words, each with a few others about it. Every
 * room tells of its own. A store that cannot be read has none; nothing here writes, refuses or waits.
 */
#ifndef BALINT_WORDS_H
#define BALINT_WORDS_H

#include <balint/query.h>

/* Takes a word and what there is to say about it (or NULL); both live as long as the call. */
typedef void word_taker(void *context, const char *word, const char *about);

struct word_scope {
	struct store *store; /* NULL: there is none, for those that say so */
	const char *edition; /* its code; NULL: all that are open */
	const char *before;  /* what was typed before it that has a say, such as the handle before a month; or NULL */
	const char *which;   /* which of them, as the function says; NULL: all */
};

/* Hands over the rows of a query: a word, and about it. */
void words_take(struct query query, word_taker *take, void *context);

/* People by handle: all of them; members of the edition, whatever their enrolment has come to (which: of these states). */
void words_of_people(const struct word_scope *scope, word_taker *take, void *context);
void words_of_members(const struct word_scope *scope, word_taker *take, void *context);

void words_of_editions(const struct word_scope *scope, word_taker *take, void *context);
void words_of_professions(const struct word_scope *scope, word_taker *take, void *context);
void words_of_categories(const struct word_scope *scope, word_taker *take, void *context);

/* The keys of settings, also without a store; what the one `before` may be set to, or is. */
void words_of_settings(const struct word_scope *scope, word_taker *take, void *context);
void words_of_values(const struct word_scope *scope, word_taker *take, void *context);

/* Whether the setting of that key is the path of something. */
bool setting_is_path(const char *key);

/* Days of sessions (which: of this state); those of which a change is asked. */
void words_of_sessions(const struct word_scope *scope, word_taker *take, void *context);
void words_of_changes(const struct word_scope *scope, word_taker *take, void *context);

/* Months with sessions (which: "year", the years); the months from the first to the last, as a range. */
void words_of_session_months(const struct word_scope *scope, word_taker *take, void *context);
void words_of_month_range(const struct word_scope *scope, word_taker *take, void *context);

/*
 * Breaks as A..B or days of closures (which: "break" or "closure"); days on which calendars were issued; capitals of provinces, also
 * without a store.
 */
void words_of_suspensions(const struct word_scope *scope, word_taker *take, void *context);
void words_of_issues(const struct word_scope *scope, word_taker *take, void *context);
void words_of_cities(const struct word_scope *scope, word_taker *take, void *context);

/* Certificates by code, the newest first. */
void words_of_certificates(const struct word_scope *scope, word_taker *take, void *context);

/* Participants and who pays for them; the months in which they, or the one `before`, have instalments. */
void words_of_accounts(const struct word_scope *scope, word_taker *take, void *context);
void words_of_months(const struct word_scope *scope, word_taker *take, void *context);

/* Entries of the ledger that nothing has taken back, by number, the newest first (which: of this kind). */
void words_of_entries(const struct word_scope *scope, word_taker *take, void *context);

/* Credits by number, the newest first (which: of these states, which must be said). */
void words_of_credits(const struct word_scope *scope, word_taker *take, void *context);

/* Accounts of the payer book, and for whom the one `before` has paid. */
void words_of_payers(const struct word_scope *scope, word_taker *take, void *context);
void words_of_paid(const struct word_scope *scope, word_taker *take, void *context);

/* Notices of the outbox by number, the newest first (which: of these states). */
void words_of_notices(const struct word_scope *scope, word_taker *take, void *context);

/* Commands of the log by number, the newest first. */
void words_of_log(const struct word_scope *scope, word_taker *take, void *context);

#endif
