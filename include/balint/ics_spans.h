/*
 * The days that an event covers, as libical reads its properties (RFC 5545 3.6.1): one span of days, or for
 * an event that repeats one for each time in the years asked for.
 */
#ifndef ICS_SPANS_H
#define ICS_SPANS_H

#include <balint/ics_reader.h>

#include <balint/date.h>
#include <balint/years.h>

enum { ICS_REPEATS_MOST = 100000 };

struct ics_span {
	struct date first, last; /* both belong to it */
};

struct ics_spans {
	char *summary; /* as the store keeps texts, or NULL */
	struct ics_span *spans;
	size_t count; /* none: the event is cancelled, or does not come in those years */
};

/* Fills in the spans, by date and each once; release them in any case. False if faults were complained of. */
bool ics_spans_read(const struct ics_event *event, const struct years *years, const struct ics_reading *reading, struct ics_spans *spans);
void ics_spans_release(struct ics_spans *spans);

#endif
