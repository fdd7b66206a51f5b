/*
 * Taking commands back by the inverse of their change sets. An undo is a command of the log itself, and undoing it does the first one
 * again. What has been changed since by another command is not overwritten: the undo is refused, and names that command.
 *
 * What may not be taken back, since somebody was told of it, is known to the trades, which look at their tables before it is done:
 * post_may_undo, calendar_may_undo, attend_may_undo, fees_may_undo. For them the table temp.touched has the rows that the command
 * has changed: name (of the table), operation (insert, update, delete) and id (null where the key is no number).
 */
#ifndef BALINT_UNDO_H
#define BALINT_UNDO_H

#include <balint/clock.h>
#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>

struct undo {
	int64_t id;  /* the command as it was named, or found */
	int64_t end; /* what is taken back in its stead where it was undone and done again before: the last of these */
	char at[CLOCK_STAMP]; /* when that was given; UTC */
	bool earlier; /* none was named, and there are earlier ones */
};

/*
 * The command of that number, or (0) this user's last one that is not itself an undo and not undone. Refused: it is undone already, was
 * given under another schema, has made or replaced the store or forgotten somebody, or its change set was erased with somebody who was.
 */
bool undo_find(struct store *store, int64_t id, struct undo *undo, struct refusal *why);

/* Fills temp.touched. Refused if the change set cannot be read. */
bool undo_prepare(struct store *store, const struct undo *undo, struct refusal *why);

/* The later command, not undone, that has changed that row too, or 0: for guards who ask whether something is newer than the command. */
int64_t undo_changed_since(struct store *store, const struct undo *undo, const char *table, int64_t id);

/* A column that does not stay as a command left it though no other command changes it: what it is meanwhile gives way. */
struct undo_loose {
	const char *table, *column; /* of the last one NULL */
};

/*
 * Takes it back, in the caller's transaction, and has the log note which command that one undoes. Refused with the command that must
 * be undone before; then the transaction must not be committed. `loose`: the trades' loose columns, ending with NULL.
 */
bool undo_apply(struct store *store, const struct undo *undo, const struct undo_loose *const *loose, struct refusal *why);

/* The command that is undone; its texts live as long as the taker's call. */
struct undo_row {
	int64_t id;
	const char *at, *who, *command;
	int64_t undone; /* by which command: the number of the undo in the log */
};
extern const struct listing undo_listing;

/* Hands it over, once undo_apply has taken it back and before that is committed. */
void undo_show(struct store *store, const struct undo *undo, row_taker *take, void *context);

#endif
