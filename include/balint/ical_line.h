/*
 * Content lines of iCalendar, written straight into the sink: folded at 75 octets, never inside a
 * character or an escape, and ended by CR LF (RFC 5545 3.1). No text can break out of its line:
 * control characters, separators of lines and malformed bytes become spaces.
 *
 *	struct ical_line line = ical_begin(sink, "SUMMARY:");
 *	ical_put_text(&line, "Gruppo Balint ");
 *	ical_put_number(&line, 9);
 *	ical_end(&line);
 */
#ifndef BALINT_ICAL_LINE_H
#define BALINT_ICAL_LINE_H

#include <balint/date.h>
#include <balint/sink.h>

struct ical_line {
	struct sink *sink;
	size_t room; /* octets left before the fold */
};

/* Begins a line with what stands before its value. */
struct ical_line ical_begin(struct sink *sink, const char *beginning);

/* More of the line as it stands, a number, or a part of a value of type TEXT, which is escaped (RFC 5545 3.3.11). */
void ical_put(struct ical_line *line, const char *text);
void ical_put_number(struct ical_line *line, int64_t number);
void ical_put_text(struct ical_line *line, const char *text);

/* `;NAME=value`, quoted where it must be (RFC 5545 3.2) and escaped as RFC 6868 has it. */
void ical_put_parameter(struct ical_line *line, const char *name, const char *value);

void ical_end(struct ical_line *line);

/* Whole lines: `beginning` ends with the colon. */
void ical_write(struct sink *sink, const char *beginning, const char *value);
void ical_write_text(struct sink *sink, const char *beginning, const char *text);

/* A moment of the zone: `DTSTART;TZID=Europe/Rome:20210217T210000`; 24:00 is the next day's 00:00. */
void ical_write_local(struct sink *sink, const char *name, struct date date, struct daytime time);

/* A moment in UTC, "2021-02-17T20:00:00Z" as the store has it: `DTSTAMP:20210217T200000Z`. */
void ical_write_stamp(struct sink *sink, const char *beginning, const char *stamp);

#endif
