/* A command, the one that took it back, the one that took that back: each undoes the one before. */
#include "undo.h"

#include <balint/query.h>

static int64_t
before(struct store *store, int64_t id)
{
	return store_number(store, SQL("SELECT undoes FROM log WHERE id = :id"), ARG("id", id));
}

static int64_t
after(struct store *store, int64_t id)
{
	return store_number(store, SQL("SELECT id FROM log WHERE undoes = :id"), ARG("id", id));
}

int64_t
chain_end(struct store *store, int64_t id, bool *undone)
{
	*undone = false;
	for (int64_t next; (next = after(store, id)); id = next)
		*undone = !*undone;
	return id;
}

int64_t
chain_left(struct store *store, int64_t id, int64_t since)
{
	int64_t first = id, root;
	bool undone;
	while ((root = before(store, first)) > since)
		first = root;
	int64_t last = chain_end(store, first, &undone);
	return undone ? 0 : root ? last : first;
}
