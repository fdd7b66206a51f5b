#include <balint/date_words.h>
#include <balint/month_view.h>
#include <balint/pen.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A day's two digits stand between two marks, and neighbours share one: seven days take 22 columns. */
enum { MONTH_WIDTH = 22, MONTH_GAP = 3, LEGEND_GAP = 3 };

/* How a day is shown: its marks, or blanks. */
struct sign {
	char open, close;
	enum shade shade;
};

static int
compare_days(const void *one, const void *other)
{
	const struct marked_day *a = one, *b = other;
	return a->date.day != b->date.day ? (a->date.day > b->date.day) - (a->date.day < b->date.day) : (int)a->kind - (int)b->kind;
}

/* The first mark on the date, in days that are sorted; or NULL. */
static const struct marked_day *
find_day(const struct month_view *view, struct date date)
{
	size_t low = 0, high = view->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (view->days[middle].date.day < date.day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < view->count && view->days[low].date.day == date.day ? &view->days[low] : NULL;
}

static struct sign
sign_of(const struct month_view *view, struct date date)
{
	static const struct sign signs[] = {
		[DAY_SCHEDULED] = { '[', ']', SHADE_BOLD },
		[DAY_HELD] = { '[', ']', SHADE_NONE },
		[DAY_CANCELLED] = { '-', '-', SHADE_RED },
		[DAY_SKIPPED] = { '(', ')', SHADE_DIM },
	};
	const struct marked_day *day = find_day(view, date);
	struct sign sign = day ? signs[day->kind] : (struct sign){ ' ', ' ', SHADE_NONE };
	if (date.day == view->today.day)
		sign = (struct sign){ '>', day ? sign.close : '<', SHADE_REVERSE };
	return sign;
}

/* The one mark between two days. */
static char
mark_between(struct sign left, struct sign right)
{
	if (right.open == ' ')
		return left.close;
	if (left.close == ' ' || left.close == '<' || right.open == '>')
		return right.open;
	return '|';
}

static void
put_digits(struct pen *pen, int day, enum shade shade)
{
	char digits[] = { day < 10 ? ' ' : (char)('0' + day / 10), (char)('0' + day % 10), '\0' };
	pen_text(pen, digits, shade);
}

static void
put_week(struct pen *pen, const struct month_view *view, struct month month, int week)
{
	const struct sign blank = { ' ', ' ', SHADE_NONE };
	struct sign before = blank;
	struct date first = month_first_day(month), last = month_last_day(month);
	struct date monday = date_plus_days(first, 7 * week + 1 - date_weekday(first));
	for (int i = 0; i < 7; i++) {
		struct date date = date_plus_days(monday, i);
		bool inside = first.day <= date.day && date.day <= last.day;
		struct sign sign = inside ? sign_of(view, date) : blank;
		pen_char(pen, mark_between(before, sign));
		if (inside)
			put_digits(pen, date.day - first.day + 1, sign.shade);
		else
			pen_text(pen, "  ", SHADE_NONE);
		before = sign;
	}
	pen_char(pen, before.close);
}

static void
put_name(struct pen *pen, const struct month_view *view, struct month month)
{
	char name[MONTH_WIDTH + 1];
	int length = snprintf(name, sizeof name, "%s %d", month_name(month, view->language), month_year(month));
	pen_to(pen, pen->column + (size_t)(MONTH_WIDTH - length) / 2);
	pen_text(pen, name, SHADE_BOLD);
}

static void
put_weekdays(struct pen *pen, const struct month_view *view, struct month month)
{
	struct date monday = date_plus_days(month_first_day(month), 1 - date_weekday(month_first_day(month)));
	for (int i = 0; i < 7; i++) {
		char head[4];
		snprintf(head, sizeof head, " %.2s", date_weekday_short(date_plus_days(monday, i), view->language));
		pen_text(pen, head, SHADE_NONE);
	}
}

static int
weeks_of(struct month month)
{
	struct date first = month_first_day(month);
	return (month_last_day(month).day - first.day + date_weekday(first) + 6) / 7;
}

/* Months side by side, line by line: names, days of the week, weeks. */
static void
put_months(struct pen *pen, const struct month_view *view, struct month first, int across)
{
	int weeks = 0;
	for (int i = 0; i < across; i++)
		weeks = weeks_of(month_plus(first, i)) > weeks ? weeks_of(month_plus(first, i)) : weeks;
	for (int line = -2; line < weeks; line++) {
		for (int i = 0; i < across; i++) {
			struct month month = month_plus(first, i);
			pen_to(pen, (size_t)i * (MONTH_WIDTH + MONTH_GAP));
			if (line == -2)
				put_name(pen, view, month);
			else if (line == -1)
				put_weekdays(pen, view, month);
			else
				put_week(pen, view, month, line);
		}
		pen_line(pen);
	}
}

static void
put_legend(struct pen *pen, const struct month_view *view, struct date date, enum date_word word)
{
	struct sign sign = sign_of(view, date);
	const char *text = date_word(word, view->language);
	size_t width = strlen("[17] ") + strlen(text);
	if (pen->column && pen->column + LEGEND_GAP + width > view->width)
		pen_line(pen);
	pen_to(pen, pen->column ? pen->column + LEGEND_GAP : 0);
	pen_char(pen, sign.open);
	put_digits(pen, date_civil(date).day, sign.shade);
	pen_char(pen, sign.close);
	pen_char(pen, ' ');
	pen_text(pen, text, SHADE_NONE);
}

/* The first day of such a kind explains it; today explains itself. */
static void
put_legends(struct pen *pen, const struct month_view *view)
{
	static const enum date_word words[] = { WORD_SESSION, WORD_SESSION, WORD_CANCELLED, WORD_SKIPPED };
	bool said[WORD_CANCELLED + 1] = { false };
	struct month now = month_of(view->today);
	bool current = view->months.first.month <= now.month && now.month <= view->months.last.month;
	if (view->count || current)
		pen_line(pen);
	for (size_t i = 0; i < view->count; i++) {
		enum date_word word = words[view->days[i].kind];
		bool hidden = view->days[i].date.day == view->today.day || find_day(view, view->days[i].date) != &view->days[i];
		if (!said[word] && !hidden)
			put_legend(pen, view, view->days[i].date, word);
		said[word] |= !hidden;
	}
	if (current)
		put_legend(pen, view, view->today, WORD_TODAY);
	if (pen->column)
		pen_line(pen);
}

void
month_view_write(const struct month_view *view, struct sink *sink)
{
	struct pen pen = { .sink = sink, .colour = view->colour };
	int most = (int)((view->width + MONTH_GAP) / (MONTH_WIDTH + MONTH_GAP));
	if (view->count)
		qsort(view->days, view->count, sizeof *view->days, compare_days);
	for (struct month month = view->months.first; month.month <= view->months.last.month;) {
		int left = view->months.last.month - month.month + 1, across = most < 1 ? 1 : most < left ? most : left;
		if (month.month > view->months.first.month)
			pen_line(&pen);
		put_months(&pen, view, month, across);
		month = month_plus(month, across);
	}
	put_legends(&pen, view);
}
