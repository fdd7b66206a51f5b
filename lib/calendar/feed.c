#include <balint/event.h>
#include <balint/fatal.h>
#include <balint/feed.h>
#include <balint/ical_line.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The zone's rule since 1996 (Directive 2000/84/EC), reaching back to 1970; a lone RDATE form is misread by Outlook. */
static const char zone[] = "BEGIN:VTIMEZONE\r\n"
                           "TZID:Europe/Rome\r\n"
                           "BEGIN:DAYLIGHT\r\n"
                           "DTSTART:19700329T020000\r\n"
                           "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                           "TZOFFSETFROM:+0100\r\n"
                           "TZOFFSETTO:+0200\r\n"
                           "TZNAME:CEST\r\n"
                           "END:DAYLIGHT\r\n"
                           "BEGIN:STANDARD\r\n"
                           "DTSTART:19701025T030000\r\n"
                           "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                           "TZOFFSETFROM:+0200\r\n"
                           "TZOFFSETTO:+0100\r\n"
                           "TZNAME:CET\r\n"
                           "END:STANDARD\r\n"
                           "END:VTIMEZONE\r\n";

/* The address in a mailbox as a URI; what an address may have and a URI not stands as %XX (RFC 6068 2). */
static char *
mailto(const char *mailbox)
{
	if (!mailbox)
		return memory_text("invalid:nomail"); /* RFC 5545 asks for some URI */
	char *address = text_mailbox_address(mailbox), *uri = memory(sizeof "mailto:" + 3 * strlen(address)), *end = stpcpy(uri, "mailto:");
	for (const char *c = address; *c; c++)
		end += sprintf(end, strchr("#%&/=?^`{|}", *c) ? "%%%02X" : "%c", (unsigned char)*c);
	free(address);
	return uri;
}

struct feed
feed_open(struct store *store, struct sink *sink, const char *method, const char *name, const char *language, struct duration alarm)
{
	char *from = setting_get(store, "from"), *association = setting_get(store, "association");
	struct feed feed = { sink, strcmp(language, "en") == 0, alarm, association ? association : memory_text("balint"), mailto(from), NULL, NULL };
	free(from);
	sink_text(sink, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//balint//balint-calendar//EN\r\nCALSCALE:GREGORIAN\r\n");
	ical_write(sink, "METHOD:", method);
	if (name) { /* RFC 7986, and what older programs know */
		ical_write_text(sink, "NAME:", name);
		ical_write_text(sink, "X-WR-CALNAME:", name);
		sink_text(sink, "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n");
	}
	sink_text(sink, zone);
	return feed;
}

void
feed_invite(struct feed *feed, const char *name, const char *address)
{
	feed->attendee = memory_text(name);
	feed->invited = mailto(address);
}

void
feed_close(struct feed *feed)
{
	sink_text(feed->sink, "END:VCALENDAR\r\n");
	free(feed->organizer);
	free(feed->address);
	free(feed->attendee);
	free(feed->invited);
	*feed = (struct feed){ 0 };
}
