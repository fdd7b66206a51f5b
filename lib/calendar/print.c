#include <balint/clock.h>
#include <balint/member_list.h>
#include <balint/print.h>
#include <balint/query.h>
#include <balint/session.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

bool
print_year(struct store *store, const struct edition *edition, int *year, struct refusal *why)
{
	int found = (int)store_number(store,
	    SQL("SELECT CAST(substr(date, 1, 4) AS INTEGER)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND (:year = 0 OR CAST(substr(date, 1, 4) AS INTEGER) = :year)\n"
	        " ORDER BY substr(date, 1, 4) = substr(:today, 1, 4) DESC, date >= :today DESC, abs(julianday(date) - julianday(:today))\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("year", *year), ARG("today", clock_today()));
	if (!found && *year)
		return refuse(why, "edition %s has no session in %d; 'balint-calendar list -e %s' shows those that it has", edition->code, *year, edition->code);
	if (!found)
		return refuse(why, "edition %s has no sessions yet; make them with 'balint-calendar generate -e %s'", edition->code, edition->code);
	*year = found;
	return true;
}

struct print {
	struct store *store;
	const struct edition *edition;
	const struct skips *skips;
	const char *language;
	int year;
	struct tree *sessions, *suspensions, *conductors;
	int64_t count, cancelled;
	struct date first, last;
	/* What all sessions have in common: INT32_MIN at first, -1 where they differ. */
	int32_t weekday, every, start, end;
};

static void
agree(int32_t *common, int32_t value)
{
	*common = *common == INT32_MIN || *common == value ? value : -1;
}

/* What the store knows of a session beyond its row in the list. */
static void
add_details(struct print *print, const struct session_row *row, struct tree *session)
{
	static const char renewed[] = SESSION_RENEWED;
	char words[DATE_WORDS], skipped[SKIP_TEXT];
	struct query query = store_query(print->store,
	    SQL("SELECT planned_on, every, override, venue, note\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND date = :date"),
	    ARG("edition", print->edition->id), ARG("date", row->date));
	if (!query_next(&query))
		return;
	struct date planned = query_date(&query, 0);
	const char *venue = query_text(&query, 3), *standard = print->edition->venue;
	bool moved = date_given(planned) && planned.day != row->date.day;
	const char *note = query_text(&query, 4);
	bool renews = note && !moved && strcmp(row->status, "cancelled") != 0 && strncmp(note, renewed, strlen(renewed)) == 0;
	if (date_given(planned)) {
		agree(&print->weekday, date_weekday(planned));
		agree(&print->every, (int32_t)query_int(&query, 1));
	}
	if (date_given(planned) && !moved) {
		agree(&print->start, row->start.minute);
		agree(&print->end, row->end.minute);
	}
	tree_truth(session, "added", !date_given(planned));
	tree_truth(session, "moved", moved);
	if (moved)
		tree_text(session, "planned", date_civil(planned).year == print->year ? day_in_words(planned, print->language, words) : date_in_words(planned, print->language, words));
	tree_text(session, renews ? "renewed" : "reason", renews ? note + strlen(renewed) : note);
	tree_text(session, "override", query_text(&query, 2));
	tree_text(session, "holiday", query_text(&query, 2) && skips_date(print->skips, row->date, skipped) ? skipped : NULL);
	tree_text(session, "place", venue && (!standard || strcmp(venue, standard) != 0) ? venue : NULL);
	query_end(&query);
	static const char *const notes[] = { "added", "moved", "renewed", "reason", "override", "place" };
	bool special = false;
	for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++)
		special |= tree_is_true(tree_find(session, notes[i], strlen(notes[i])));
	tree_truth(session, "special", special);
}

static void
add_session(void *context, const void *taken)
{
	struct print *print = context;
	const struct session_row *row = taken;
	char words[DATE_WORDS], time[TIME_TEXT], iso[DATE_TEXT];
	bool skipped = row->number == COUNT_NONE, cancelled = strcmp(row->status, "cancelled") == 0;
	struct tree *session = tree_object(print->sessions, NULL);
	tree_text(session, "iso", date_write(row->date, iso));
	tree_text(session, "date", date_in_words(row->date, print->language, words));
	tree_text(session, "day", day_in_words(row->date, print->language, words));
	tree_truth(session, "skipped", skipped);
	tree_truth(session, "cancelled", cancelled);
	tree_truth(session, "held", strcmp(row->status, "held") == 0);
	if (skipped) {
		tree_text(session, "number", NULL);
		tree_text(session, "reason", row->note);
		return;
	}
	tree_count(session, "number", row->number);
	tree_text(session, "start", time_write(row->start, time));
	tree_text(session, "end", time_write(row->end, time));
	add_details(print, row, session);
	print->cancelled += cancelled;
	print->count += !cancelled;
	if (!cancelled) {
		print->first = date_given(print->first) ? print->first : row->date;
		print->last = row->date;
	}
}

/* The breaks and closures that reach into the year. */
static void
add_suspensions(struct print *print)
{
	char words[DATE_WORDS];
	struct query query = store_query(print->store,
	    SQL("SELECT first_on, last_on, label\n"
	        "  FROM suspension\n"
	        " WHERE (edition IS NULL OR edition = :edition)\n"
	        "   AND CAST(substr(first_on, 1, 4) AS INTEGER) <= :year AND CAST(substr(last_on, 1, 4) AS INTEGER) >= :year\n"
	        " ORDER BY first_on, last_on DESC, id"),
	    ARG("edition", print->edition->id), ARG("year", print->year));
	while (query_next(&query)) {
		struct tree *suspension = tree_object(print->suspensions, NULL);
		tree_text(suspension, "days", range_in_words((struct date_range){ query_date(&query, 0), query_date(&query, 1) }, print->language, words));
		tree_text(suspension, "label", query_text(&query, 2));
	}
}

static void
add_conductor(void *context, const void *taken)
{
	struct print *print = context;
	const struct member_row *row = taken;
	if (strcmp(row->status, "active") != 0 && strcmp(row->status, "completed") != 0)
		return;
	struct tree *last = print->conductors->last;
	if (last)
		tree_truth(last, "more", true);
	struct tree *conductor = tree_object(print->conductors, NULL);
	char *name = text_both(row->given, row->family);
	tree_text(conductor, "name", name);
	tree_truth(conductor, "second", strcmp(row->role, "co-conductor") == 0);
	free(name);
}

/* How the sessions follow each other, as far as all of them do so. */
static void
add_rule(const struct print *print, struct tree *root)
{
	char time[TIME_TEXT];
	struct tree *rule = tree_object(root, "rule");
	tree_truth(rule, "weekly", print->every == 1);
	tree_truth(rule, "fortnightly", print->every == 2);
	if (print->every > 2)
		tree_count(rule, "weeks", print->every);
	tree_truth(rule, "every", print->every > 0);
	if (print->weekday > 0)
		tree_text(rule, "weekday", date_weekday_long((struct date){ print->weekday + 3 }, print->language)); /* day 4 was a Monday */
	if (print->start >= 0 && print->end >= 0) {
		tree_text(rule, "start", time_write((struct daytime){ print->start }, time));
		tree_text(rule, "end", time_write((struct daytime){ print->end }, time));
	}
}

static void
add_edition(const struct print *print, struct tree *root)
{
	const struct edition *edition = print->edition;
	char words[DATE_WORDS], iso[DATE_TEXT];
	edition_head(print->store, edition, root);
	tree_count(root, "year", print->year);
	tree_text(root, "venue", edition->venue);
	tree_truth(root, "online", edition->online != NULL);
	tree_text(root, "as_of", date_in_full(clock_today(), print->language, words));
	tree_text(root, "as_of_iso", date_write(clock_today(), iso));
}

static void
add_counts(const struct print *print, struct tree *root)
{
	char words[DATE_WORDS];
	tree_count(root, "count", print->count);
	tree_truth(root, "single", print->count == 1);
	if (print->cancelled) {
		struct tree *cancelled = tree_object(root, "cancellations");
		tree_count(cancelled, "count", print->cancelled);
		tree_truth(cancelled, "single", print->cancelled == 1);
	}
	tree_text(root, "days", print->count ? range_in_words((struct date_range){ print->first, print->last }, print->language, words) : NULL);
	tree_truth(root, "conducted", tree_is_true(print->conductors));
	tree_truth(root, "suspended", tree_is_true(print->suspensions));
}

struct tree *
print_tree(struct store *store, const struct edition *edition, int year, const char *language)
{
	struct tree *root = tree_object(NULL, NULL);
	struct skips *skips = skips_load(store, edition->id);
	struct print print = { .store = store, .edition = edition, .skips = skips, .language = language, .year = year, .first = DATE_NONE, .last = DATE_NONE,
		.weekday = INT32_MIN, .every = INT32_MIN, .start = INT32_MIN, .end = INT32_MIN };
	add_edition(&print, root);
	print.conductors = tree_list(root, "conductors");
	member_list(store, edition, "conductor", NULL, add_conductor, &print);
	member_list(store, edition, "co-conductor", NULL, add_conductor, &print);
	print.sessions = tree_list(root, "sessions");
	session_list(store, edition, &(struct session_filter){ .from = DATE_NONE, .until = DATE_NONE, .year = year, .skipped = true }, add_session, &print);
	print.suspensions = tree_list(root, "suspensions");
	add_suspensions(&print);
	add_counts(&print, root);
	add_rule(&print, root);
	tree_pad(print.sessions, "number", 0, true);
	tree_pad(print.sessions, "day", 0, false);
	tree_pad(print.suspensions, "days", 0, false);
	skips_free(skips);
	return root;
}
