/*
 * The events of an iCalendar file, one at a time: of each VEVENT the properties that say when it is and
 * what it is called, with the places where they stand. Every fault is named; reading goes on after it.
 */
#ifndef ICS_READER_H
#define ICS_READER_H

#include <balint/ics_lines.h>

enum { ICS_EVENT_MOST = 4 * ICS_LINE_MOST };

enum ics_property {
	ICS_DTSTART, ICS_DTEND, ICS_DURATION, ICS_RRULE, ICS_EXRULE, ICS_RDATE, ICS_EXDATE, ICS_RECURRENCE_ID, ICS_SUMMARY, ICS_STATUS,
	ICS_PROPERTIES,
};
extern const char *const ics_property_names[ICS_PROPERTIES];

struct ics_event {
	const char *text;       /* from BEGIN:VEVENT to END:VEVENT, unfolded, with those properties only; lives until the next event */
	struct ics_place place; /* of BEGIN:VEVENT */
	struct ics_place places[ICS_PROPERTIES]; /* of the value of the last such property; line 0: there is none */
	bool zoned[ICS_PROPERTIES];              /* all such properties have a TZID */
};

typedef void ics_taker(void *context, const struct ics_event *event);

/* Takes one fault: where it is and what is wrong. */
typedef void ics_complaint(void *context, struct ics_place place, const char *what);

struct ics_reading {
	ics_taker *take;
	ics_complaint *complain;
	void *context;
};

/* Reads the whole file (`-` is standard input). False with a reason only if it cannot be opened or read. */
bool ics_read(const char *path, const struct ics_reading *reading, struct refusal *why);

#endif
