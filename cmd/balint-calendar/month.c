/* The months of an edition as grids, and below them what is on their days. */
#include "listing.h"

#include <balint/clock.h>
#include <balint/month_view.h>

#include <stdlib.h>
#include <string.h>

enum { WIDTH_ELSEWHERE = 80 };

static bool
is_limited(const struct session_filter *filter)
{
	return date_given(filter->from) || date_given(filter->until) || filter->year;
}

/* The days of the months that are meant; without a word about them from this month on. */
static enum status
choose_days(struct command *command, struct session_filter *filter, struct month_range *months)
{
	if (command->count == 0) {
		if (!is_limited(filter) && !filter->status)
			filter->from = month_first_day(month_of(clock_today()));
		return DONE;
	}
	if (is_limited(filter))
		return command_misused(command, "MONTH says which days are meant: --from, --until and --year have no meaning beside it");
	if (!month_parse(command->operands[0], &months->first, &command->why)) {
		refuse_within(&command->why, "MONTH");
		return MISUSED;
	}
	months->last = months->first;
	filter->from = month_first_day(months->first);
	filter->until = month_last_day(months->first);
	return DONE;
}

static void
mark_day(void *context, const void *taken)
{
	static const char *const statuses[] = { "scheduled", "held", "cancelled", "skipped" };
	struct month_view *view = context;
	const struct session_row *row = taken;
	for (size_t i = 0; row->status && i < sizeof statuses / sizeof statuses[0]; i++)
		if (strcmp(row->status, statuses[i]) == 0) {
			if ((view->count & (view->count - 1)) == 0)
				view->days = memory_resized(view->days, (view->count ? 2 * view->count : 1) * sizeof *view->days);
			view->days[view->count++] = (struct marked_day){ row->date, (enum day_kind)i };
		}
}

/* From the first to the last month with something in it. */
static struct month_range
months_between(const struct month_view *view)
{
	struct month_range months = { month_of(view->days[0].date), month_of(view->days[0].date) };
	for (size_t i = 1; i < view->count; i++) {
		struct month month = month_of(view->days[i].date);
		if (month.month < months.first.month)
			months.first = month;
		if (month.month > months.last.month)
			months.last = month;
	}
	return months;
}

/* The rows go into a table here, whatever else they would go into. */
static void
list_below(struct command *command, const struct edition *edition, const struct session_filter *filter)
{
	struct row_style style = command->style;
	style.format = ROWS_TABLE;
	sink_char(command->out, '\n');
	command->rows = rows_new(command->out, &session_listing, &style, &command->why);
	session_list(command->store, edition, filter, rows_emit, command->rows);
}

enum status
list_months(struct command *command, const struct session_filter *asked)
{
	const struct row_style *style = &command->style;
	struct session_filter filter = *asked;
	struct month_view view = {
		.months = { MONTH_NONE, MONTH_NONE },
		.today = clock_today(),
		.width = style->width ? style->width : WIDTH_ELSEWHERE,
		.colour = style->colour,
		.language = style->language,
	};
	if (command_wants_rows(command))
		return command_not_rows(command, "--month shows months");
	enum status status = choose_days(command, &filter, &view.months);
	const struct edition *edition = status == DONE ? command_edition(command) : NULL;
	if (!edition)
		return status == DONE ? REFUSED : status;
	filter.skipped = !filter.status;
	filter.language = style->language;
	session_list(command->store, edition, &filter, mark_day, &view);
	if (view.count == 0 && command->count == 0 && !is_limited(asked)) {
		filter.from = asked->from;
		session_list(command->store, edition, &filter, mark_day, &view);
	}
	if (view.count && command->count == 0)
		view.months = months_between(&view);
	command_drop_rows(command);
	if (month_given(view.months.first))
		month_view_write(&view, command->out);
	if (view.count)
		list_below(command, edition, &filter);
	else
		warn_of_none(command, edition, &filter);
	free(view.days);
	return DONE;
}
