#include "mark_record.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
mark_complain(struct mark_reading *reading, const char *column, const char *what)
{
	reading->good = false;
	reading->taker->complain(reading->taker->context, reading->record->line, column, what);
}

bool
mark_fault(struct mark_reading *reading, enum mark_cell cell, const char *what)
{
	mark_complain(reading, mark_cell_names[cell], what);
	return false;
}

static const char *
cell_of(const struct mark_reading *reading, enum mark_cell cell)
{
	return mark_cell(&reading->header, reading->record, cell);
}

static bool
read_session(struct mark_reading *reading)
{
	struct date date;
	struct refusal why;
	if (!date_parse(cell_of(reading, IN_DATE), &date, &why))
		return mark_fault(reading, IN_DATE, why.text);
	if (date_given(reading->date) && date.day == reading->date.day)
		return true;
	reading->date = DATE_NONE;
	if (!session_find(reading->store, reading->edition, date, &reading->session, &why))
		return mark_fault(reading, IN_DATE, why.text);
	reading->date = date;
	return true;
}

/* The word of a cell that may be empty: then NULL. */
static bool
read_word(struct mark_reading *reading, enum mark_cell cell, const char **word)
{
	struct refusal why;
	const char *text = cell_of(reading, cell);
	*word = *text ? mark_cell_word(cell, text, &why) : NULL;
	return *word || !*text || mark_fault(reading, cell, why.text);
}

/* Times as the logs of meetings and Italian spreadsheets have them: 21:07:33, 21.07. The seconds are left out. */
static bool
parse_time(const char *text, struct daytime *time, struct refusal *why)
{
	struct refusal unsaid;
	char plain[sizeof "21:07:33"];
	if (time_parse(text, time, why))
		return true;
	if (snprintf(plain, sizeof plain, "%s", text) >= (int)sizeof plain)
		return false;
	for (char *point; (point = strchr(plain, '.'));)
		*point = ':';
	char *minutes = strchr(plain, ':'), *seconds = minutes ? strchr(minutes + 1, ':') : NULL;
	if (seconds && (strspn(seconds + 1, "0123456789") != 2 || seconds[1] > '5' || seconds[3]))
		return false;
	if (seconds)
		*seconds = '\0';
	return time_parse(plain, time, &unsaid);
}

static bool
read_time(struct mark_reading *reading, enum mark_cell cell, struct daytime *time)
{
	struct refusal why;
	const char *text = cell_of(reading, cell);
	*time = TIME_NONE;
	return !*text || parse_time(text, time, &why) || mark_fault(reading, cell, why.text);
}

/* Capitals make no difference. */
static bool
read_person(struct mark_reading *reading, struct mark_record *record, struct refusal *why)
{
	char *handle = memory_text(cell_of(reading, IN_HANDLE));
	for (char *letter = handle; *letter; letter++)
		if (*letter >= 'A' && *letter <= 'Z')
			*letter = (char)(*letter - 'A' + 'a');
	bool good = mark_person(reading->store, reading->edition, &reading->session, reading->date, handle, &record->person, why);
	free(handle);
	return good;
}

/* Whether another column says the same as the mark; an empty one says nothing. */
static bool
agrees(struct mark_reading *reading, enum mark_cell cell, const char *said, const char *meant)
{
	struct refusal why;
	if (!said || !*said || strcmp(said, meant) == 0)
		return true;
	refuse(&why, "'%s', but the mark '%s' says '%s'", said, cell_of(reading, IN_MARK), meant);
	return mark_fault(reading, cell, why.text);
}

/* The column `mark` says everything; what else is there must agree. */
static bool
read_mark(struct mark_reading *reading, const char *status, struct daytime arrived, struct daytime left, struct mark_record *record)
{
	struct refusal why;
	char said[TIME_TEXT], meant[TIME_TEXT] = "";
	const struct session *session = &reading->session;
	struct mark *mark = &record->mark;
	if (!mark_parse(cell_of(reading, IN_MARK), session, mark, &why))
		return mark_fault(reading, IN_MARK, why.text);
	if (!agrees(reading, IN_STATUS, status, mark->status) || !agrees(reading, IN_MODE, record->mode, mark->mode ? mark->mode : ""))
		return false;
	bool present = strcmp(mark->status, "present") == 0;
	if (present)
		time_write(mark->count ? mark->spells[0].arrived : session->start, meant);
	if (!agrees(reading, IN_ARRIVED, time_write(arrived, said), meant))
		return false;
	if (present)
		time_write(mark->count ? mark->spells[mark->count - 1].left : session->finish, meant);
	return agrees(reading, IN_LEFT, time_write(left, said), meant);
}

/* The status, times and place, read as they would be typed. Who only came came to stay; who only left was there from the beginning. */
static bool
read_parts(struct mark_reading *reading, const char *status, struct daytime arrived, struct daytime left, struct mark_record *record)
{
	struct refusal why;
	char typed[64], from[TIME_TEXT], to[TIME_TEXT];
	const struct session *session = &reading->session;
	bool times = time_given(arrived) || time_given(left);
	if (!status && !times)
		return mark_fault(reading, reading->header.place[IN_STATUS] ? IN_STATUS : reading->header.place[IN_MARK] ? IN_MARK : IN_ARRIVED,
		    translated("empty; no mark is no presence: write present, absent or excused, or leave the row out"));
	if (status && strcmp(status, "present") != 0 && (times || record->mode)) {
		refuse(&why, "who is %s has neither times nor a place", status);
		return mark_fault(reading, IN_STATUS, why.text);
	}
	time_write(time_given(arrived) ? arrived : session->start, from);
	snprintf(typed, sizeof typed, "%s%s%s%s%s%s%s", status ? status : "present", record->mode ? "," : "", record->mode ? record->mode : "",
	    times ? "," : "", times ? from : "", time_given(left) ? "-" : "", time_write(left, to));
	if (!mark_parse(typed, session, &record->mark, &why))
		return mark_fault(reading, time_given(arrived) ? IN_ARRIVED : IN_LEFT, why.text);
	return true;
}

static bool
check_minutes(struct mark_reading *reading, const struct mark *mark)
{
	struct refusal why;
	const char *said = cell_of(reading, IN_MINUTES);
	char counted[16];
	snprintf(counted, sizeof counted, "%d", mark_minutes(mark, &reading->session));
	if (!*said || strcmp(said, counted) == 0)
		return true;
	refuse(&why, "'%s', but the times give %s; of several spells write a row each, or the column 'mark'", said, counted);
	return mark_fault(reading, IN_MINUTES, why.text);
}

/* A row of a list that says that nothing is marked there says nothing. */
static bool
says_nothing(struct mark_reading *reading, const char *status)
{
	if (!status || strcmp(status, "unmarked") != 0)
		return false;
	static const enum mark_cell cells[] = { IN_ARRIVED, IN_LEFT, IN_MODE, IN_MINUTES, IN_MARK };
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
		if (*cell_of(reading, cells[i]))
			return mark_fault(reading, IN_STATUS, translated("'unmarked', but there is more in the same row")), true;
	return true;
}

bool
mark_record_read(struct mark_reading *reading, struct mark_record *record)
{
	const char *state, *status;
	struct daytime arrived, left;
	struct refusal why;
	if (!read_word(reading, IN_STATE, &state) || (state && strcmp(state, "holds") != 0))
		return false;
	if (!read_word(reading, IN_STATUS, &status) || says_nothing(reading, status))
		return false;
	if (!read_session(reading) || !read_word(reading, IN_MODE, &record->mode) || !read_time(reading, IN_ARRIVED, &arrived)
	    || !read_time(reading, IN_LEFT, &left))
		return false;
	record->exact = *cell_of(reading, IN_MARK);
	if (!(record->exact ? read_mark : read_parts)(reading, status, arrived, left, record) || !check_minutes(reading, &record->mark))
		return false;
	if (!mark_session(&reading->session, reading->date, &record->mark, &why))
		return mark_fault(reading, reading->session.cancelled ? IN_DATE : IN_STATUS, why.text);
	if (record->exact)
		record->mode = record->mark.mode;
	mark_write(&record->mark, record->words);
	if (read_person(reading, record, &why))
		return true;
	mark_complain(reading, strncmp(why.text, "handle: ", 8) == 0 ? NULL : "handle", why.text);
	return false;
}
