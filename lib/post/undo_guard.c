#include <balint/query.h>
#include <balint/undo_guard.h>

#include <stdio.h>
#include <string.h>

const struct undo_loose post_loose[] = {
	{ "outbox", "status" },
	{ "outbox", "done_at" },
	{ "outbox", "address" },
	{ "outbox", "via" },
	{ "outbox", "told" },
	{ "outbox", "error" },
	{ 0 },
};

/* What has gone of a command's own notices: the first of them, and to how many people. */
struct gone {
	int64_t people;
	char kind[16], date[DATE_TEXT], was[DATE_TEXT]; /* of the session, and where a move has taken it from */
	bool stands; /* the session is still as the notice says */
};

static bool
find_gone(struct store *store, struct gone *gone)
{
	struct query query = store_query(store,
	    SQL("SELECT o.kind, coalesce(s.date, ''), coalesce((SELECT c.from_date FROM change AS c\n"
	        "                                               WHERE c.session = s.id AND c.status = 'made'\n"
	        "                                               ORDER BY c.id DESC LIMIT 1), ''),\n"
	        "       CASE o.kind WHEN 'cancellation' THEN s.status = 'cancelled'\n"
	        "                   WHEN 'consent' THEN EXISTS (SELECT 1 FROM change AS c WHERE c.id = o.change AND c.status = 'open')\n"
	        "                                   AND EXISTS (SELECT 1 FROM temp.touched AS t WHERE t.name = 'change' AND t.id = o.change)\n"
	        "                   ELSE s.status = 'scheduled' END,\n"
	        "       count(*) OVER ()\n"
	        "  FROM temp.touched AS t\n"
	        "  JOIN outbox AS o ON o.id = t.id AND o.status = 'sent'\n"
	        "  LEFT JOIN session AS s ON s.id = o.session\n"
	        " WHERE t.name = 'outbox' AND t.operation <> 'delete'\n"
	        " ORDER BY o.id\n"
	        " LIMIT 1"));
	if (!query_next(&query))
		return false;
	snprintf(gone->kind, sizeof gone->kind, "%s", query_text(&query, 0));
	snprintf(gone->date, sizeof gone->date, "%s", query_text(&query, 1));
	snprintf(gone->was, sizeof gone->was, "%s", query_text(&query, 2));
	gone->stands = query_int(&query, 3) == 1;
	gone->people = query_int(&query, 4);
	query_end(&query);
	return true;
}

static bool
refuse_gone(const struct undo *undo, const struct gone *gone, struct refusal *why)
{
	long long id = (long long)undo->id, people = (long long)gone->people;
	const char *kind = gone->stands ? gone->kind : "";
	if (strcmp(kind, "cancellation") == 0)
		return refuse(why, "command %lld cannot be undone: the word of the cancellation has gone to %lld people; to take it back: balint-calendar restore %s",
		    id, people, gone->date);
	if (strcmp(kind, "restoration") == 0)
		return refuse(why, "command %lld cannot be undone: the word that it is held has gone to %lld people; to cancel it: balint-calendar cancel %s --reason T",
		    id, people, gone->date);
	if (strcmp(kind, "addition") == 0)
		return refuse(why, "command %lld cannot be undone: the word of the session has gone to %lld people; to cancel it: balint-calendar cancel %s --reason T",
		    id, people, gone->date);
	if (strcmp(kind, "move") == 0)
		return refuse(why, "command %lld cannot be undone: the word of the move has gone to %lld people; to move it back: balint-calendar move %s --to %s --reason T",
		    id, people, gone->date, *gone->was ? gone->was : "DATE");
	if (strcmp(kind, "consent") == 0)
		return refuse(why, "command %lld cannot be undone: the question has gone to %lld people; to ask no longer: balint-calendar retract %s", id, people,
		    gone->date);
	if (strcmp(kind, "amendment") == 0)
		return refuse(why, "command %lld cannot be undone: the word of the change has gone to %lld people; to change it back: balint-calendar set %s, "
		    "or balint-group edition set", id, people, gone->date);
	return refuse(why, "command %lld cannot be undone: mails have gone to %lld people, and do not come back", id, people);
}

/* Whoever got a notice about a session since, such as a reminder, knows it as the command has made it. */
static bool
refuse_told(struct store *store, const struct undo *undo, struct refusal *why)
{
	bool told = false;
	struct query query = store_query(store,
	    SQL("SELECT o.id, o.done_at > :at, s.date, t.operation = 'insert'\n"
	        "  FROM temp.touched AS t\n"
	        "  JOIN outbox AS o ON o.session = t.id AND o.status = 'sent' AND o.done_at >= :at\n"
	        "  JOIN session AS s ON s.id = t.id\n"
	        " WHERE t.name = 'session' AND t.operation <> 'delete'\n"
	        " ORDER BY s.date, o.id"),
	    ARG("at", (const char *)undo->at));
	while (!told && query_next(&query)) {
		long long id = (long long)undo->id;
		const char *date = query_text(&query, 2);
		told = query_int(&query, 1) == 1 || undo_changed_since(store, undo, "outbox", query_int(&query, 0));
		if (told && query_int(&query, 3) == 1)
			refuse(why, "command %lld cannot be undone: mails about the session of %s have gone since; to cancel it: balint-calendar cancel %s --reason T",
			    id, date, date);
		else if (told)
			refuse(why, "command %lld cannot be undone: mails about the session of %s have gone since, and say how it stands now; "
			    "to change it: balint-calendar cancel, restore, move or set", id, date);
	}
	query_end(&query);
	return !told;
}

bool
post_may_undo(struct store *store, const struct undo *undo, struct refusal *why)
{
	struct gone gone;
	return find_gone(store, &gone) ? refuse_gone(undo, &gone, why) : refuse_told(store, undo, why);
}
