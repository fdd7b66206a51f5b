/*
 * Erasing for good: what the store does so that nothing of a person is left in the log, the side files and free pages
 * (RULES 12). The trades erase their own rows in between.
 *
 * A row of the table `erasure` is written with the change, and says that the file still has its old pages; it goes once they
 * are gone. So whoever is killed in between leaves a store that knows it.
 */
#ifndef BALINT_ERASE_H
#define BALINT_ERASE_H

#include <balint/fatal.h>
#include <balint/naming.h>
#include <balint/store.h>

/*
 * Before anything is changed: begins the writer's transaction anew once nobody reads old pages, and has what is deleted
 * overwritten. Ends the program with exit 75 if somebody goes on reading.
 */
void erase_begin(struct store *store, struct refusal *why);

/*
 * From here on SQL knows without_name(text), without_sure_name(text): the text with the pseudonym in place of the words,
 * of one's own text and of others'; and may_name(text): whether there are suspected ones. NULL: no longer; until then the naming must live.
 */
void erase_naming(struct store *store, const struct naming *naming);

/* Whether the texts of the append-only ledger may be changed: taking a name out of them is no new entry. */
void erase_opens_ledger(struct store *store, bool open);

/* Calls `tell` for each text of the person's row that the log knows, earlier ones too, with the column that it stood in. */
typedef void erase_teller(void *context, const char *column, const char *text);
void erase_recall(struct store *store, int64_t person, erase_teller *tell, void *context);

/* What went from the log. */
struct erased_log {
	int64_t commands; /* reduced to program and verb */
	int64_t changes;  /* change sets and ranges, without which a command cannot be undone */
};

/*
 * Erases the change sets that name the person, touch a row that was changed since erase_begin (or store_open), or point to the
 * person or one of their enrolments; shortens the command lines that name them. In a trial too.
 */
struct erased_log erase_log(struct store *store, int64_t person, const struct naming *naming);

/* Logs the command without its operands and a change set, and notes that old pages are to be cleared away. */
void erase_note(struct store *store, const char *command);

/* Whether old pages are still to be cleared away. */
bool erase_is_due(struct store *store);

/*
 * Once the change is durable and the store closed: writes the file anew without its old pages, empties the side files and takes
 * the note back. BUSY with a reason if that cannot be done now; the note stays then.
 */
enum status erase_finish(const char *path, struct refusal *why);

/* Calls `found` for each copy beside the store that was kept when it was brought up to date or restored, or left by one that was killed. */
void erase_copies(const char *path, void (*found)(void *context, const char *copy), void *context);

#endif
