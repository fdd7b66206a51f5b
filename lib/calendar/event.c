#include <balint/date_words.h>
#include <balint/event.h>
#include <balint/ical_line.h>
#include <balint/text.h>

#include <stdio.h>

static const struct words {
	const char *language, *cancelled, *session, *moved, *reason, *link;
} italian = { "it", "ANNULLATA: ", "Seduta ", ", spostata dal ", "Motivo: ", "Collegamento alla seduta" },
  english = { "en", "CANCELLED: ", "Session ", ", moved from ", "Reason: ", "Link to the session" };

static void
put_summary(struct ical_line *line, const struct words *words, const struct event *event)
{
	ical_put_text(line, event->cancelled ? words->cancelled : "");
	ical_put_text(line, event->title);
	ical_put(line, " ");
	ical_put_number(line, event->edition);
	ical_put(line, " ed ");
	ical_put_number(line, event->year);
	ical_end(line);
}

/* "spostata dal 14 aprile 2021", but "dall'8" and "dall'11". */
static void
put_moved(struct ical_line *line, const struct words *words, struct date planned)
{
	char text[DATE_WORDS];
	int day = date_civil(planned).day;
	bool elided = words == &italian && (day == 8 || day == 11);
	ical_put_text(line, elided ? ", spostata dall'" : words->moved);
	ical_put_text(line, date_in_full(planned, words->language, text));
}

static void
write_description(struct sink *sink, const struct words *words, const struct event *event)
{
	bool moved = date_given(event->planned) && event->planned.day != event->date.day;
	struct ical_line line = ical_begin(sink, "DESCRIPTION:");
	ical_put_text(&line, words->session);
	ical_put_number(&line, event->number);
	if (moved)
		put_moved(&line, words, event->planned);
	if (event->note && (moved || event->cancelled)) {
		ical_put_text(&line, "\n");
		ical_put_text(&line, words->reason);
		ical_put_text(&line, event->note);
	}
	if (event->online && !event->cancelled) {
		ical_put_text(&line, "\n");
		ical_put_text(&line, event->online);
	}
	ical_end(&line);
}

/* RFC 7986 5.11, whose value must be a URI: stores have links from before that was checked. */
static void
write_conference(struct sink *sink, const struct words *words, const char *online)
{
	struct refusal why;
	if (!text_is_link(online, &why))
		return;
	struct ical_line line = ical_begin(sink, "CONFERENCE;VALUE=URI;FEATURE=VIDEO");
	ical_put_parameter(&line, "LABEL", words->link);
	ical_put(&line, ":");
	ical_put(&line, online);
	ical_end(&line);
}

static void
write_alarm(struct sink *sink, const struct words *words, const struct event *event, struct duration before)
{
	char text[DURATION_TEXT];
	sink_text(sink, "BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
	ical_write(sink, "TRIGGER:-", duration_write(before, text));
	struct ical_line line = ical_begin(sink, "DESCRIPTION:");
	put_summary(&line, words, event);
	sink_text(sink, "END:VALARM\r\n");
}

/* What moves a session, or says how it stands. */
static void
write_facts(struct sink *sink, const struct event *event)
{
	ical_write(sink, "UID:", event->uid);
	ical_write_stamp(sink, "DTSTAMP:", event->changed);
	ical_write_stamp(sink, "LAST-MODIFIED:", event->changed);
	struct ical_line sequence = ical_begin(sink, "SEQUENCE:");
	ical_put_number(&sequence, event->sequence);
	ical_end(&sequence);
	ical_write(sink, "STATUS:", event->cancelled ? "CANCELLED" : "CONFIRMED");
	ical_write_local(sink, "DTSTART", event->date, event->start);
	ical_write_local(sink, "DTEND", event->date, event->finish);
}

static void
write_organizer(const struct feed *feed)
{
	struct ical_line line = ical_begin(feed->sink, "ORGANIZER");
	ical_put_parameter(&line, "CN", feed->organizer);
	ical_put(&line, ":");
	ical_put(&line, feed->address);
	ical_end(&line);
}

static void
write_attendee(const struct feed *feed)
{
	struct ical_line line = ical_begin(feed->sink, "ATTENDEE");
	ical_put_parameter(&line, "CN", feed->attendee);
	ical_put(&line, ";RSVP=FALSE:");
	ical_put(&line, feed->invited);
	ical_end(&line);
}

void
event_write(const struct feed *feed, const struct event *event)
{
	const struct words *words = feed->english ? &english : &italian;
	struct sink *sink = feed->sink;
	sink_text(sink, "BEGIN:VEVENT\r\n");
	write_facts(sink, event);
	struct ical_line summary = ical_begin(sink, "SUMMARY:");
	put_summary(&summary, words, event);
	write_description(sink, words, event);
	if (event->venue)
		ical_write_text(sink, "LOCATION:", event->venue);
	write_organizer(feed);
	if (feed->attendee)
		write_attendee(feed);
	if (event->online && !event->cancelled)
		write_conference(sink, words, event->online);
	if (feed->alarm.count && !event->cancelled)
		write_alarm(sink, words, event, feed->alarm);
	sink_text(sink, "END:VEVENT\r\n");
}
