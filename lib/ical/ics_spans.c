#include "ics_telling.h"

#include <balint/fatal.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
telling_complain(struct telling *telling, enum ics_property property, const char *what)
{
	struct refusal why;
	struct ics_place place = telling->event->places[property].line ? telling->event->places[property] : telling->event->place;
	refuse(&why, "%s: %s", ics_property_names[property], translated(what));
	telling->reading->complain(telling->reading->context, place, why.text);
	telling->good = false;
	return false;
}

/* Of a list libical takes out the values that it could not read, and leaves a note that names the property. */
static bool
is_noted(const struct telling *telling, const char *name)
{
	icalproperty *note = icalcomponent_get_first_property(telling->component, ICAL_XLICERROR_PROPERTY);
	for (; note; note = icalcomponent_get_next_property(telling->component, ICAL_XLICERROR_PROPERTY)) {
		const char *text = icalproperty_get_xlicerror(note), *found = text ? strstr(text, name) : NULL;
		if (found && found[strlen(name)] == ' ')
			return true;
	}
	return false;
}

/* Whether libical has all that the event has: without memory it loses properties and zones in silence. */
static bool
check_properties(struct telling *telling)
{
	static const icalproperty_kind kinds[ICS_PROPERTIES] = { ICAL_DTSTART_PROPERTY, ICAL_DTEND_PROPERTY, ICAL_DURATION_PROPERTY,
		ICAL_RRULE_PROPERTY, ICAL_EXRULE_PROPERTY, ICAL_RDATE_PROPERTY, ICAL_EXDATE_PROPERTY, ICAL_RECURRENCEID_PROPERTY,
		ICAL_SUMMARY_PROPERTY, ICAL_STATUS_PROPERTY };
	for (int i = 0; i < ICS_PROPERTIES; i++) {
		icalproperty *property = icalcomponent_get_first_property(telling->component, kinds[i]);
		bool there = property && (!telling->event->zoned[i] || icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER));
		if (telling->event->places[i].line && (!there || is_noted(telling, ics_property_names[i])))
			telling_complain(telling, (enum ics_property)i, "the value cannot be read");
	}
	return telling->good;
}

static bool
read_start(struct telling *telling)
{
	struct refusal why;
	icalproperty *property = icalcomponent_get_first_property(telling->component, ICAL_DTSTART_PROPERTY);
	if (!property) /* or it was one that could not be read */
		return telling->good && telling_complain(telling, ICS_DTSTART, "there is none");
	telling->start = icalproperty_get_dtstart(property);
	return ics_time_check(property, &telling->start, &why) || telling_complain(telling, ICS_DTSTART, why.text);
}

static bool
read_end(struct telling *telling, icalproperty *property)
{
	struct refusal why;
	struct icaltimetype end = icalproperty_get_dtend(property);
	if (!ics_time_check(property, &end, &why))
		return telling_complain(telling, ICS_DTEND, why.text);
	if (end.is_date != telling->start.is_date)
		return telling_complain(telling, ICS_DTEND, "a date and a time of day do not go together; DTSTART has the other");
	telling->length = ics_time_moment(end) - ics_time_moment(telling->start);
	return telling->length >= 0 || telling_complain(telling, ICS_DTEND, "lies before DTSTART");
}

static bool
read_duration(struct telling *telling, icalproperty *property)
{
	struct icaldurationtype duration = icalproperty_get_duration(property);
	int64_t days = 7 * (int64_t)duration.weeks + duration.days;
	telling->length = days * ICS_DAY + (int64_t)duration.hours * 3600 + (int64_t)duration.minutes * 60 + duration.seconds;
	if (icaldurationtype_is_bad_duration(duration) || duration.is_neg || telling->length < 0)
		return telling_complain(telling, ICS_DURATION, "a duration is never negative");
	if (telling->start.is_date && telling->length % ICS_DAY != 0)
		return telling_complain(telling, ICS_DURATION, "an event of whole days lasts whole days");
	return true;
}

static bool
read_length(struct telling *telling)
{
	icalproperty *end = icalcomponent_get_first_property(telling->component, ICAL_DTEND_PROPERTY);
	icalproperty *duration = icalcomponent_get_first_property(telling->component, ICAL_DURATION_PROPERTY);
	if (end && duration)
		return telling_complain(telling, ICS_DURATION, "does not go with DTEND");
	if ((end && !read_end(telling, end)) || (duration && !read_duration(telling, duration)))
		return false;
	if (telling->start.is_date && telling->length == 0)
		telling->length = ICS_DAY; /* as is usual, if not the standard's: an end on the day of the start */
	return true;
}

bool
telling_add(struct telling *telling, struct icaltimetype time, bool repeated)
{
	struct ics_spans *spans = telling->spans;
	int64_t moment = ics_time_moment(time), last = moment + (telling->length > 0 ? telling->length - 1 : 0);
	if (repeated && telling_excludes(telling, time))
		return true;
	if (last >= ((int64_t)date_of(9999, 12, 31).day + 1) * ICS_DAY - (time.is_date ? 0 : 2 * 3600))
		return telling_complain(telling, ICS_DTSTART, "the event lasts beyond the year 9999");
	struct ics_span span = { ics_moment_day(moment, time.is_date), ics_moment_day(last, time.is_date) };
	if (repeated && !years_touch(telling->years, span.first, span.last))
		return true;
	if (date_civil(span.first).year < 1583)
		return telling_complain(telling, ICS_DTSTART, "years run from 1583 to 9999");
	spans->spans = memory_resized(spans->spans, (spans->count + 1) * sizeof *spans->spans);
	spans->spans[spans->count++] = span;
	return true;
}

static bool
read_times(struct telling *telling)
{
	icalproperty *rule = icalcomponent_get_first_property(telling->component, ICAL_RRULE_PROPERTY);
	const struct ics_place *places = telling->event->places;
	bool repeated = rule || places[ICS_RDATE].line || places[ICS_EXDATE].line;
	if (!read_start(telling) || !read_length(telling) || !telling_exclude(telling))
		return false;
	return (rule ? telling_follow(telling, rule) : telling_add(telling, telling->start, repeated)) && telling_more_dates(telling);
}

/* A label is one line. */
static bool
read_summary(struct telling *telling)
{
	struct refusal why;
	const char *summary = icalcomponent_get_summary(telling->component);
	if (!summary && telling->event->places[ICS_SUMMARY].line)
		return telling_complain(telling, ICS_SUMMARY, "the value cannot be read");
	if (!summary || !summary[strspn(summary, " \t\r\n")])
		return true;
	char *line = memory_text(summary);
	for (char *c = line; *c; c++)
		*c = strchr("\t\r\n", *c) ? ' ' : *c;
	telling->spans->summary = text_accept(line, &why);
	free(line);
	return telling->spans->summary || telling_complain(telling, ICS_SUMMARY, why.text);
}

static bool
tell(struct telling *telling)
{
	static const char changed[] = N_("one changed time of a repeated event is not taken; write EXDATE there and an event of its own");
	if (!telling->component)
		return telling_complain(telling, ICS_DTSTART, "the event cannot be read");
	if (telling->event->places[ICS_RECURRENCE_ID].line)
		return telling_complain(telling, ICS_RECURRENCE_ID, changed);
	if (icalcomponent_get_status(telling->component) == ICAL_STATUS_CANCELLED)
		return true;
	if (telling->event->places[ICS_EXRULE].line)
		return telling_complain(telling, ICS_EXRULE, "is not taken; write the days left out as EXDATE");
	bool summary = check_properties(telling) && read_summary(telling);
	return read_times(telling) && summary;
}

static int
compare_spans(const void *a, const void *b)
{
	const struct ics_span *one = a, *other = b;
	int order = (one->first.day > other->first.day) - (one->first.day < other->first.day);
	return order ? order : (one->last.day > other->last.day) - (one->last.day < other->last.day);
}

/* By date, and each of them once. */
static void
sort_spans(struct ics_spans *spans)
{
	size_t kept = 0;
	if (spans->count > 1)
		qsort(spans->spans, spans->count, sizeof *spans->spans, compare_spans);
	for (size_t i = 0; i < spans->count; i++)
		if (kept == 0 || compare_spans(&spans->spans[kept - 1], &spans->spans[i]) != 0)
			spans->spans[kept++] = spans->spans[i];
	spans->count = kept;
}

/* libical says things on standard error by itself, through stdio; our own messages do not go that way. */
static FILE *
silence_begin(void)
{
	FILE *saved = stderr, *nowhere = fopen("/dev/null", "we");
	if (nowhere)
		stderr = nowhere;
	return saved;
}

static void
silence_end(FILE *saved)
{
	if (stderr != saved)
		fclose(stderr);
	stderr = saved;
}

bool
ics_spans_read(const struct ics_event *event, const struct years *years, const struct ics_reading *reading, struct ics_spans *spans)
{
	struct telling telling = { .event = event, .years = years, .reading = reading, .spans = spans, .good = true };
	*spans = (struct ics_spans){ 0 };
	FILE *saved = silence_begin();
	icalerror_set_errors_are_fatal(0);
	telling.component = icalparser_parse_string(event->text);
	bool good = tell(&telling);
	sort_spans(spans);
	if (telling.component)
		icalcomponent_free(telling.component);
	free(telling.excluded);
	silence_end(saved);
	return good;
}

void
ics_spans_release(struct ics_spans *spans)
{
	free(spans->summary);
	free(spans->spans);
}
