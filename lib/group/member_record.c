#include "member_record.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/tax_code.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <stdlib.h>
#include <string.h>

void
member_reading_begin(struct member_reading *reading)
{
	profession_words_load(reading->store, &reading->professions);
	struct query query = store_query(reading->store,
	    SQL("SELECT min(date), max(date)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition"),
	    ARG("edition", reading->edition->id));
	query_next(&query);
	reading->first = query_date(&query, 0);
	reading->last = query_date(&query, 1);
	query_end(&query);
	store_run(reading->store, SQL("CREATE TEMP TABLE fault (id INTEGER PRIMARY KEY, line INTEGER NOT NULL, \"column\" TEXT, what TEXT NOT NULL) STRICT"));
}

void
member_reading_release(struct member_reading *reading)
{
	profession_words_release(&reading->professions);
}

bool
member_fault(struct member_reading *reading, size_t line, const char *column, const char *what)
{
	reading->good = false;
	store_run(reading->store,
	    SQL("INSERT INTO temp.fault (line, \"column\", what)\n"
	        "VALUES (:line, :column, :what)"),
	    ARG("line", (int64_t)line), ARG("column", column), ARG("what", what));
	return false;
}

static bool
read_date(enum member_cell cell, const char *text, char **written, struct refusal *why)
{
	struct date date;
	char iso[DATE_TEXT];
	if (!date_parse(text, &date, why))
		return false;
	if (cell == IN_BORN_ON && date.day > clock_today().day)
		return refuse(why, "%s lies in the future", date_write(date, iso));
	*written = memory_text(date_write(date, iso));
	return true;
}

/* Capitals make no difference. */
static bool
read_handle(const char *text, char **handle, struct refusal *why)
{
	*handle = memory_text(text);
	for (char *letter = *handle; *letter; letter++)
		if (*letter >= 'A' && *letter <= 'Z')
			*letter = (char)(*letter - 'A' + 'a');
	if (text_is_handle(*handle, why))
		return true;
	free(*handle);
	*handle = NULL;
	return false;
}

static bool
read_tax_code(const char *text, char **code, struct refusal *why)
{
	char written[TAX_CODE_TEXT];
	if (!tax_code_parse(text, written, why))
		return false;
	*code = memory_text(written);
	return true;
}

/* Fills in what the text means in that cell. */
static bool
read_meaning(const struct member_reading *reading, enum member_cell cell, const char *text, char **said, struct refusal *why)
{
	const char *word;
	int64_t number;
	switch (cell) {
	case IN_HANDLE:
	case IN_PAYER:
		return read_handle(text, said, why);
	case IN_ROLE:
	case IN_STATUS:
	case IN_LANGUAGE:
	case IN_REMINDERS:
		word = member_cell_word(cell, text, why);
		*said = word ? memory_text(word) : NULL;
		return word;
	case IN_PROFESSION:
		return profession_words_find(&reading->professions, text, said, why);
	case IN_JOINED:
	case IN_LEFT:
	case IN_APPLIED:
	case IN_WAITING:
	case IN_BORN_ON:
		return read_date(cell, text, said, why);
	case IN_TAX_CODE:
		return read_tax_code(text, said, why);
	case IN_PLACE:
		if (!text_is_id(text, &number))
			return refuse(why, "'%s' is not a place on the waiting list", text);
		break;
	case IN_EMAIL:
		if (!text_is_address(text, why))
			return false;
		break;
	default:
		break;
	}
	*said = memory_text(text);
	return true;
}

static void
read_cell(struct member_reading *reading, enum member_cell cell, const char *text, struct member_record *record)
{
	struct refusal why;
	char *accepted = text_accept(text, &why);
	if (!accepted || !read_meaning(reading, cell, accepted, &record->said[cell], &why))
		record->good = member_fault(reading, reading->line, member_cell_name(cell), why.text);
	free(accepted);
}

static bool
is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

static bool
is_said(const struct member_record *record, enum member_cell cell, const char *word)
{
	return record->said[cell] && strcmp(record->said[cell], word) == 0;
}

/* What stands in several cells must be true together. */
static void
check_together(struct member_reading *reading, struct member_record *record)
{
	struct refusal why;
	char **said = record->said;
	size_t line = reading->line;
	struct date born;
	bool before = is_said(record, IN_STATUS, "applicant") || is_said(record, IN_STATUS, "waiting");
	if (before && said[IN_JOINED]) {
		refuse(&why, "'%s', but who is %s has not joined yet", said[IN_JOINED], said[IN_STATUS]);
		record->good = member_fault(reading, line, "joined", why.text);
	}
	if (said[IN_LEFT] && (before || is_said(record, IN_STATUS, "active"))) {
		refuse(&why, "'%s', but who has left is withdrawn or completed, not %s", said[IN_LEFT], said[IN_STATUS]);
		record->good = member_fault(reading, line, "left", why.text);
	}
	if (said[IN_LEFT] && said[IN_JOINED] && strcmp(said[IN_LEFT], said[IN_JOINED]) < 0) {
		refuse(&why, "'%s' lies before the day of joining, %s", said[IN_LEFT], said[IN_JOINED]);
		record->good = member_fault(reading, line, "left", why.text);
	}
	if (said[IN_PAYER] && said[IN_HANDLE] && strcmp(said[IN_PAYER], said[IN_HANDLE]) == 0)
		record->good = member_fault(reading, line, "payer", translated("nobody is their own payer; leave it empty"));
	if (said[IN_TAX_CODE] && said[IN_BORN_ON] && date_parse(said[IN_BORN_ON], &born, &why) && !tax_code_born(said[IN_TAX_CODE], born)) {
		refuse(&why, "%s is not of somebody born on %s", said[IN_TAX_CODE], said[IN_BORN_ON]);
		record->good = member_fault(reading, line, "tax_code", why.text);
	}
}

bool
member_record_read(struct member_reading *reading, const struct csv_record *row, struct member_record *record)
{
	struct refusal why;
	bool blank = true;
	*record = (struct member_record){ .good = true };
	for (size_t i = 0; i < row->count && blank; i++)
		blank = is_blank(row->texts[i]);
	if (blank)
		return false;
	for (size_t i = reading->header.count; i < row->count; i++)
		if (!is_blank(row->texts[i])) {
			refuse(&why, "%zu fields, but the first line names %zu columns", row->count, reading->header.count);
			record->good = member_fault(reading, reading->line, NULL, why.text);
			return true;
		}
	for (enum member_cell cell = IN_HANDLE; cell < IN_CELLS; cell++) {
		const char *text = member_cell(&reading->header, row, cell);
		if (cell == IN_CATEGORY)
			continue;
		if (!is_blank(text))
			read_cell(reading, cell, text, record);
		else if (cell == IN_FAMILY || cell == IN_GIVEN)
			record->good = member_fault(reading, reading->line, member_cell_name(cell), translated("empty"));
	}
	check_together(reading, record);
	return true;
}

void
member_record_release(struct member_record *record)
{
	for (size_t i = 0; i < IN_CELLS; i++)
		free(record->said[i]);
}
