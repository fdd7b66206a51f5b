#include <balint/carry.h>
#include <balint/query.h>

/* A notice that has gone, with what it hangs on by names that no two things share. */
struct gone {
	const char *key, *kind, *handle, *uid, *to, *opened, *member, *edition, *due, *queued_at, *done_at, *address, *via, *told;
	int64_t person, session, change, instalment, step; /* 0 where there is none */
};

#define SELECT_GONE \
	"SELECT o.key, o.kind, p.handle, s.uid, c.to_date, c.opened_at, mp.handle, e.code, i.due_on, o.queued_at, o.done_at, o.address, o.via,\n" \
	"       o.told, o.person, coalesce(o.session, 0), coalesce(o.change, 0), coalesce(o.instalment, 0), coalesce(o.step, 0)\n" \
	"  FROM outbox AS o\n" \
	"  JOIN person AS p ON p.id = o.person\n" \
	"  LEFT JOIN session AS s ON s.id = o.session\n" \
	"  LEFT JOIN change AS c ON c.id = o.change\n" \
	"  LEFT JOIN instalment AS i ON i.id = o.instalment\n" \
	"  LEFT JOIN enrolment AS m ON m.id = i.enrolment\n" \
	"  LEFT JOIN person AS mp ON mp.id = m.person\n" \
	"  LEFT JOIN edition AS e ON e.id = m.edition\n" \
	" WHERE o.status = 'sent'\n" \
	" ORDER BY o.id"

static struct gone
load(const struct query *query)
{
	return (struct gone){
		.key = query_text(query, 0),
		.kind = query_text(query, 1),
		.handle = query_text(query, 2),
		.uid = query_text(query, 3),
		.to = query_text(query, 4),
		.opened = query_text(query, 5),
		.member = query_text(query, 6),
		.edition = query_text(query, 7),
		.due = query_text(query, 8),
		.queued_at = query_text(query, 9),
		.done_at = query_text(query, 10),
		.address = query_text(query, 11),
		.via = query_text(query, 12),
		.told = query_text(query, 13),
		.person = query_int(query, 14),
		.session = query_int(query, 15),
		.change = query_int(query, 16),
		.instalment = query_int(query, 17),
		.step = query_int(query, 18),
	};
}

static bool
is_known(struct store *content, const struct gone *gone)
{
	return store_has(content, SQL("SELECT 1 FROM outbox WHERE key = :key AND status = 'sent'"), ARG("key", gone->key));
}

/* Whether the person, and what the notice is about, is in the content, and is the same. */
static bool
has_its_own(struct store *content, const struct gone *gone)
{
	return store_has(content,
	    SQL("SELECT 1\n"
	        " WHERE EXISTS (SELECT 1 FROM person WHERE id = :person AND handle = :handle)\n"
	        "   AND (:session = 0 OR EXISTS (SELECT 1 FROM session WHERE id = :session AND uid = :uid))\n"
	        "   AND (:change = 0 OR EXISTS (SELECT 1 FROM change WHERE id = :change AND session = :session AND to_date = :to AND opened_at = :opened))\n"
	        "   AND (:instalment = 0 OR EXISTS (SELECT 1\n"
	        "                                     FROM instalment AS i\n"
	        "                                     JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "                                     JOIN person AS p ON p.id = m.person AND p.handle = :member\n"
	        "                                     JOIN edition AS e ON e.id = m.edition AND e.code = :edition\n"
	        "                                    WHERE i.id = :instalment AND i.due_on = :due))"),
	    ARG("person", gone->person), ARG("handle", gone->handle), ARG("session", gone->session), ARG("uid", gone->uid), ARG("change", gone->change),
	    ARG("to", gone->to), ARG("opened", gone->opened), ARG("instalment", gone->instalment), ARG("member", gone->member),
	    ARG("edition", gone->edition), ARG("due", gone->due));
}

static void
enter(struct store *content, const struct gone *gone)
{
	store_run(content,
	    SQL("INSERT INTO outbox (key, kind, person, session, change, instalment, step, status, queued_at, done_at, address, via, told)\n"
	        "VALUES (:key, :kind, :person, nullif(:session, 0), nullif(:change, 0), nullif(:instalment, 0), nullif(:step, 0), 'sent', :queued_at,\n"
	        "        :done_at, :address, :via, :told)\n"
	        "ON CONFLICT (key) DO UPDATE\n"
	        "   SET status = 'sent', done_at = excluded.done_at, address = excluded.address, via = excluded.via, told = excluded.told, error = NULL"),
	    ARG("key", gone->key), ARG("kind", gone->kind), ARG("person", gone->person), ARG("session", gone->session), ARG("change", gone->change),
	    ARG("instalment", gone->instalment), ARG("step", gone->step), ARG("queued_at", gone->queued_at), ARG("done_at", gone->done_at),
	    ARG("address", gone->address), ARG("via", gone->via), ARG("told", gone->told));
}

struct carried
outbox_carry(struct store *content, struct store *old)
{
	struct carried carried = { 0 };
	struct query query = store_query(old, SQL(SELECT_GONE));
	while (query_next(&query)) {
		const struct gone gone = load(&query);
		if (is_known(content, &gone))
			continue;
		if (has_its_own(content, &gone)) {
			enter(content, &gone);
			carried.notices++;
		} else {
			carried.lost++;
		}
	}
	return carried;
}
