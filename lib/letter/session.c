/* What is said of a session, and of the move that somebody is asked to agree to. */
#include "parts.h"

#include <balint/date_words.h>
#include <balint/event.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/rota.h>
#include <balint/setting.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { TITLE, EDITION, YEAR, NUMBER, DATE, START, FINISH, PLANNED, CANCELLED, NOTE, OVERRIDE, VENUE, ONLINE, UNIQUE, SEQUENCE, CHANGED };

/* The session as it stands; its link is for those to whom it belongs, and not for who has left before its new date. */
static struct query
query_session(const struct draft *draft)
{
	return store_query(draft->store,
	    SQL("SELECT e.title, e.number, e.year,\n"
	        "       (SELECT count(*) FROM session AS o WHERE o.edition = s.edition AND o.date <= s.date),\n"
	        "       s.date, s.start, s.finish, s.planned_on, s.status = 'cancelled', s.note, s.override, coalesce(s.venue, e.venue),\n"
	        "       (SELECT coalesce(s.online, e.online)\n"
	        "          FROM membership AS m\n"
	        "         WHERE m.edition = e.id AND m.person = :person AND s.date BETWEEN m.first AND m.last AND s.status = 'scheduled'),\n"
	        "       s.uid, s.sequence, s.changed_at\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE s.id = :session"),
	    ARG("session", draft->notice->session), ARG("person", draft->notice->person));
}

/* Its texts live as long as the row. */
static struct event
load(const struct query *query)
{
	return (struct event){
		.title = query_text(query, TITLE),
		.edition = query_int(query, EDITION),
		.year = query_int(query, YEAR),
		.number = query_int(query, NUMBER),
		.date = query_date(query, DATE),
		.start = query_time(query, START),
		.finish = query_time(query, FINISH),
		.planned = query_date(query, PLANNED),
		.cancelled = query_int(query, CANCELLED) == 1,
		.note = query_text(query, NOTE),
		.venue = query_text(query, VENUE),
		.online = query_text(query, ONLINE),
		.uid = query_text(query, UNIQUE),
		.sequence = query_int(query, SEQUENCE),
		.changed = query_text(query, CHANGED),
	};
}

static void
add_time(struct tree *tree, const char *name, struct daytime time)
{
	char text[TIME_TEXT];
	tree_text(tree, name, time_write(time, text));
}

static void
add_date(const struct draft *draft, struct tree *tree, struct date date)
{
	char words[DATE_WORDS], iso[DATE_TEXT];
	tree_text(tree, "date", date_in_words(date, draft->language, words));
	tree_text(tree, "iso", date_write(date, iso));
}

/* A day beside that of the session, whose year it need not repeat. */
static struct tree *
add_other_day(const struct draft *draft, const char *name, struct date date, const struct event *event)
{
	char words[DATE_WORDS];
	bool same_year = date_civil(date).year == date_civil(event->date).year;
	struct tree *tree = tree_object(draft->root, name);
	add_date(draft, tree, date);
	tree_text(tree, "day", same_year ? day_in_words(date, draft->language, words) : date_in_words(date, draft->language, words));
	return tree;
}

static void
add_session(const struct draft *draft, const struct event *event)
{
	struct refusal why;
	struct tree *root = draft->root;
	tree_text(root, "title", event->title);
	tree_count(root, "number", event->edition);
	tree_count(root, "edition_year", event->year);
	tree_count(root, "session", event->number);
	add_date(draft, root, event->date);
	add_time(root, "start", event->start);
	add_time(root, "end", event->finish);
	tree_text(root, "venue", event->venue);
	tree_text(root, "online", event->online);
	tree_truth(root, "link", event->online && text_is_link(event->online, &why)); /* stores have some from before that was checked */
	if (date_given(event->planned) && event->planned.day != event->date.day)
		add_other_day(draft, "planned", event->planned, event);
}

/* The people named so far. */
struct presenters {
	struct tree *list, *last;
};

static void
add_presenter(void *context, const void *taken)
{
	struct presenters *presenters = context;
	const struct rota_row *row = taken;
	char *name = text_both(row->given, row->family);
	if (presenters->last)
		tree_truth(presenters->last, "more", true);
	presenters->last = tree_object(presenters->list, NULL);
	tree_text(presenters->last, "name", name);
	free(name);
}

/* Whose turn it is: by hand, or if the association wants that and this is a reminder, also by the rule. */
static void
add_presenters(const struct draft *draft)
{
	struct presenters presenters = { tree_list(draft->root, "presenters"), NULL };
	char *setting = setting_get(draft->store, "rota");
	bool proposed = strcmp(draft->notice->kind, "reminder") == 0 && strcmp(setting, "yes") == 0;
	free(setting);
	rota_named(draft->store, draft->notice->session, proposed, add_presenter, &presenters);
	tree_truth(draft->root, "presented", presenters.last != NULL);
}

/* Where the session was when the reader last heard of it; false if it is there still. */
static bool
add_from(const struct draft *draft, const struct event *event)
{
	const struct news *news = &draft->news;
	if (!date_given(news->date) || (news->date.day == event->date.day && news->start.minute == event->start.minute))
		return false;
	struct tree *from = add_other_day(draft, "from", news->date, event);
	add_time(from, "start", news->start);
	tree_truth(draft->root, "retimed", news->date.day == event->date.day);
	return true;
}

/* What happened to the session, and why. A reason that stands for holding it on a skipped date is not said twice. */
static void
add_news(const struct draft *draft, const struct event *event, const char *override)
{
	bool moved = add_from(draft, event), added = strcmp(draft->news.kind, "addition") == 0;
	const char *held = event->cancelled ? NULL : override;
	bool same = held && event->note && strcmp(held, event->note) == 0;
	tree_text(draft->root, "reason", (event->cancelled || moved || added) && !same ? event->note : NULL);
	tree_text(draft->root, "override", held);
}

static bool
is_before(struct date date, struct daytime time, struct date other, struct daytime other_time)
{
	return date.day != other.day ? date.day < other.day : time.minute < other_time.minute;
}

/* Where it would go, why, and until when an answer counts: until the session begins, here or there. */
static void
add_question(const struct draft *draft, const struct event *event)
{
	struct query query = store_query(draft->store,
	    SQL("SELECT to_date, to_start, reason\n"
	        "  FROM change\n"
	        " WHERE id = :change"),
	    ARG("change", draft->notice->change));
	query_next(&query);
	struct date date = query_date(&query, 0);
	struct daytime start = query_time(&query, 1), finish = { start.minute + event->finish.minute - event->start.minute };
	struct tree *to = add_other_day(draft, "to", date, event);
	add_time(to, "start", start);
	add_time(to, "end", finish);
	tree_truth(draft->root, "retimed", date.day == event->date.day);
	tree_text(draft->root, "reason", query_text(&query, 2));
	query_end(&query);
	bool earlier = is_before(date, start, event->date, event->start);
	struct tree *until = add_other_day(draft, "until", earlier ? date : event->date, event);
	add_time(until, "start", earlier ? start : event->start);
}

/* The session for the reader's own calendar: a reminder publishes it, news of it asks to take it over (RFC 5546 3.2). */
static void
add_calendar(const struct draft *draft, const struct event *event)
{
	struct mail *mail = draft->mail;
	struct sink sink;
	bool reminder = strcmp(draft->notice->kind, "reminder") == 0;
	mail->method = memory_text(reminder ? "PUBLISH" : event->cancelled ? "CANCEL" : "REQUEST");
	sink_init(&sink, -1);
	sink_hold(&sink);
	struct feed feed = feed_open(draft->store, &sink, mail->method, NULL, draft->language, (struct duration){ 0 });
	if (!reminder)
		feed_invite(&feed, mail->name, mail->address);
	event_write(&feed, event);
	feed_close(&feed);
	sink_char(&sink, '\0');
	mail->calendar = memory_text(sink.buffer);
	sink_release(&sink);
}

bool
session_part(struct draft *draft, struct refusal *why)
{
	struct query query = query_session(draft);
	if (!query_next(&query))
		return refuse(why, "the session of notice %lld is gone", (long long)draft->notice->id);
	const struct event event = load(&query);
	add_session(draft, &event);
	add_presenters(draft);
	if (draft->notice->change)
		add_question(draft, &event);
	else
		add_news(draft, &event, query_text(&query, OVERRIDE));
	if (draft->mail && !draft->notice->change)
		add_calendar(draft, &event);
	query_end(&query);
	return true;
}
