/*
 * Months as grids of weeks that begin on Monday, as many side by side as the width has room for. What
 * a day is can be read without colour: [17] session, (24) skipped, -31- cancelled, >20< today; today's
 * session is >17]. A legend says so below, of those that occur.
 */
#ifndef BALINT_MONTH_VIEW_H
#define BALINT_MONTH_VIEW_H

#include <balint/rows.h>

/* If a date is several things, the first of these is shown. */
enum day_kind { DAY_SCHEDULED, DAY_HELD, DAY_CANCELLED, DAY_SKIPPED };

struct marked_day {
	struct date date;
	enum day_kind kind;
};

struct month_view {
	struct marked_day *days; /* month_view_write sorts them */
	size_t count;
	struct month_range months;
	struct date today;
	unsigned width;
	bool colour;
	const char *language;
};

void month_view_write(const struct month_view *view, struct sink *sink);

#endif
