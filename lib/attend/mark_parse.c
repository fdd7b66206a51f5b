/* Marks as they are typed, and their minutes. */
#include <balint/mark.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Minutes before and after a session at which one can come and go; 9:07 for 21:07 is a slip. */
enum { MARK_MARGIN = 60 };

/* The word that may have been meant is named. */
static bool
refuse_word(const char *word, struct refusal *why)
{
	static const char *const words[] = { "present", "absent", "excused", "room", "online", NULL };
	const char *closest = text_closest(word, words);
	if (closest)
		return refuse(why, "'%s' is none of present, absent, excused, room, online, HH:MM, HH:MM-HH:MM; did you mean '%s'?", word, closest);
	return refuse(why, "'%s' is none of present, absent, excused, room, online, HH:MM, HH:MM-HH:MM", word);
}

/* A time that is well written, but of no day. */
static bool
is_past_midnight(const char *time)
{
	return strspn(time, "0123456789") == 2 && time[2] == ':' && strspn(time + 3, "0123456789") == 2 && !time[5] && time[3] < '6'
	    && strcmp(time, "24:00") > 0;
}

/* `21:07` is an arrival, `21:00-21:40` arrival and departure. */
static bool
read_spell(const char *word, const struct session *session, struct mark *mark, struct refusal *why)
{
	char arrived[16], start[TIME_TEXT], finish[TIME_TEXT];
	const char *dash = strchr(word, '-');
	size_t length = dash ? (size_t)(dash - word) : strlen(word);
	struct spell spell = { .left = session->finish };
	if (mark->count == MARK_SPELLS)
		return refuse(why, "more than %d spells", MARK_SPELLS);
	snprintf(arrived, sizeof arrived, "%.*s", (int)length, word);
	bool late = session->finish.minute + MARK_MARGIN > 24 * 60;
	if (late && (is_past_midnight(arrived) || (dash && is_past_midnight(dash + 1))))
		return refuse(why, "'%s' is past midnight; 24:00 is the latest", word);
	if (!time_parse(arrived, &spell.arrived, why) || (dash && !time_parse(dash + 1, &spell.left, why)))
		return refuse_word(word, why);
	if (dash && spell.arrived.minute >= spell.left.minute)
		return refuse(why, "'%s' ends before it begins", word);
	if (spell.arrived.minute >= session->finish.minute || spell.left.minute <= session->start.minute
	    || spell.arrived.minute < session->start.minute - MARK_MARGIN || spell.left.minute > session->finish.minute + MARK_MARGIN)
		return refuse(why, "'%s' lies outside the session, which is from %s to %s", word, time_write(session->start, start),
		    time_write(session->finish, finish));
	mark->spells[mark->count++] = spell;
	return true;
}

static bool
read_word(const char *word, const struct session *session, struct mark *mark, struct refusal *why)
{
	static const char *const statuses[] = { "present", "absent", "excused" };
	for (size_t i = 0; i < 3; i++)
		if (strcmp(word, statuses[i]) == 0) {
			if (mark->status && strcmp(mark->status, statuses[i]) != 0)
				return refuse(why, "both %s and %s", mark->status, statuses[i]);
			mark->status = statuses[i];
			return true;
		}
	if (strcmp(word, "online") == 0 || strcmp(word, "room") == 0) {
		const char *mode = *word == 'o' ? "online" : "room";
		if (mark->mode && strcmp(mark->mode, mode) != 0)
			return refuse(why, "both room and online");
		mark->mode = mode;
		return true;
	}
	return read_spell(word, session, mark, why);
}

static int
by_arrival(const void *a, const void *b)
{
	return ((const struct spell *)a)->arrived.minute - ((const struct spell *)b)->arrived.minute;
}

/* Overlapping and touching spells count once. */
static void
merge_spells(struct mark *mark)
{
	int kept = 0;
	if (mark->count == 0)
		return;
	qsort(mark->spells, (size_t)mark->count, sizeof mark->spells[0], by_arrival);
	for (int i = 1; i < mark->count; i++) {
		struct spell *last = &mark->spells[kept], *next = &mark->spells[i];
		if (next->arrived.minute > last->left.minute)
			mark->spells[++kept] = *next;
		else if (next->left.minute > last->left.minute)
			last->left = next->left;
	}
	mark->count = kept + 1;
}

bool
mark_parse(const char *text, const struct session *session, struct mark *mark, struct refusal *why)
{
	*mark = (struct mark){ 0 };
	for (const char *rest = text;; rest++) {
		char word[32];
		size_t length = strcspn(rest, ",");
		snprintf(word, sizeof word, "%.*s", (int)length, rest);
		if (length >= sizeof word || !read_word(word, session, mark, why))
			return length < sizeof word ? false : refuse(why, "'%.40s' is not a mark", text);
		rest += length;
		if (!*rest)
			break;
	}
	if (!mark->status)
		mark->status = "present";
	bool present = strcmp(mark->status, "present") == 0;
	if (!present && (mark->mode || mark->count))
		return refuse(why, "'%s': who is %s has neither times nor a place", text, mark->status);
	if (present && !mark->mode)
		mark->mode = "room";
	merge_spells(mark);
	return true;
}

char *
mark_write(const struct mark *mark, char text[MARK_TEXT])
{
	bool online = mark->mode && strcmp(mark->mode, "online") == 0;
	char arrived[TIME_TEXT], left[TIME_TEXT];
	int used = snprintf(text, MARK_TEXT, "%s", online ? "online" : mark->count ? "" : mark->status);
	for (int i = 0; i < mark->count; i++)
		used += snprintf(text + used, MARK_TEXT - (size_t)used, "%s%s-%s", used ? "," : "", time_write(mark->spells[i].arrived, arrived),
		    time_write(mark->spells[i].left, left));
	return text;
}

int
mark_minutes(const struct mark *mark, const struct session *session)
{
	if (strcmp(mark->status, "present") != 0)
		return 0;
	int minutes = mark->count ? 0 : session->finish.minute - session->start.minute;
	for (int i = 0; i < mark->count; i++) {
		const struct spell *spell = &mark->spells[i];
		int from = spell->arrived.minute > session->start.minute ? spell->arrived.minute : session->start.minute;
		int to = spell->left.minute < session->finish.minute ? spell->left.minute : session->finish.minute;
		minutes += to > from ? to - from : 0;
	}
	return minutes;
}
