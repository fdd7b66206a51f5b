#include <balint/fatal.h>
#include <balint/feed.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <libical/ical.h>
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
	char *organizer; /* mailto:… */
	char *name;      /* the organizer's */
};

/* One content line, folded at 75 octets and never inside a character (RFC 5545 3.1). */
static void
put_line(struct sink *sink, const char *line)
{
	for (size_t left = strlen(line), room = 75; left > 0; room = 74) {
		size_t length = left < room ? left : room;
		while (length < left && ((unsigned char)line[length] & 0xc0) == 0x80)
			length--;
		sink_bytes(sink, line, length);
		line += length;
		left -= length;
		sink_text(sink, left ? "\r\n " : "\r\n");
	}
}

/* NAME (RFC 7986) and the older X-WR-CALNAME. libical escapes half of the text of an X- property, so the line is ours. */
static void
put_name(struct sink *sink, const char *name)
{
	icalvalue *value = icalvalue_new_text(name);
	char *escaped = icalvalue_as_ical_string_r(value);
	char *lines[] = { memory_format("NAME:%s", escaped), memory_format("X-WR-CALNAME:%s", escaped) };
	for (size_t i = 0; i < 2; i++) {
		put_line(sink, lines[i]);
		free(lines[i]);
	}
	icalmemory_free_buffer(escaped);
	icalvalue_free(value);
}

static void
add_local_time(icalcomponent *event, icalproperty *property)
{
	icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/Rome"));
	icalcomponent_add_property(event, property);
}

static struct icaltimetype
ical_time(struct date date, struct daytime time)
{
	struct civil civil = date_civil(date_plus_days(date, time.minute / (24 * 60)));
	return (struct icaltimetype){
		.year = civil.year,
		.month = civil.month,
		.day = civil.day,
		.hour = time.minute / 60 % 24,
		.minute = time.minute % 60,
	};
}

/* "2021-02-17T20:00:00Z" as libical has it. */
static struct icaltimetype
ical_stamp(const char *stamp)
{
	char compact[17];
	size_t length = 0;
	for (const char *c = stamp; *c && length + 1 < sizeof compact; c++)
		if (*c != '-' && *c != ':')
			compact[length++] = *c;
	compact[length] = '\0';
	return icaltime_from_string(compact);
}

static icalproperty *
new_organizer(const struct feed *feed)
{
	icalproperty *organizer = icalproperty_new_organizer(feed->organizer);
	icalproperty_add_parameter(organizer, icalparameter_new_cn(feed->name));
	return organizer;
}

/* The store keeps no control characters, but it can be edited by hand, and libical lets them through. */
static char *
clean(char *text)
{
	for (char *c = text; c && *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			*c = ' ';
	return text;
}

static icalproperty *
text_property(icalproperty *(*new)(const char *), char *text)
{
	icalproperty *property = new(clean(text));
	free(text);
	return property;
}

/* The row's columns are those of feed_write's statement. */
static icalcomponent *
new_event(const struct feed *feed, const struct query *query)
{
	struct date date = query_date(query, 1);
	bool cancelled = strcmp(query_text(query, 4), "cancelled") == 0;
	struct icaltimetype changed = ical_stamp(query_text(query, 7));
	const char *prefix = !cancelled ? "" : feed->english ? "CANCELLED: " : "ANNULLATA: ";
	char *summary = memory_format("%s%s %d ed %d", prefix, query_text(query, 8), (int)query_int(query, 9), (int)query_int(query, 10));
	char *description = memory_format("%s %d", feed->english ? "Session" : "Seduta", (int)query_int(query, 0));
	icalcomponent *event = icalcomponent_new_vevent();
	icalcomponent_add_property(event, icalproperty_new_uid(query_text(query, 5)));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(changed));
	icalcomponent_add_property(event, icalproperty_new_lastmodified(changed));
	icalcomponent_add_property(event, icalproperty_new_sequence((int)query_int(query, 6)));
	icalcomponent_add_property(event, icalproperty_new_status(cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
	add_local_time(event, icalproperty_new_dtstart(ical_time(date, query_time(query, 2))));
	add_local_time(event, icalproperty_new_dtend(ical_time(date, query_time(query, 3))));
	icalcomponent_add_property(event, text_property(icalproperty_new_summary, summary));
	icalcomponent_add_property(event, text_property(icalproperty_new_description, description));
	if (query_text(query, 11))
		icalcomponent_add_property(event, text_property(icalproperty_new_location, memory_text(query_text(query, 11))));
	icalcomponent_add_property(event, new_organizer(feed));
	return event;
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

/* A parameter's value cannot hold a double quote (RFC 5545 3.2). */
static char *
without_quotes(char *text)
{
	for (char *c = text; c && *c; c++)
		if (*c == '"')
			*c = '\'';
	return text;
}

static void
put_head(const struct feed *feed, const struct edition *edition)
{
	char *name = edition ? memory_format("%s %d ed %d", edition->title, edition->number, edition->year) : memory_text(feed->name);
	sink_text(feed->sink, head);
	put_name(feed->sink, clean(name));
	sink_text(feed->sink, zone);
	free(name);
}

void
feed_write(struct store *store, const struct edition *edition, int year, struct sink *sink)
{
	char *language = setting_get(store, "language"), *from = setting_get(store, "from");
	char *association = setting_get(store, "association");
	struct feed feed = { sink, strcmp(language, "en") == 0, clean(mailto(from)), without_quotes(clean(association ? association : memory_text("balint"))) };
	put_head(&feed, edition);
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
		icalcomponent *event = new_event(&feed, &query);
		char *text = icalcomponent_as_ical_string_r(event);
		sink_text(sink, text);
		icalmemory_free_buffer(text);
		icalcomponent_free(event);
	}
	sink_text(sink, "END:VCALENDAR\r\n");
	free(language);
	free(from);
	free(feed.organizer);
	free(feed.name);
}
