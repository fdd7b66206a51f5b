/*
 * The calendar as iCalendar: RFC 5545, published (RFC 5546 METHOD:PUBLISH) with an organizer and no
 * attendees, one VEVENT a session in the order of dates, one at a time in constant memory (RULES 3).
 */
#ifndef BALINT_FEED_H
#define BALINT_FEED_H

#include <balint/edition.h>
#include <balint/sink.h>

/* Writes the sessions of an edition, or of all open ones if `edition` is NULL; of one year if `year` is not 0. */
void feed_write(struct store *store, const struct edition *edition, int year, struct sink *sink);

#endif
