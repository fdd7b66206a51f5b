#include <balint/fatal.h>
#include <balint/feed.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The zone's rule since 1996 (Directive 2000/84/EC), reaching back to 1970; a lone RDATE form is misread by Outlook. */
static const char head[] = "BEGIN:VCALENDAR\r\n"
                           "VERSION:2.0\r\n"
                           "PRODID:-//balint//balint-calendar//EN\r\n"
                           "CALSCALE:GREGORIAN\r\n"
                           "METHOD:PUBLISH\r\n";
static const char zone[] = "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
                           "X-PUBLISHED-TTL:PT12H\r\n"
                           "BEGIN:VTIMEZONE\r\n"
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

/* What all events of a feed share. */
struct feed {
	struct sink *sink;
	bool english;
	char *organizer; /* the content line */
};

/* One content line, folded at 75 octets and never inside a character (RFC 5545 3.1). Frees it. */
static void
put_line(struct sink *sink, char *line)
{
	const char *rest = line;
	for (size_t left = strlen(rest), room = 75; left > 0; room = 74) {
		size_t length = left < room ? left : room;
		while (length < left && length > room - 4 && ((unsigned char)rest[length] & 0xc0) == 0x80)
			length--;
		sink_bytes(sink, rest, length);
		rest += length;
		left -= length;
		sink_text(sink, left ? "\r\n " : "\r\n");
	}
	free(line);
}

/* The store keeps no control characters, but it can be edited by hand. */
static char *
clean(char *text)
{
	for (char *c = text; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			*c = ' ';
	return text;
}

/* A value of type TEXT: backslash, semicolon and comma are escaped (RFC 5545 3.3.11). Frees the text. */
static void
put_text(struct sink *sink, const char *name, char *text)
{
	char *value = memory(2 * strlen(text) + 1), *end = value;
	for (const char *c = clean(text); *c; c++) {
		if (strchr("\\;,", *c))
			*end++ = '\\';
		*end++ = *c;
	}
	*end = '\0';
	put_line(sink, memory_format("%s:%s", name, value));
	free(value);
	free(text);
}

/* A moment of the zone: 20210217T210000. */
static void
put_local(struct sink *sink, const char *name, struct date date, struct daytime time)
{
	struct civil civil = date_civil(date_plus_days(date, time.minute / (24 * 60)));
	put_line(sink, memory_format("%s;TZID=Europe/Rome:%04d%02d%02dT%02d%02d00", name, civil.year, civil.month, civil.day,
	    time.minute / 60 % 24, time.minute % 60));
}

/* A moment in UTC: "2021-02-17T20:00:00Z" as 20210217T200000Z. */
static void
put_stamp(struct sink *sink, const char *name, const char *stamp)
{
	char compact[32];
	size_t length = 0;
	for (const char *c = stamp; *c && length + 1 < sizeof compact; c++)
		if (*c != '-' && *c != ':')
			compact[length++] = *c;
	compact[length] = '\0';
	put_line(sink, memory_format("%s:%s", name, compact));
}

/* The row's columns are those of feed_write's statement. */
static void
put_event(const struct feed *feed, const struct query *query)
{
	struct sink *sink = feed->sink;
	struct date date = query_date(query, 1);
	const char *changed = query_text(query, 7), *venue = query_text(query, 11);
	bool cancelled = strcmp(query_text(query, 4), "cancelled") == 0;
	const char *prefix = !cancelled ? "" : feed->english ? "CANCELLED: " : "ANNULLATA: ";
	sink_text(sink, "BEGIN:VEVENT\r\n");
	put_line(sink, memory_format("UID:%s", query_text(query, 5)));
	put_stamp(sink, "DTSTAMP", changed);
	put_stamp(sink, "LAST-MODIFIED", changed);
	put_line(sink, memory_format("SEQUENCE:%d", (int)query_int(query, 6)));
	put_line(sink, memory_format("STATUS:%s", cancelled ? "CANCELLED" : "CONFIRMED"));
	put_local(sink, "DTSTART", date, query_time(query, 2));
	put_local(sink, "DTEND", date, query_time(query, 3));
	put_text(sink, "SUMMARY", memory_format("%s%s %d ed %d", prefix, query_text(query, 8), (int)query_int(query, 9), (int)query_int(query, 10)));
	put_text(sink, "DESCRIPTION", memory_format("%s %d", feed->english ? "Session" : "Seduta", (int)query_int(query, 0)));
	if (venue)
		put_text(sink, "LOCATION", memory_text(venue));
	put_line(sink, memory_text(feed->organizer));
	sink_text(sink, "END:VEVENT\r\n");
}

/* The address in `Name <address>` or a bare one. */
static char *
mailto(const char *mailbox)
{
	const char *bracket = mailbox ? strchr(mailbox, '<') : NULL;
	const char *address = bracket ? bracket + 1 : mailbox;
	if (!mailbox)
		return memory_text("invalid:nomail"); /* RFC 5545 asks for some URI */
	return memory_format("mailto:%.*s", (int)strcspn(address, ">"), address);
}

/* ORGANIZER with the association's name, which as a parameter cannot hold a double quote (RFC 5545 3.2). */
static char *
make_organizer(struct store *store)
{
	char *from = setting_get(store, "from"), *association = setting_get(store, "association"), *uri = mailto(from);
	char *name = association ? association : memory_text("balint");
	for (char *c = name; *c; c++)
		*c = *c == '"' ? '\'' : *c;
	const char *quote = strpbrk(name, ",;:") ? "\"" : "";
	char *line = clean(memory_format("ORGANIZER;CN=%s%s%s:%s", quote, name, quote, uri));
	free(from);
	free(name);
	free(uri);
	return line;
}

/* NAME (RFC 7986) and the older X-WR-CALNAME: the edition, or the association for all of them. */
static void
put_head(struct store *store, const struct edition *edition, struct sink *sink)
{
	static const char *const names[] = { "NAME", "X-WR-CALNAME" };
	sink_text(sink, head);
	for (size_t i = 0; i < 2; i++) {
		char *association = edition ? NULL : setting_get(store, "association");
		put_text(sink, names[i], edition ? memory_format("%s %d ed %d", edition->title, edition->number, edition->year) : memory_text(association));
		free(association);
	}
	sink_text(sink, zone);
}

void
feed_write(struct store *store, const struct edition *edition, int year, struct sink *sink)
{
	char *language = setting_get(store, "language");
	struct feed feed = { sink, strcmp(language, "en") == 0, make_organizer(store) };
	put_head(store, edition, sink);
	struct query query = store_query(store,
	    SQL("SELECT row_number() OVER (PARTITION BY s.edition ORDER BY s.date), s.date, s.start, s.finish, s.status, s.uid,\n"
	        "       s.sequence, s.changed_at, e.title, e.number, e.year, coalesce(s.venue, e.venue)\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE (:edition = 0 AND e.status = 'open') OR e.id = :edition\n"
	        " ORDER BY s.date, e.id"),
	    ARG("edition", edition ? edition->id : EDITION_ALL));
	while (query_next(&query)) {
		if (year && date_civil(query_date(&query, 1)).year != year)
			continue;
		put_event(&feed, &query);
	}
	sink_text(sink, "END:VCALENDAR\r\n");
	free(language);
	free(feed.organizer);
}
