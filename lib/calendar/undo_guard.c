#include <balint/query.h>
#include <balint/undo_guard.h>

const struct undo_loose calendar_loose[] = {
	{ "session", "sequence" },
	{ 0 },
};

/* What SEQUENCE the sessions had before anything is taken back. */
static void
note_risen(struct store *store)
{
	store_run(store, SQL("CREATE TEMP TABLE risen (session INTEGER PRIMARY KEY, sequence INTEGER NOT NULL)"));
	store_run(store,
	    SQL("INSERT INTO temp.risen (session, sequence)\n"
	        "SELECT id, sequence FROM session WHERE id IN (SELECT id FROM temp.touched WHERE name = 'session')"));
}

void
calendar_has_undone(struct store *store)
{
	store_run(store,
	    SQL("UPDATE session AS s\n"
	        "   SET sequence = 1 + max(sequence, coalesce((SELECT r.sequence FROM temp.risen AS r WHERE r.session = s.id), 0))\n"
	        " WHERE id IN (SELECT id FROM temp.touched WHERE name = 'session')"));
}

static bool
refuse_issued(struct store *store, const struct undo *undo, struct refusal *why)
{
	int64_t issued = 0;
	struct query query = store_query(store,
	    SQL("SELECT i.id, i.issued_on, s.date, t.operation = 'insert'\n"
	        "  FROM temp.touched AS t\n"
	        "  JOIN session AS s ON s.id = t.id\n"
	        "  JOIN issued_session AS d ON d.session = s.id\n"
	        "  JOIN issue AS i ON i.id = d.issue\n"
	        " WHERE t.name = 'session' AND t.operation <> 'delete'\n"
	        " ORDER BY i.id DESC, s.date"));
	while (!issued && query_next(&query)) {
		issued = undo_changed_since(store, undo, "issue", query_int(&query, 0));
		const char *on = query_text(&query, 1), *date = query_text(&query, 2);
		if (issued && query_int(&query, 3) == 1)
			refuse(why, "command %lld cannot be undone: the calendar was issued on %s with the session of %s; to cancel it: balint-calendar cancel %s "
			    "--reason T; if nobody has that calendar yet, undo the issue first: balint-group undo %lld", (long long)undo->id, on, date, date,
			    (long long)issued);
		else if (issued)
			refuse(why, "command %lld cannot be undone: the calendar was issued on %s with the session of %s as it is now; to change it: balint-calendar "
			    "cancel, restore, move or set; if nobody has that calendar yet, undo the issue first: balint-group undo %lld", (long long)undo->id,
			    on, date, (long long)issued);
	}
	query_end(&query);
	return !issued;
}

bool
calendar_may_undo(struct store *store, const struct undo *undo, struct refusal *why)
{
	if (!refuse_issued(store, undo, why))
		return false;
	note_risen(store);
	return true;
}
