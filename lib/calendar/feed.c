#include <balint/event.h>
#include <balint/fatal.h>
#include <balint/feed.h>
#include <balint/ical_line.h>
#include <balint/query.h>
#include <balint/setting.h>

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

/* The address in `Name <address>` or a bare one, as a URI. */
static char *
mailto(const char *mailbox)
{
	const char *bracket = mailbox ? strchr(mailbox, '<') : NULL;
	const char *address = bracket ? bracket + 1 : mailbox;
	if (!mailbox)
		return memory_text("invalid:nomail"); /* RFC 5545 asks for some URI */
	return memory_format("mailto:%.*s", (int)strcspn(address, ">"), address);
}

struct feed
feed_open(struct store *store, struct sink *sink, const char *method, const char *name, const char *language, struct duration alarm)
{
	char *from = setting_get(store, "from"), *association = setting_get(store, "association");
	struct feed feed = { sink, strcmp(language, "en") == 0, alarm, association ? association : memory_text("balint"), mailto(from) };
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
feed_close(struct feed *feed)
{
	sink_text(feed->sink, "END:VCALENDAR\r\n");
	free(feed->organizer);
	free(feed->address);
	*feed = (struct feed){ 0 };
}
