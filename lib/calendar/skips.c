#include <balint/fatal.h>
#include <balint/holiday.h>
#include <balint/query.h>
#include <balint/suspension.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>

struct skips {
	struct suspension *spans;
	size_t count;
};

static bool
is_break(const struct suspension *span)
{
	return *span->kind == 'b';
}

struct skips *
skips_load(struct store *store, int64_t edition)
{
	struct skips *skips = memory(sizeof *skips);
	*skips = (struct skips){ 0 };
	if (!store)
		return skips;
	struct query query = store_query(store,
	    SQL("SELECT kind, first_on, last_on, label, edition IS NULL\n"
	        "  FROM suspension\n"
	        " WHERE edition IS NULL OR edition = :edition\n"
	        " ORDER BY first_on, last_on DESC, id"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		skips->spans = memory_resized(skips->spans, (skips->count + 1) * sizeof *skips->spans);
		skips->spans[skips->count++] = (struct suspension){
			.kind = query_is(&query, 0, "break") ? "break" : "closure",
			.first = query_date(&query, 1),
			.last = query_date(&query, 2),
			.label = memory_text(query_text(&query, 3)),
			.all = query_int(&query, 4) == 1,
		};
	}
	return skips;
}

void
skips_free(struct skips *skips)
{
	if (!skips)
		return;
	for (size_t i = 0; i < skips->count; i++)
		free((void *)(uintptr_t)skips->spans[i].label);
	free(skips->spans);
	free(skips);
}

static const struct suspension *
span_over(const struct skips *skips, struct date date)
{
	for (size_t i = 0; i < skips->count; i++)
		if (skips->spans[i].first.day <= date.day && date.day <= skips->spans[i].last.day)
			return &skips->spans[i];
	return NULL;
}

bool
skips_date(const struct skips *skips, struct date date, char reason[SKIP_TEXT])
{
	char holiday[HOLIDAY_TEXT];
	const struct suspension *span = span_over(skips, date);
	bool is_holiday = holiday_name(date, holiday);
	snprintf(reason, SKIP_TEXT, "%s", is_holiday ? holiday : span ? span->label : "");
	return is_holiday || span;
}

const struct suspension *
skips_break(const struct skips *skips, struct date date)
{
	for (size_t i = 0; i < skips->count; i++)
		if (is_break(&skips->spans[i]) && skips->spans[i].first.day <= date.day && date.day <= skips->spans[i].last.day)
			return &skips->spans[i];
	return NULL;
}

bool
skips_explain(const struct skips *skips, struct date date, char reason[SKIP_TEXT])
{
	char holiday[HOLIDAY_TEXT], first[DATE_TEXT], last[DATE_TEXT];
	const struct suspension *span = span_over(skips, date);
	*reason = '\0';
	if (holiday_explain(date, holiday))
		snprintf(reason, SKIP_TEXT, "%s", holiday);
	else if (span && is_break(span))
		snprintf(reason, SKIP_TEXT, translated("%s (break from %s to %s)"), span->label, date_write(span->first, first), date_write(span->last, last));
	else if (span)
		snprintf(reason, SKIP_TEXT, translated("%s (closure)"), span->label);
	return *reason != '\0';
}

const char *
skips_cure(const struct skips *skips, struct date date, char cure[SKIP_CURE])
{
	char first[DATE_TEXT], last[DATE_TEXT], holiday[HOLIDAY_TEXT];
	const struct suspension *span = span_over(skips, date);
	if (!span || holiday_name(date, holiday))
		snprintf(cure, SKIP_CURE, "balint-calendar why %s", date_write(date, first));
	else if (is_break(span))
		snprintf(cure, SKIP_CURE, "balint-calendar break remove %s..%s%s", date_write(span->first, first), date_write(span->last, last),
		    span->all ? " --all-editions" : "");
	else
		snprintf(cure, SKIP_CURE, "balint-calendar closure remove %s%s", date_write(date, first), span->all ? " --all-editions" : "");
	return cure;
}
