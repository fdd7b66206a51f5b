/*
 * The calendar as iCalendar: RFC 5545, with an organizer, one VEVENT a session in the order of dates, one at
 * a time in constant memory (RULES 3). The link of a meeting goes only into a member's own calendar. What is
 * published has no attendee; what is sent to somebody as a change has that one (RFC 5546 3.2).
 */
#ifndef BALINT_FEED_H
#define BALINT_FEED_H

#include <balint/duration.h>
#include <balint/edition.h>
#include <balint/person.h>
#include <balint/sink.h>

/* A calendar that is being written: feed_open, event_write for each session, feed_close. */
struct feed {
	struct sink *sink;
	bool english;
	struct duration alarm;
	char *organizer, *address; /* the association's name; its address as a URI */
	char *attendee, *invited;  /* the name of the one who is told; their address as a URI; NULL: nobody */
};

/*
 * Writes what stands before the events, with METHOD (RFC 5546: PUBLISH, REQUEST, CANCEL) and the zone. A calendar with
 * a name is one to subscribe to; NULL has none. `language` is "it" or "en"; an alarm of 0 is none.
 */
struct feed feed_open(struct store *store, struct sink *sink, const char *method, const char *name, const char *language, struct duration alarm);
void feed_close(struct feed *feed);

/* The events that follow are told to that person, who need not answer: each has them as its ATTENDEE. */
void feed_invite(struct feed *feed, const char *name, const char *address);

/* Which sessions are published. */
struct feed_choice {
	const struct edition *edition; /* NULL: all open ones */
	const struct person *person;   /* whose own calendar it is, from their first day to their last; NULL: everybody's */
	int year;                      /* 0: all years */
	struct duration alarm;
	int64_t *only; /* ids of sessions, which are sorted: nothing but these, as changes and not to subscribe to; NULL: all */
	size_t only_count;
};

/* The person of that handle if they are or were a member of the edition, or of an open one; refused otherwise. */
bool feed_person(struct store *store, const struct edition *edition, const char *handle, struct person *person, struct refusal *why);

/* Publishes them, in the language of the person or else of the association. False if there is no session among them. */
bool feed_publish(struct store *store, const struct feed_choice *choice, struct sink *sink);

#endif
