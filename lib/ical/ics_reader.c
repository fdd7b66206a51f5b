#include <balint/ics_reader.h>

#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/translation.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NESTED_MOST = 16, NAME_MOST = 32, WHAT_MOST = 192 };

const char *const ics_property_names[ICS_PROPERTIES] = { "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE",
	"RECURRENCE-ID", "SUMMARY", "STATUS" };

struct component {
	char name[NAME_MOST];
	struct ics_place place;
};

struct reader {
	const struct ics_reading *reading;
	struct component open[NESTED_MOST]; /* outermost first */
	size_t depth;
	struct ics_event event;
	struct sink text;
	bool bad;  /* the event has a fault and is left out */
	bool stop; /* what follows cannot be read */
	struct ics_lines lines;
};

static void __attribute__((format(printf, 3, 4)))
complain(struct reader *reader, struct ics_place place, const char *format, ...)
{
	char what[WHAT_MOST];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(what, sizeof what, translated(format), arguments);
	va_end(arguments);
	reader->bad = true;
	reader->reading->complain(reader->reading->context, place, what);
}

static bool
is_event(const struct reader *reader)
{
	return reader->depth == 2 && strcmp(reader->open[1].name, "VEVENT") == 0;
}

static void
event_begin(struct reader *reader)
{
	reader->event = (struct ics_event){ .place = reader->open[1].place };
	reader->bad = false;
	reader->text.used = 0;
	sink_text(&reader->text, "BEGIN:VEVENT\r\n");
}

static void
event_end(struct reader *reader)
{
	sink_text(&reader->text, "END:VEVENT\r\n");
	sink_char(&reader->text, '\0');
	reader->event.text = reader->text.buffer;
	if (!reader->bad)
		reader->reading->take(reader->reading->context, &reader->event);
}

/* Gives up the components within the first `depth` ones: nothing ends them. */
static void
close_down(struct reader *reader, size_t depth)
{
	while (reader->depth > depth) {
		const struct component *inner = &reader->open[--reader->depth];
		complain(reader, inner->place, "BEGIN:%s has no END:%s", inner->name, inner->name);
	}
}

static void
component_begin(struct reader *reader, const char *name)
{
	if (reader->depth == 0 && strcmp(name, "VCALENDAR") != 0)
		complain(reader, reader->lines.start, "BEGIN:%s stands outside a VCALENDAR", name);
	if (strcmp(name, "VEVENT") == 0 && reader->depth > 1)
		close_down(reader, 1);
	struct component *component = &reader->open[reader->depth];
	snprintf(component->name, NAME_MOST, "%s", name);
	component->place = reader->lines.start;
	reader->depth++;
	if (is_event(reader))
		event_begin(reader);
	if (reader->depth == NESTED_MOST) {
		complain(reader, reader->lines.start, "components are nested deeper than %d", NESTED_MOST - 1);
		reader->stop = true;
	}
}

static void
component_end(struct reader *reader, const char *name)
{
	size_t depth = reader->depth;
	while (depth > 0 && strcmp(reader->open[depth - 1].name, name) != 0)
		depth--;
	if (depth == 0) {
		complain(reader, reader->lines.start, "END:%s has no BEGIN:%s", name, name);
		return;
	}
	close_down(reader, depth);
	if (is_event(reader))
		event_end(reader);
	reader->depth--;
}

/* The value of BEGIN or END as a name, in the caller's buffer, which it returns. */
static const char *
read_name(const char *value, char name[NAME_MOST])
{
	size_t length = 0;
	for (; length < NAME_MOST - 1 && value[length] && value[length] != ' '; length++)
		name[length] = value[length] >= 'a' && value[length] <= 'z' ? (char)(value[length] - 'a' + 'A') : value[length];
	name[length] = '\0';
	return name;
}

/* Programs write properties that they have nothing to say in; libical takes them for faults. */
static bool
is_blank(const struct ics_lines *lines)
{
	const char *value = lines->text + lines->value_at;
	return !value[strspn(value, " \t")];
}

/* One of the properties that matter. */
static void
property_keep(struct reader *reader, enum ics_property property)
{
	const struct ics_lines *lines = &reader->lines;
	if ((property == ICS_SUMMARY || property == ICS_STATUS) && is_blank(lines))
		return;
	if (lines->cut)
		complain(reader, lines->start, "%s is longer than %d bytes", ics_property_names[property], ICS_LINE_MOST);
	else if (reader->text.used + lines->length > ICS_EVENT_MOST)
		complain(reader, lines->start, "the event is longer than %d bytes", ICS_EVENT_MOST);
	else if (reader->event.places[property].line && property != ICS_RDATE && property != ICS_EXDATE)
		complain(reader, lines->start, "%s stands twice in one event", ics_property_names[property]);
	if (reader->bad)
		return;
	const char *zone = strcasestr(lines->text, ";TZID=");
	bool first = reader->event.places[property].line == 0, zoned = zone && zone < lines->text + lines->value_at;
	reader->event.zoned[property] = zoned && (first || reader->event.zoned[property]);
	reader->event.places[property] = lines->value;
	sink_bytes(&reader->text, lines->text, lines->length);
	sink_text(&reader->text, "\r\n");
}

static void
property_read(struct reader *reader, size_t length)
{
	if (reader->depth == 0)
		complain(reader, reader->lines.start, "a property outside a VCALENDAR");
	for (size_t i = 0; i < ICS_PROPERTIES && is_event(reader); i++)
		if (strlen(ics_property_names[i]) == length && strncasecmp(reader->lines.text, ics_property_names[i], length) == 0)
			property_keep(reader, (enum ics_property)i);
}

/* The length of the name that the line begins with; 0 if it is no content line. */
static size_t
name_length(const struct ics_lines *lines)
{
	size_t length = strspn(lines->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
	return lines->value.line && lines->text[length] && strchr(";:", lines->text[length]) ? length : 0;
}

static void
line_read(struct reader *reader)
{
	const struct ics_lines *lines = &reader->lines;
	char name[NAME_MOST];
	size_t length = name_length(lines);
	if (lines->fault[0])
		complain(reader, lines->fault_place, "%s", lines->fault);
	else if (length == 0)
		complain(reader, lines->start, "not a line of iCalendar: NAME:VALUE is wanted");
	else if (length == 5 && strncasecmp(lines->text, "BEGIN:", 6) == 0)
		component_begin(reader, read_name(lines->text + 6, name));
	else if (length == 3 && strncasecmp(lines->text, "END:", 4) == 0)
		component_end(reader, read_name(lines->text + 4, name));
	else
		property_read(reader, length);
}

/* Whatever does not begin so is another kind of file, whose lines would all be faults. */
static bool
is_calendar(struct reader *reader)
{
	char name[NAME_MOST] = "";
	bool any = ics_lines_next(&reader->lines);
	struct ics_place place = any ? reader->lines.start : (struct ics_place){ 1, 1 };
	if (any && strncasecmp(reader->lines.text, "BEGIN:", 6) == 0)
		read_name(reader->lines.text + 6, name);
	if (strcmp(name, "VCALENDAR") == 0)
		return true;
	if (!reader->lines.error)
		complain(reader, place, any ? "not an iCalendar file: it does not begin with BEGIN:VCALENDAR" : "the file is empty");
	return false;
}

bool
ics_read(const char *path, const struct ics_reading *reading, struct refusal *why)
{
	struct reader *reader = memory(sizeof *reader);
	reader->reading = reading;
	reader->depth = 0;
	reader->bad = reader->stop = false;
	sink_init(&reader->text, -1);
	sink_hold(&reader->text);
	bool opened = ics_lines_open(&reader->lines, path, why);
	if (opened && is_calendar(reader)) {
		do
			line_read(reader);
		while (!reader->stop && ics_lines_next(&reader->lines));
		if (!reader->lines.error && !reader->stop)
			close_down(reader, 0);
	}
	bool read = opened && ics_lines_read(&reader->lines, why);
	ics_lines_close(&reader->lines);
	sink_release(&reader->text);
	free(reader);
	return read;
}
