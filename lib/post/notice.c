#include "spent.h"

#include <balint/clock.h>
#include <balint/edition.h>
#include <balint/notice.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

#define SELECT_NOTICE \
	"SELECT o.id, o.key, o.kind, o.status, p.handle, coalesce(p.email, ''), o.person, coalesce(o.session, 0), coalesce(o.change, 0),\n" \
	"       coalesce(o.instalment, 0), coalesce(o.step, 0)\n" \
	"  FROM outbox AS o\n" \
	"  JOIN person AS p ON p.id = o.person\n"

static void
load(const struct query *query, struct notice *notice)
{
	*notice = (struct notice){
		.id = query_int(query, 0),
		.person = query_int(query, 6),
		.session = query_int(query, 7),
		.change = query_int(query, 8),
		.instalment = query_int(query, 9),
		.step = query_int(query, 10),
	};
	snprintf(notice->key, sizeof notice->key, "%s", query_text(query, 1));
	snprintf(notice->kind, sizeof notice->kind, "%s", query_text(query, 2));
	snprintf(notice->status, sizeof notice->status, "%s", query_text(query, 3));
	snprintf(notice->handle, sizeof notice->handle, "%s", query_text(query, 4));
	snprintf(notice->address, sizeof notice->address, "%s", query_text(query, 5));
}

bool
notice_find(struct store *store, int64_t id, struct notice *notice, struct refusal *why)
{
	struct query query = store_query(store, SQL(SELECT_NOTICE " WHERE o.id = :id"), ARG("id", id));
	if (!query_next(&query))
		return refuse(why, "there is no notice %lld; 'balint-group outbox list' shows them", (long long)id);
	load(&query, notice);
	query_end(&query);
	return true;
}

void
notice_each(struct store *store, const char *kinds, int64_t edition, row_taker *take, void *context)
{
	struct notice notice;
	struct query query = store_query(store,
	    SQL(SELECT_NOTICE
	        "  LEFT JOIN session AS s ON s.id = o.session\n"
	        "  LEFT JOIN instalment AS i ON i.id = o.instalment\n"
	        "  LEFT JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN edition AS e ON e.id = coalesce(s.edition, m.edition)\n"
	        " WHERE o.status = 'queued' AND instr(' ' || :kinds || ' ', ' ' || o.kind || ' ') > 0\n"
	        "   AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        " ORDER BY o.id"),
	    ARG("kinds", kinds), ARG("edition", edition));
	while (query_next(&query)) {
		load(&query, &notice);
		take(context, &notice);
	}
}

/* Whether it is too late, or something else says by now how things stand. */
static enum verdict
judge_time(struct store *store, const struct notice *notice)
{
	struct moment now = clock_now();
	struct query query = store_query(store,
	    SQL("SELECT " IS_LATE ", " WHY_SPENT "\n"
	        "  FROM outbox AS o\n"
	        "  LEFT JOIN session AS s ON s.id = o.session\n"
	        " WHERE o.id = :id"),
	    ARG("id", notice->id), ARG("today", now.date), ARG("now", now.time));
	query_next(&query);
	enum verdict verdict = query_int(&query, 0) ? NOTICE_EXPIRED : query_text(&query, 1) ? NOTICE_POINTLESS : NOTICE_GOES;
	query_end(&query);
	return verdict;
}

bool
notice_news(struct store *store, const struct notice *notice, struct news *news)
{
	struct query query = store_query(store,
	    SQL("SELECT news, substr(told, 1, 10), substr(told, 12)\n"
	        "  FROM news\n"
	        " WHERE notice = :id AND news IS NOT NULL"),
	    ARG("id", notice->id));
	bool any = query_next(&query);
	if (any) {
		*news = (struct news){ .date = query_date(&query, 1), .start = query_time(&query, 2) };
		snprintf(news->kind, sizeof news->kind, "%s", query_text(&query, 0));
	}
	query_end(&query);
	return any;
}

/* Whether the session is still held, and the person still a member on its day who wants to be reminded. */
static bool
is_to_be_reminded(struct store *store, const struct notice *notice)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM session AS s\n"
	        "  JOIN membership AS m ON m.edition = s.edition AND m.person = :person AND s.date BETWEEN m.first AND m.last\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE s.id = :session AND s.status = 'scheduled' AND p.mail = 1"),
	    ARG("person", notice->person), ARG("session", notice->session));
}

/* Whether anything is open of what the person pays with that instalment: their own, and that of others. */
static bool
is_owed(struct store *store, const struct notice *notice)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM instalment_account AS i\n"
	        " CROSS JOIN person AS p ON p.payer = :person OR (p.id = :person AND p.payer IS NULL)\n"
	        " CROSS JOIN enrolment AS m ON m.edition = i.edition AND m.person = p.id\n"
	        " CROSS JOIN instalment_account AS a ON a.enrolment = m.id AND a.due_on = i.due_on AND a.gross + a.adjusted > a.paid\n"
	        " WHERE i.id = :instalment"),
	    ARG("instalment", notice->instalment), ARG("person", notice->person));
}

static bool
is_of_use(struct store *store, const struct notice *notice)
{
	struct news news;
	if (notice->instalment)
		return is_owed(store, notice);
	if (strcmp(notice->kind, "reminder") == 0)
		return is_to_be_reminded(store, notice);
	return notice->change || notice_news(store, notice, &news);
}

enum verdict
notice_judge(struct store *store, const struct notice *notice)
{
	if (strcmp(notice->status, "queued") != 0)
		return NOTICE_SETTLED;
	enum verdict verdict = judge_time(store, notice);
	if (verdict != NOTICE_GOES)
		return verdict;
	if (!is_of_use(store, notice))
		return NOTICE_POINTLESS;
	return *notice->address ? NOTICE_GOES : NOTICE_UNADDRESSED;
}

void
notice_sent(struct store *store, const struct notice *notice, const char *via)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'sent', done_at = :stamp, address = :address, via = :via, error = NULL,\n"
	        "       told = iif(kind = 'consent', NULL, (SELECT s.date || ' ' || s.start FROM session AS s WHERE s.id = outbox.session))\n"
	        " WHERE id = :id"),
	    ARG("id", notice->id), ARG("stamp", clock_stamp(stamp)), ARG("address", (const char *)notice->address), ARG("via", via));
}

void
notice_settle(struct store *store, int64_t id, const char *status, const char *reason)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = :status, done_at = iif(:status = 'queued', NULL, :stamp), error = :reason\n"
	        " WHERE id = :id AND status = 'queued' AND (status <> :status OR error IS NOT :reason)"),
	    ARG("id", id), ARG("status", status), ARG("stamp", clock_stamp(stamp)), ARG("reason", reason));
}

const char *
notice_put_aside(struct store *store, const struct notice *notice, enum verdict verdict)
{
	static const struct {
		const char *status, *reason;
	} ends[] = {
		[NOTICE_EXPIRED] = { "expired", "too late" },
		[NOTICE_POINTLESS] = { "dropped", "no longer of use" },
		[NOTICE_UNADDRESSED] = { "queued", "no address" },
	};
	notice_settle(store, notice->id, ends[verdict].status, ends[verdict].reason);
	return ends[verdict].status;
}
