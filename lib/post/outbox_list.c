#include "spent.h"

#include <balint/clock.h>
#include <balint/outbox_list.h>
#include <balint/query.h>
#include <balint/text.h>

#include <stdio.h>
#include <string.h>

#define ROW struct outbox_row
#define LISTED \
	COUNT_COLUMN(ROW, id), TEXT_COLUMN(ROW, kind), TEXT_COLUMN(ROW, person), TEXT_COLUMN(ROW, edition), DATE_COLUMN(ROW, date), \
	    TEXT_COLUMN(ROW, status), TEXT_DETAIL(ROW, queued), TEXT_DETAIL(ROW, done), TEXT_DETAIL(ROW, key), SENTENCE_COLUMN(ROW, error)

static const struct column listed[] = { LISTED };
static const struct column shown[] = { LISTED, TEXT_COLUMN(ROW, address), TEXT_COLUMN(ROW, via), COUNT_COLUMN(ROW, step), TEXT_COLUMN(ROW, email) };

static enum shade
shade(const void *row)
{
	const ROW *notice = row;
	if (strcmp(notice->status, "failed") == 0)
		return SHADE_RED;
	return strcmp(notice->status, "queued") == 0 ? SHADE_NONE : SHADE_DIM;
}

const struct listing outbox_listing = SHADED_LISTING(listed, shade);
const struct listing outbox_record = { .columns = shown, .count = sizeof shown / sizeof shown[0], .record = true };

bool
outbox_has_kind(const char *kind)
{
	const size_t length = strlen(kind);
	for (const char *known = OUTBOX_KINDS; *known; known += strcspn(known, "|"), known += *known == '|')
		if (strcspn(known, "|") == length && memcmp(known, kind, length) == 0)
			return true;
	return false;
}

void
outbox_list(struct store *store, const struct outbox_choice *choice, row_taker *take, void *context)
{
	struct outbox_row row = { 0 };
	struct query query = store_query(store,
	    SQL("SELECT v.id, v.kind, v.person, v.edition, v.date, v.status, v.queued, v.done, v.key, v.error\n"
	        "  FROM notices AS v\n"
	        " WHERE (:edition = 0 OR v.edition = (SELECT code FROM edition WHERE id = :edition))\n"
	        "   AND (:status IS NULL OR v.status = :status)\n"
	        "   AND (:kind IS NULL OR v.kind = :kind)\n"
	        "   AND (:person IS NULL OR v.person = :person)\n"
	        " ORDER BY v.id"),
	    ARG("edition", choice->edition), ARG("status", choice->status), ARG("kind", choice->kind), ARG("person", choice->person));
	query_each(&query, &outbox_listing, &row, take, context);
}

bool
outbox_find(struct store *store, const char *number, int64_t *id, struct refusal *why)
{
	if (!text_is_id(number, id))
		return refuse(why, "'%s' is not the number of a notice; 'balint-group outbox list' shows them", number);
	return store_has(store, SQL("SELECT 1 FROM outbox WHERE id = :id"), ARG("id", *id))
	    || refuse(why, "there is no notice %lld; 'balint-group outbox list' shows them", (long long)*id);
}

void
outbox_show(struct store *store, int64_t id, row_taker *take, void *context)
{
	struct outbox_row row;
	struct query query = store_query(store,
	    SQL("SELECT v.id, v.kind, v.person, v.edition, v.date, v.status, v.queued, v.done, v.key, v.error, o.address, o.via, o.step, p.email\n"
	        "  FROM notices AS v\n"
	        "  JOIN outbox AS o ON o.id = v.id\n"
	        "  JOIN person AS p ON p.id = o.person\n"
	        " WHERE v.id = :id"),
	    ARG("id", id));
	query_each(&query, &outbox_record, &row, take, context);
}

/* What there is to know of a notice before its status is changed. */
struct standing {
	int64_t id;
	char status[16], done[CLOCK_STAMP]; /* done: when, or "" */
	char spent[64];                     /* why it can go no more, or "" */
};

static bool
look(struct store *store, const char *number, struct standing *notice, struct refusal *why)
{
	struct moment now = clock_now();
	if (!outbox_find(store, number, &notice->id, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT o.status, coalesce(o.done_at, ''), coalesce(" WHY_SPENT ", '')\n"
	        "  FROM outbox AS o\n"
	        "  LEFT JOIN session AS s ON s.id = o.session\n"
	        " WHERE o.id = :id"),
	    ARG("id", notice->id), ARG("today", now.date), ARG("now", now.time));
	query_next(&query);
	snprintf(notice->status, sizeof notice->status, "%s", query_text(&query, 0));
	snprintf(notice->done, sizeof notice->done, "%s", query_text(&query, 1));
	snprintf(notice->spent, sizeof notice->spent, "%s", query_text(&query, 2));
	query_end(&query);
	return true;
}

/* Of one that went or has expired nothing can be changed any more. */
static bool
is_over(const struct standing *notice, struct refusal *why)
{
	if (strcmp(notice->status, "sent") == 0)
		return !refuse(why, "notice %lld went at %s and does not come back", (long long)notice->id, notice->done);
	if (strcmp(notice->status, "expired") == 0)
		return !refuse(why, "notice %lld has expired: its session had begun", (long long)notice->id);
	return false;
}

bool
outbox_retry(struct store *store, const char *number, struct refusal *why)
{
	struct standing notice;
	char stamp[CLOCK_STAMP];
	if (!look(store, number, &notice, why) || is_over(&notice, why))
		return false;
	if (strcmp(notice.status, "queued") == 0)
		return true;
	if (*notice.spent)
		return refuse(why, "notice %lld can go no more: %s", (long long)notice.id, notice.spent);
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'queued', queued_at = :stamp, done_at = NULL, told = NULL, error = NULL\n"
	        " WHERE id = :id"),
	    ARG("id", notice.id), ARG("stamp", clock_stamp(stamp)));
	return true;
}

int64_t
outbox_retry_failed(struct store *store, int64_t edition)
{
	struct moment now = clock_now();
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'queued', queued_at = :stamp, done_at = NULL, error = NULL\n"
	        " WHERE id IN (SELECT o.id\n"
	        "                FROM outbox AS o\n"
	        "                JOIN notices AS v ON v.id = o.id\n"
	        "                JOIN edition AS e ON e.code = v.edition AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "                LEFT JOIN session AS s ON s.id = o.session\n"
	        "               WHERE o.status = 'failed' AND " WHY_SPENT " IS NULL)"),
	    ARG("edition", edition), ARG("stamp", clock_stamp(stamp)), ARG("today", now.date), ARG("now", now.time));
	return store_number(store,
	    SQL("SELECT count(*)\n"
	        "  FROM notices AS v\n"
	        "  JOIN edition AS e ON e.code = v.edition AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        " WHERE v.status = 'failed'"),
	    ARG("edition", edition));
}

/* One that was dropped for a reason is a person's from now on, and stays dropped when the reason is gone. */
bool
outbox_drop(struct store *store, const char *number, struct refusal *why)
{
	struct standing notice;
	char stamp[CLOCK_STAMP];
	if (!look(store, number, &notice, why) || is_over(&notice, why))
		return false;
	store_run(store,
	    SQL("UPDATE outbox\n"
	        "   SET status = 'dropped', done_at = :stamp, error = NULL,\n"
	        "       told = iif(kind IN ('reminder', 'consent'), NULL, (SELECT s.date || ' ' || s.start FROM session AS s WHERE s.id = outbox.session))\n"
	        " WHERE id = :id AND (status <> 'dropped' OR error IS NOT NULL)"),
	    ARG("id", notice.id), ARG("stamp", clock_stamp(stamp)));
	return true;
}
