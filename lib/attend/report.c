#include <balint/report.h>

#include <string.h>

#define ROW struct report_row
#define COLUMNS(COUNT, EDITION) \
	TEXT_COLUMN(ROW, handle), COUNT_COLUMN(ROW, held), COUNT_COLUMN(ROW, present), COUNT_DETAIL(ROW, late), COUNT_COLUMN(ROW, absent), \
	    COUNT(ROW, excused), COUNT_COLUMN(ROW, unmarked), COUNT_DETAIL(ROW, minutes), COUNT_DETAIL(ROW, possible), PERCENT_COLUMN(ROW, percent), \
	    PERCENT_COLUMN(ROW, best), TEXT_COLUMN(ROW, verdict), EDITION(ROW, edition), PERCENT_DETAIL(ROW, of_edition)
static const struct column columns[] = { COLUMNS(COUNT_COLUMN, TEXT_DETAIL) }, editions_columns[] = { COLUMNS(COUNT_DETAIL, TEXT_COLUMN) };

static enum shade
shade(const void *row)
{
	const ROW *report = row;
	return report->verdict && strcmp(report->verdict, "fail") == 0 ? SHADE_RED : SHADE_NONE;
}

const struct listing report_listing = SHADED_LISTING(columns, shade), report_editions_listing = SHADED_LISTING(editions_columns, shade);

struct report {
	const struct rule *rule;
	row_taker *take;
	void *context;
};

static void
take_member(void *context, const void *taken)
{
	const struct report *report = context;
	const struct attendance_member *member = taken;
	const struct attendance *a = &member->attended;
	bool judged = strcmp(member->role, "participant") == 0;
	struct report_row row = { member->handle, a->held, a->present, a->late, a->absent, a->excused, a->unmarked, a->minutes, a->possible,
		attendance_percent(a->minutes, a->possible), attendance_best(a),
		judged ? rule_verdict(report->rule, a) : NULL, member->edition, attendance_percent(a->minutes, a->whole) };
	report->take(report->context, &row);
}

void
report_each(struct store *store, const struct attendance_choice *choice, const struct rule *rule, row_taker *take, void *context)
{
	struct report report = { rule, take, context };
	attendance_each(store, choice, take_member, &report);
}
