/* Who is asked for what, and when. */
#include "payer_reference.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/outbox.h>
#include <balint/query.h>
#include <balint/request.h>
#include <balint/setting.h>
#include <balint/translation.h>

#include <stdlib.h>

/* What somebody is to pay for an edition on one day. */
struct group {
	int64_t payer, edition, instalment;
	struct date due;
	bool others; /* some of it for somebody else */
};

struct groups {
	struct group *groups;
	size_t count;
};

static struct groups
find_open(struct store *store, const struct due_choice *choice)
{
	struct groups found = { 0 };
	struct query query = store_query(store,
	    SQL("SELECT f.id, e.id, min(i.id), i.due_on, max(p.id <> f.id AND i.gross + i.adjusted > i.paid)\n"
	        "  FROM edition AS e\n"
	        "  JOIN instalment_account AS i ON i.edition = e.id\n"
	        "  JOIN person AS p ON p.id = i.person\n"
	        "  JOIN person AS f ON f.id = coalesce(p.payer, p.id)\n"
	        " WHERE ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND f.forgotten_on IS NULL\n"
	        "   AND i.due_on >= coalesce(:first, '')\n"
	        "   AND i.due_on <= coalesce(:last, '9999-12-31')\n"
	        " GROUP BY i.due_on, f.id, e.id\n"
	        "HAVING max(i.gross + i.adjusted - i.paid) > 0\n"
	        " ORDER BY i.due_on, f.family_key, f.given_key, f.handle, e.number, e.year, e.code"),
	    ARG("edition", choice->edition), ARG("first", choice->first), ARG("last", choice->last));
	while (query_next(&query)) {
		found.groups = memory_for_one(found.groups, found.count, sizeof *found.groups);
		found.groups[found.count++] = (struct group){ query_int(&query, 0), query_int(&query, 1), query_int(&query, 2), query_date(&query, 3),
			query_int(&query, 4) == 1 };
	}
	return found;
}

/* What was said about it last. */
struct said {
	enum { NOTHING, WAITS, SENT } how; /* waits: or has failed, or somebody has taken it out */
	int step;
	struct date sent;
};

/* What was dropped because there was nothing to say has not been said. */
static struct said
find_said(struct store *store, const struct group *group)
{
	struct said said = { NOTHING, 0, DATE_NONE };
	struct query query = store_query(store,
	    SQL("SELECT coalesce(o.step, 0), o.status, o.done_at\n"
	        "  FROM outbox AS o\n"
	        "  JOIN instalment AS i ON i.id = o.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        " WHERE o.person = :payer AND o.kind IN ('request', 'overdue') AND m.edition = :edition AND i.due_on = :due\n"
	        "   AND (o.status <> 'dropped' OR o.error IS NULL)\n"
	        " ORDER BY 1 DESC, o.status = 'sent' DESC, o.id DESC"),
	    ARG("payer", group->payer), ARG("edition", group->edition), ARG("due", group->due));
	if (query_next(&query)) {
		bool sent = query_is(&query, 1, "sent");
		said = (struct said){ sent ? SENT : WAITS, (int)query_int(&query, 0), sent ? clock_day(query_text(&query, 2)) : DATE_NONE };
		query_end(&query);
	}
	return said;
}

/* Days after the due day, from step 1 on; of step 0, the request, none. */
struct steps {
	int days[SETTING_DAYS + 1], last;
};

/* The step that is to be taken today, 0 if none. A request that went late is given as much time as one that was sent in time. */
static int
next_step(const struct said *said, const struct steps *steps, struct date due, struct date today)
{
	int next = said->step + 1;
	if (next > steps->last || (said->step > 0 && said->how != SENT) || today.day < due.day + steps->days[next])
		return 0;
	bool soon = said->how == SENT && today.day < said->sent.day + steps->days[next] - steps->days[said->step];
	return soon ? 0 : next;
}

/* What every letter needs. */
static bool
has_account(struct store *store, struct refusal *why)
{
	char *payee = setting_get(store, "payee"), *iban = setting_get(store, "iban");
	bool good = payee ? iban || refuse(why, "a request needs the account to pay to; set it: balint-group set iban=IBAN")
	                  : refuse(why, "a request needs the holder of the account; set it: balint-group set payee=NAME");
	free(payee);
	free(iban);
	return good;
}

/* A group for which there can be no letter is left out; the others are no worse off. */
static bool
has_reference(struct store *store, const struct group *group, request_warner *warn, void *context)
{
	char reference[REFERENCE_TEXT], day[DATE_TEXT];
	struct refusal reason;
	if (!group->others || payer_reference(store, group->edition, group->payer, month_of(group->due), reference, &reason))
		return true;
	char *what = memory_format(translated("what is due on %s is not asked for: %s"), date_write(group->due, day), reason.text);
	warn(context, what);
	free(what);
	return false;
}

/* Without steps it is the first request. */
static void
ask(struct store *store, const struct groups *open, const struct steps *steps, request_warner *warn, void *context)
{
	struct date today = clock_today();
	for (size_t i = 0; i < open->count; i++) {
		const struct group *group = &open->groups[i];
		struct said said = find_said(store, group);
		int step = steps ? next_step(&said, steps, group->due, today) : 0;
		bool wanted = steps ? step > 0 : said.how == NOTHING;
		if (wanted && has_reference(store, group, warn, context))
			outbox_queue_payment(store, steps ? "overdue" : "request", group->payer, group->instalment, step);
	}
}

static bool
ask_all(struct store *store, const struct due_choice *choice, const struct steps *steps, request_warner *warn, void *context, struct refusal *why)
{
	struct groups open = find_open(store, choice);
	bool good = open.count == 0 || has_account(store, why);
	if (good)
		ask(store, &open, steps, warn, context);
	free(open.groups);
	return good;
}

bool
request_queue(struct store *store, const struct due_choice *choice, request_warner *warn, void *context, struct refusal *why)
{
	return ask_all(store, choice, NULL, warn, context, why);
}

bool
request_dun(struct store *store, const struct due_choice *choice, request_warner *warn, void *context, struct refusal *why)
{
	struct steps steps = { 0 };
	steps.last = setting_days(store, "dunning", steps.days + 1);
	return ask_all(store, choice, &steps, warn, context, why);
}
