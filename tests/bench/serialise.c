/* The peer of export: libical serialises the sessions of a store one by one. */
#include <libical/ical.h>
#include <sqlite3.h>
#include <stdio.h>

static struct icaltimetype
local_time(const char *date, const char *time)
{
	struct icaltimetype ical = { 0 };
	sscanf(date, "%d-%d-%d", &ical.year, &ical.month, &ical.day);
	sscanf(time, "%d:%d", &ical.hour, &ical.minute);
	return ical;
}

static void
add_local(icalcomponent *event, icalproperty *property)
{
	icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/Rome"));
	icalcomponent_add_property(event, property);
}

int
main(int argc, char **argv)
{
	sqlite3 *db;
	sqlite3_stmt *statement;
	if (argc != 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
	    || sqlite3_prepare_v2(db, "SELECT uid, date, start, finish, sequence FROM session ORDER BY date", -1, &statement, NULL) != SQLITE_OK)
		return 1;
	puts("BEGIN:VCALENDAR\r");
	while (sqlite3_step(statement) == SQLITE_ROW) {
		const char *date = (const char *)sqlite3_column_text(statement, 1);
		struct icaltimetype stamp = icaltime_from_string("20210101T000000Z");
		icalproperty *organizer = icalproperty_new_organizer("mailto:segreteria@example.org");
		icalproperty_add_parameter(organizer, icalparameter_new_cn("Associazione IL NODO group"));
		icalcomponent *event = icalcomponent_new_vevent();
		icalcomponent_add_property(event, icalproperty_new_uid((const char *)sqlite3_column_text(statement, 0)));
		icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
		icalcomponent_add_property(event, icalproperty_new_lastmodified(stamp));
		icalcomponent_add_property(event, icalproperty_new_sequence(sqlite3_column_int(statement, 4)));
		icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
		add_local(event, icalproperty_new_dtstart(local_time(date, (const char *)sqlite3_column_text(statement, 2))));
		add_local(event, icalproperty_new_dtend(local_time(date, (const char *)sqlite3_column_text(statement, 3))));
		icalcomponent_add_property(event, icalproperty_new_summary("Gruppo Balint 9 ed 2020"));
		icalcomponent_add_property(event, icalproperty_new_description("Seduta 1"));
		icalcomponent_add_property(event, organizer);
		char *text = icalcomponent_as_ical_string_r(event);
		fputs(text, stdout);
		icalmemory_free_buffer(text);
		icalcomponent_free(event);
	}
	puts("END:VCALENDAR\r");
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return 0;
}
