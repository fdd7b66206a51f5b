#include <balint/event.h>
#include <balint/setting.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct duration no_alarm = { 0 };

static void
set(struct store *store, const char *key, const char *value)
{
	struct refusal why = { "" };
	if (!setting_set(store, key, value, &why))
		fail_msg("%s", why.text);
}

/* A calendar of an association with a name and an address, with that one event; the caller frees it. */
static char *
written(const char *method, const char *name, const char *language, struct duration alarm, const struct event *event)
{
	struct refusal why = { "" };
	struct store *store = store_create("no-folder/balint.db", true, &why); /* in memory */
	struct sink sink;
	assert_non_null(store);
	set(store, "association", "Circolo Balint");
	set(store, "from", "Segreteria <a@example.org>");
	sink_init(&sink, -1);
	sink_hold(&sink);
	struct feed feed = feed_open(store, &sink, method, name, language, alarm);
	event_write(&feed, event);
	feed_close(&feed);
	store_close(store);
	sink_char(&sink, '\0');
	return sink.buffer;
}

/* The fourth session of the ninth edition as it was planned. */
static struct event
session(void)
{
	return (struct event){
		.uid = "00000000-0000-4000-8000-000000000000",
		.changed = "2021-03-20T00:00:00Z",
		.number = 4,
		.date = date_of(2021, 3, 31),
		.planned = date_of(2021, 3, 31),
		.start = { 21 * 60 },
		.finish = { 22 * 60 + 30 },
		.title = "Gruppo Balint",
		.edition = 9,
		.year = 2020,
	};
}

/* The calendar's line that begins so, as far as its fold. */
static void
check_line(const struct event *event, const char *language, const char *beginning, const char *expected)
{
	char *calendar = written("PUBLISH", NULL, language, no_alarm, event);
	const char *line = strstr(calendar, beginning);
	char found[512] = "";
	if (line)
		snprintf(found, sizeof found, "%.*s", (int)strcspn(line, "\r"), line);
	assert_string_equal(found, expected);
	free(calendar);
}

static void
a_cancelled_session_can_be_sent_alone(void **state)
{
	(void)state;
	static const char head[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//balint//balint-calendar//EN\r\nCALSCALE:GREGORIAN\r\n"
	                           "METHOD:CANCEL\r\nBEGIN:VTIMEZONE\r\n";
	struct event event = session();
	event.cancelled = true;
	event.sequence = 1;
	event.note = "Neve";
	event.online = "https://example.org/j/1";
	char *calendar = written("CANCEL", NULL, "it", (struct duration){ 1, 'd' }, &event);
	const char *expected = "BEGIN:VEVENT\r\n"
	                       "UID:00000000-0000-4000-8000-000000000000\r\n"
	                       "DTSTAMP:20210320T000000Z\r\n"
	                       "LAST-MODIFIED:20210320T000000Z\r\n"
	                       "SEQUENCE:1\r\n"
	                       "STATUS:CANCELLED\r\n"
	                       "DTSTART;TZID=Europe/Rome:20210331T210000\r\n"
	                       "DTEND;TZID=Europe/Rome:20210331T223000\r\n"
	                       "SUMMARY:ANNULLATA: Gruppo Balint 9 ed 2020\r\n"
	                       "DESCRIPTION:Seduta 4\\nMotivo: Neve\r\n"
	                       "ORGANIZER;CN=Circolo Balint:mailto:a@example.org\r\n"
	                       "END:VEVENT\r\n"
	                       "END:VCALENDAR\r\n";
	assert_memory_equal(calendar, head, sizeof head - 1);
	assert_non_null(strstr(calendar, "BEGIN:VEVENT"));
	assert_string_equal(strstr(calendar, "BEGIN:VEVENT"), expected);
	free(calendar);
}

static void
a_calendar_with_a_name_is_one_to_subscribe_to(void **state)
{
	(void)state;
	struct event event = session();
	char *calendar = written("PUBLISH", "Gruppo, 9", "it", no_alarm, &event);
	assert_non_null(strstr(calendar, "METHOD:PUBLISH\r\nNAME:Gruppo\\, 9\r\nX-WR-CALNAME:Gruppo\\, 9\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"));
	assert_null(strstr(calendar, "VALARM"));
	free(calendar);
	calendar = written("PUBLISH", "Gruppo, 9", "it", (struct duration){ 90, 'm' }, &event);
	assert_non_null(strstr(calendar, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT90M\r\nDESCRIPTION:Gruppo Balint 9 ed 2020\r\nEND:VALARM\r\nEND:VEVENT\r\n"));
	free(calendar);
}

static void
a_moved_session_says_from_where_in_good_italian(void **state)
{
	(void)state;
	struct event event = session();
	event.planned = date_of(2021, 4, 14);
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4\\, spostata dal 14 aprile 2021");
	check_line(&event, "en", "DESCRIPTION", "DESCRIPTION:Session 4\\, moved from 14 April 2021");
	event.planned = date_of(2021, 4, 8);
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4\\, spostata dall'8 aprile 2021");
	check_line(&event, "en", "DESCRIPTION", "DESCRIPTION:Session 4\\, moved from 8 April 2021");
	event.planned = date_of(2021, 4, 11);
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4\\, spostata dall'11 aprile 2021");
}

static void
a_reason_is_given_only_for_a_change(void **state)
{
	(void)state;
	struct event event = session();
	event.note = "sala occupata";
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4");
	event.planned = DATE_NONE;
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4");
	event.planned = date_of(2021, 4, 2);
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4\\, spostata dal 2 aprile 2021\\nMotivo: sala occupata");
	event.planned = DATE_NONE;
	event.cancelled = true;
	check_line(&event, "en", "DESCRIPTION", "DESCRIPTION:Session 4\\nReason: sala occupata");
}

static void
a_link_that_is_no_uri_is_only_told(void **state)
{
	(void)state;
	struct event event = session();
	event.online = "zoom 123 456";
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4\\nzoom 123 456");
	check_line(&event, "it", "CONFERENCE", "");
	event.online = "https://example.org/1";
	check_line(&event, "it", "DESCRIPTION", "DESCRIPTION:Seduta 4\\nhttps://example.org/1");
	check_line(&event, "en", "CONFERENCE", "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Link to the session:https://exampl");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cancelled_session_can_be_sent_alone),
		cmocka_unit_test(a_calendar_with_a_name_is_one_to_subscribe_to),
		cmocka_unit_test(a_moved_session_says_from_where_in_good_italian),
		cmocka_unit_test(a_reason_is_given_only_for_a_change),
		cmocka_unit_test(a_link_that_is_no_uri_is_only_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
