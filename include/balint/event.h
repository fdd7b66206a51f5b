/*
 * One session as an event of a calendar (RFC 5545 3.6.1). The same facts give the same bytes, whatever
 * today is; a cancelled session stays an event and says so (RULES 3.1).
 */
#ifndef BALINT_EVENT_H
#define BALINT_EVENT_H

#include <balint/feed.h>

/* What is known of the session; texts need live only for the call, and those that are not there are NULL. */
struct event {
	const char *uid, *changed; /* when its row was last changed: 2021-02-17T20:00:00Z */
	int64_t sequence, number;
	struct date date, planned; /* planned: another day if it was moved, DATE_NONE of a make-up session */
	struct daytime start, finish;
	bool cancelled;
	const char *note; /* the reason; written if it was moved or cancelled */
	const char *title;
	int64_t edition, year; /* with the title the edition's name */
	const char *venue;
	const char *online; /* NULL but in a member's own calendar; left out of a cancelled session */
};

/* Writes it as a VEVENT of the open feed; with its VALARM if the feed has one and the session is not cancelled. */
void event_write(const struct feed *feed, const struct event *event);

#endif
