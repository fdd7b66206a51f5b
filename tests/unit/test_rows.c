#include <balint/csv.h>
#include <balint/rows.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BOM "\xef\xbb\xbf"
#define ITEMS(array) (sizeof(array) / sizeof(array)[0])

/* One row with a cell of every kind. */
struct fee {
	const char *name;
	struct date due;
	struct month month;
	struct daytime time;
	cents amount;
	int64_t sessions, attended, rate;
};

static const struct column fee_columns[] = {
	TEXT_COLUMN(struct fee, name),
	DATE_COLUMN(struct fee, due),
	MONTH_COLUMN(struct fee, month),
	TIME_COLUMN(struct fee, time),
	AMOUNT_COLUMN(struct fee, amount),
	COUNT_COLUMN(struct fee, sessions),
	PERCENT_COLUMN(struct fee, attended),
	RATE_COLUMN(struct fee, rate),
};
static const struct listing fees = LISTING(fee_columns);

static struct fee
rossi(void)
{
	return (struct fee){ "Rossi", date_of(2021, 3, 31), month_at(2021, 3), { 21 * 60 }, 8540, 10, 898, 2250 };
}

static const struct fee nothing = { NULL, { INT32_MIN }, { INT32_MIN }, { INT32_MIN }, CENTS_NONE, COUNT_NONE, COUNT_NONE, COUNT_NONE };

/* Two texts, the shape that escaping is tried on. */
struct note {
	const char *name, *note;
};

static const struct column note_columns[] = { TEXT_COLUMN(struct note, name), TEXT_COLUMN(struct note, note) };
static const struct listing notes = LISTING(note_columns);
static const struct column name_column[] = { TEXT_COLUMN(struct note, name) };
static const struct listing names = LISTING(name_column);

/* Names, amounts and what a narrow terminal can do without. */
struct person {
	const char *name, *city, *email;
	cents open;
	struct date since;
};

static const struct column person_columns[] = {
	TEXT_COLUMN(struct person, name),
	TEXT_DETAIL(struct person, city),
	AMOUNT_COLUMN(struct person, open),
	TEXT_DETAIL(struct person, email),
	DATE_DETAIL(struct person, since),
};
static const struct listing persons = LISTING(person_columns);

static struct row_style
style_of(enum row_format format)
{
	return (struct row_style){ .format = format, .header = -1 };
}

/* What the listing gives for so many rows of so many bytes each; the caller frees it. */
static char *
listed(const struct listing *listing, struct row_style style, const void *array, size_t count, size_t size)
{
	struct sink sink;
	struct refusal why = { "" };
	sink_init(&sink, -1);
	sink_hold(&sink);
	struct rows *rows = rows_new(&sink, listing, &style, &why);
	if (!rows)
		fail_msg("%s", why.text);
	for (size_t i = 0; i < count; i++)
		rows_emit(rows, (const char *)array + i * size);
	rows_finish(rows);
	rows_free(rows);
	sink_char(&sink, '\0');
	char *text = strdup(sink.buffer);
	sink_release(&sink);
	return text;
}

static void
check_listed(const struct listing *listing, struct row_style style, const void *array, size_t count, size_t size, const char *expected)
{
	char *text = listed(listing, style, array, count, size);
	assert_string_equal(text, expected);
	free(text);
}

static void
check_fee(enum row_format format, struct fee fee, const char *expected)
{
	check_listed(&fees, style_of(format), &fee, 1, sizeof fee, expected);
}

static void
check_note(enum row_format format, const char *text, const char *expected)
{
	const struct note note = { "x", text };
	struct row_style style = style_of(format);
	style.header = 0;
	check_listed(&notes, style, &note, 1, sizeof note, expected);
}

static void
tsv_has_tabs_and_no_header(void **state)
{
	(void)state;
	check_fee(ROWS_TSV, rossi(), "Rossi\t2021-03-31\t2021-03\t21:00\t85.40\t10\t89.8\t22.5\n");
}

static void
csv_has_a_header_commas_and_crlf(void **state)
{
	(void)state;
	check_fee(ROWS_CSV, rossi(),
	    "name,due,month,time,amount,sessions,attended,rate\r\nRossi,2021-03-31,2021-03,21:00,85.40,10,89.8,22.5\r\n");
}

static void
csv_it_is_what_italian_spreadsheets_read(void **state)
{
	(void)state;
	check_fee(ROWS_CSV_IT, rossi(),
	    BOM "name;due;month;time;amount;sessions;attended;rate\r\n\"Rossi\";31/03/2021;2021-03;21:00;85,40;10;89,8;22,5\r\n");
}

static void
jsonl_is_an_object_a_line_with_numbers_as_numbers(void **state)
{
	(void)state;
	check_fee(ROWS_JSONL, rossi(),
	    "{\"name\":\"Rossi\",\"due\":\"2021-03-31\",\"month\":\"2021-03\",\"time\":\"21:00\",\"amount\":85.40,\"sessions\":10,"
	    "\"attended\":89.8,\"rate\":22.5}\n");
}

static void
a_table_has_a_header_and_numbers_at_the_right(void **state)
{
	(void)state;
	struct fee two[] = { rossi(), rossi() };
	two[1].name = "De Luca";
	two[1].amount = 100000;
	two[1].sessions = 9;
	two[1].attended = 1000;
	two[1].rate = 2200;
	check_listed(&fees, style_of(ROWS_TABLE), two, 2, sizeof two[0],
	    "name     due         month    time    amount  sessions  attended  rate\n"
	    "Rossi    2021-03-31  2021-03  21:00    85.40        10      89.8  22.5\n"
	    "De Luca  2021-03-31  2021-03  21:00  1000.00         9     100.0    22\n");
}

static void
an_empty_value_is_an_empty_cell(void **state)
{
	(void)state;
	check_fee(ROWS_TSV, nothing, "\t\t\t\t\t\t\t\n");
	struct row_style style = style_of(ROWS_CSV);
	style.header = 0;
	check_listed(&fees, style, &nothing, 1, sizeof nothing, ",,,,,,,\r\n");
	style.format = ROWS_CSV_IT;
	check_listed(&fees, style, &nothing, 1, sizeof nothing, BOM ";;;;;;;\r\n");
}

static void
an_empty_value_is_null_in_jsonl(void **state)
{
	(void)state;
	check_fee(ROWS_JSONL, nothing,
	    "{\"name\":null,\"due\":null,\"month\":null,\"time\":null,\"amount\":null,\"sessions\":null,\"attended\":null,\"rate\":null}\n");
}

static void
zero_is_not_empty(void **state)
{
	(void)state;
	const struct fee zero = { "0", date_of(1970, 1, 1), month_at(1970, 1), { 0 }, 0, 0, 0, 0 };
	check_fee(ROWS_TSV, zero, "0\t1970-01-01\t1970-01\t00:00\t0.00\t0\t0.0\t0\n");
}

static void
negative_amounts_keep_their_sign(void **state)
{
	(void)state;
	struct fee fee = rossi();
	fee.amount = -80;
	struct row_style style = style_of(ROWS_TSV);
	style.columns = "amount";
	check_listed(&fees, style, &fee, 1, sizeof fee, "-0.80\n");
	style.format = ROWS_JSONL;
	check_listed(&fees, style, &fee, 1, sizeof fee, "{\"amount\":-0.80}\n");
	style.format = ROWS_CSV_IT;
	check_listed(&fees, style, &fee, 1, sizeof fee, BOM "amount\r\n-0,80\r\n");
}

static void
a_percent_has_one_decimal(void **state)
{
	(void)state;
	static const struct {
		int64_t tenths;
		const char *text;
	} percents[] = { { 898, "89.8\n" }, { 900, "90.0\n" }, { 1000, "100.0\n" }, { 5, "0.5\n" }, { 0, "0.0\n" } };
	struct row_style style = style_of(ROWS_TSV);
	style.columns = "attended";
	for (size_t i = 0; i < ITEMS(percents); i++) {
		struct fee fee = rossi();
		fee.attended = percents[i].tenths;
		check_listed(&fees, style, &fee, 1, sizeof fee, percents[i].text);
	}
}

static void
tsv_escapes_tabs_line_feeds_and_backslashes(void **state)
{
	(void)state;
	check_note(ROWS_TSV, "a\tb\nc\\d", "x\ta\\tb\\nc\\\\d\n");
	check_note(ROWS_TSV, "\\t", "x\t\\\\t\n");
	check_note(ROWS_TSV, "\"a\", ;", "x\t\"a\", ;\n");
}

static void
csv_quotes_what_it_must(void **state)
{
	(void)state;
	check_note(ROWS_CSV, "a,b", "x,\"a,b\"\r\n");
	check_note(ROWS_CSV, "say \"ah\"", "x,\"say \"\"ah\"\"\"\r\n");
	check_note(ROWS_CSV, "a\nb", "x,\"a\nb\"\r\n");
	check_note(ROWS_CSV, "a\rb", "x,\"a\rb\"\r\n");
	check_note(ROWS_CSV, " a", "x,\" a\"\r\n");
	check_note(ROWS_CSV, "a ", "x,\"a \"\r\n");
}

static void
csv_leaves_text_as_it_is(void **state)
{
	(void)state;
	check_note(ROWS_CSV, "D'Angelo", "x,D'Angelo\r\n");
	check_note(ROWS_CSV, "=1+1", "x,=1+1\r\n");
	check_note(ROWS_CSV, "'t Hooft", "x,'t Hooft\r\n");
	check_note(ROWS_CSV, "a\\b", "x,a\\b\r\n");
}

static void
csv_it_quotes_every_text(void **state)
{
	(void)state;
	check_note(ROWS_CSV_IT, "a;b", BOM "\"x\";\"a;b\"\r\n");
	check_note(ROWS_CSV_IT, "say \"ah\"", BOM "\"x\";\"say \"\"ah\"\"\"\r\n");
	check_note(ROWS_CSV_IT, "a\nb", BOM "\"x\";\"a\nb\"\r\n");
	check_note(ROWS_CSV_IT, "02008", BOM "\"x\";\"02008\"\r\n");
	check_note(ROWS_CSV_IT, "Vero", BOM "\"x\";\"Vero\"\r\n");
	check_note(ROWS_CSV_IT, NULL, BOM "\"x\";\r\n");
}

static void
csv_it_puts_an_apostrophe_before_formulas(void **state)
{
	(void)state;
	check_note(ROWS_CSV_IT, "=1+1", BOM "\"x\";\"'=1+1\"\r\n");
	check_note(ROWS_CSV_IT, "+39", BOM "\"x\";\"'+39\"\r\n");
	check_note(ROWS_CSV_IT, "-1", BOM "\"x\";\"'-1\"\r\n");
	check_note(ROWS_CSV_IT, "@x", BOM "\"x\";\"'@x\"\r\n");
	check_note(ROWS_CSV_IT, "'t Hooft", BOM "\"x\";\"''t Hooft\"\r\n");
	check_note(ROWS_CSV_IT, "\nx", BOM "\"x\";\"'\nx\"\r\n");
	check_note(ROWS_CSV_IT, "=a;\"b\"", BOM "\"x\";\"'=a;\"\"b\"\"\"\r\n");
	check_note(ROWS_CSV_IT, "D'Angelo", BOM "\"x\";\"D'Angelo\"\r\n");
}

static void
jsonl_escapes_quotes_backslashes_and_control_characters(void **state)
{
	(void)state;
	check_note(ROWS_JSONL, "say \"ah\" \\", "{\"name\":\"x\",\"note\":\"say \\\"ah\\\" \\\\\"}\n");
	check_note(ROWS_JSONL, "\x1b[1m", "{\"name\":\"x\",\"note\":\"\\u001b[1m\"}\n");
	check_note(ROWS_JSONL, "a\x01" "b\x7f", "{\"name\":\"x\",\"note\":\"a\\u0001b\\u007f\"}\n");
	check_note(ROWS_JSONL, "Nicolò 株 \xf0\x9f\x98\x80", "{\"name\":\"x\",\"note\":\"Nicolò 株 \xf0\x9f\x98\x80\"}\n");
}

static void
jsonl_stays_json_whatever_the_bytes(void **state)
{
	(void)state;
	check_note(ROWS_JSONL, "Nicol\xf2", "{\"name\":\"x\",\"note\":\"Nicol\\ufffd\"}\n");
}

/* Takes the second record's texts as they were before csv-it. */
static void
take_texts(void *context, const struct csv_record *record)
{
	char *text = context;
	if (record->line == 1)
		return;
	assert_string_equal(text, "");
	for (size_t i = 0; i < record->count; i++)
		sprintf(text + strlen(text), "%s|", csv_plain(record->texts[i]));
}

static void
take_fault(void *context, size_t line, const char *what)
{
	(void)context;
	fail_msg("%zu: %s", line, what);
}

/* Writes one row of the listing and reads it back through csv_read. */
static void
check_read_back(const struct listing *listing, enum row_format format, const struct note *note, const char *expected)
{
	char path[64], texts[1024] = "";
	char *bytes = listed(listing, style_of(format), note, 1, sizeof *note);
	FILE *file = tmpfile();
	fputs(bytes, file);
	fflush(file);
	rewind(file);
	snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
	struct refusal why;
	assert_true(csv_read(path, &(struct csv_reading){ take_texts, take_fault, texts }, &why));
	assert_string_equal(texts, expected);
	fclose(file);
	free(bytes);
}

/* Up to seven of the characters that matter in CSV. */
static void
random_text(char *text)
{
	static const char *const characters[] = { "a", "è", "€", ",", ";", " ", "\"", "\n", "\r", "'", "=", "-" };
	text[0] = '\0';
	for (int count = rand() % 8; count > 0; count--)
		strcat(text, characters[(size_t)rand() % ITEMS(characters)]);
}

/* RULES 10.3. */
static void
what_csv_writes_is_read_back_the_same(void **state)
{
	(void)state;
	srand(103);
	for (int round = 0; round < 2000; round++) {
		char name[64], text[64], expected[256];
		random_text(name);
		random_text(text);
		const struct note note = { name, text };
		snprintf(expected, sizeof expected, "%s|%s|", name, text);
		check_read_back(&notes, ROWS_CSV_IT, &note, expected);
		snprintf(expected, sizeof expected, "%s|%s|", csv_plain(name), csv_plain(text));
		check_read_back(&notes, ROWS_CSV, &note, expected);
	}
}

static void
tabs_at_the_ends_are_read_back(void **state)
{
	(void)state;
	check_read_back(&notes, ROWS_CSV, &(struct note){ "\ta", "b\t" }, "\ta|b\t|");
	check_read_back(&notes, ROWS_CSV_IT, &(struct note){ "\ta", "b\t" }, "\ta|b\t|");
}

static void
a_single_empty_cell_is_read_back(void **state)
{
	(void)state;
	check_read_back(&names, ROWS_CSV, &(struct note){ "", NULL }, "|");
	check_read_back(&names, ROWS_CSV_IT, &(struct note){ NULL, NULL }, "|");
}

static void
a_single_column_is_read_back_whatever_separators_are_in_it(void **state)
{
	(void)state;
	static const char *const texts[] = { "a,b", "a;b", "a\tb", "a,b;c\td" };
	for (size_t i = 0; i < ITEMS(texts); i++) {
		char expected[16];
		snprintf(expected, sizeof expected, "%s|", texts[i]);
		check_read_back(&names, ROWS_CSV, &(struct note){ texts[i], NULL }, expected);
		check_read_back(&names, ROWS_CSV_IT, &(struct note){ texts[i], NULL }, expected);
	}
}

static void
columns_come_in_the_order_asked_for(void **state)
{
	(void)state;
	struct fee fee = rossi();
	struct row_style style = style_of(ROWS_CSV);
	style.columns = "amount,name";
	check_listed(&fees, style, &fee, 1, sizeof fee, "amount,name\r\n85.40,Rossi\r\n");
	style.format = ROWS_JSONL;
	check_listed(&fees, style, &fee, 1, sizeof fee, "{\"amount\":85.40,\"name\":\"Rossi\"}\n");
	style.format = ROWS_TABLE;
	check_listed(&fees, style, &fee, 1, sizeof fee, "amount  name\n 85.40  Rossi\n");
	style.format = ROWS_TSV;
	style.columns = "due";
	check_listed(&fees, style, &fee, 1, sizeof fee, "2021-03-31\n");
}

static void
check_unknown(const char *columns, const char *offending)
{
	struct sink sink;
	struct refusal why = { "" };
	struct row_style style = style_of(ROWS_TSV);
	style.columns = columns;
	sink_init(&sink, -1);
	sink_hold(&sink);
	if (rows_new(&sink, &fees, &style, &why))
		fail_msg("'%s' was taken", columns);
	assert_int_equal(sink.used, 0);
	assert_non_null(strstr(why.text, offending));
	for (size_t i = 0; i < ITEMS(fee_columns); i++)
		assert_non_null(strstr(why.text, fee_columns[i].name));
	sink_release(&sink);
}

static void
an_unknown_column_is_refused_and_the_known_ones_named(void **state)
{
	(void)state;
	check_unknown("surname", "surname");
	check_unknown("name,surname", "surname");
	check_unknown("Name", "Name");
	check_unknown("nam", "nam");
	check_unknown("name amount", "name amount");
	check_unknown("", "");
	check_unknown("name,", "");
	check_unknown(",name", "");
}

static void
a_very_long_column_name_is_refused_without_harm(void **state)
{
	(void)state;
	struct sink sink;
	struct refusal why = { "" };
	struct row_style style = style_of(ROWS_TSV);
	char *columns = malloc(100001);
	memset(columns, 'x', 100000);
	columns[100000] = '\0';
	style.columns = columns;
	sink_init(&sink, -1);
	assert_null(rows_new(&sink, &fees, &style, &why));
	assert_int_not_equal(strlen(why.text), 0);
	sink_release(&sink);
	free(columns);
}

static void
the_header_comes_even_without_rows(void **state)
{
	(void)state;
	check_listed(&notes, style_of(ROWS_CSV), NULL, 0, 0, "name,note\r\n");
	check_listed(&notes, style_of(ROWS_CSV_IT), NULL, 0, 0, BOM "name;note\r\n");
	check_listed(&notes, style_of(ROWS_TABLE), NULL, 0, 0, "name  note\n");
	check_listed(&notes, style_of(ROWS_TSV), NULL, 0, 0, "");
	check_listed(&notes, style_of(ROWS_JSONL), NULL, 0, 0, "");
}

static void
the_header_comes_or_not_as_asked(void **state)
{
	(void)state;
	const struct note note = { "a", "b" };
	static const struct {
		enum row_format format;
		const char *with, *without;
	} cases[] = {
		{ ROWS_TSV, "name\tnote\na\tb\n", "a\tb\n" },
		{ ROWS_CSV, "name,note\r\na,b\r\n", "a,b\r\n" },
		{ ROWS_CSV_IT, BOM "name;note\r\n\"a\";\"b\"\r\n", BOM "\"a\";\"b\"\r\n" },
		{ ROWS_TABLE, "name  note\na     b\n", "a  b\n" },
	};
	for (size_t i = 0; i < ITEMS(cases); i++) {
		struct row_style style = style_of(cases[i].format);
		style.header = 1;
		check_listed(&notes, style, &note, 1, sizeof note, cases[i].with);
		style.header = 0;
		check_listed(&notes, style, &note, 1, sizeof note, cases[i].without);
	}
}

static void
a_bare_listing_has_a_header_only_if_asked_for(void **state)
{
	(void)state;
	struct listing bare = names;
	bare.bare = true;
	const struct note note = { "a", NULL };
	struct row_style style = style_of(ROWS_TABLE);
	check_listed(&bare, style, &note, 1, sizeof note, "a\n");
	style.header = 1;
	check_listed(&bare, style, &note, 1, sizeof note, "name\na\n");
}

static void
a_terminal_gets_a_table_and_a_pipe_tsv(void **state)
{
	(void)state;
	const struct note note = { "a", "b" };
	struct row_style style = style_of(ROWS_AUTO);
	check_listed(&notes, style, &note, 1, sizeof note, "a\tb\n");
	style.terminal = true;
	check_listed(&notes, style, &note, 1, sizeof note, "name  note\na     b\n");
}

static void
the_names_of_the_formats_follow_the_enumeration(void **state)
{
	(void)state;
	assert_string_equal(row_formats[ROWS_TABLE - 1], "table");
	assert_string_equal(row_formats[ROWS_TSV - 1], "tsv");
	assert_string_equal(row_formats[ROWS_CSV - 1], "csv");
	assert_string_equal(row_formats[ROWS_CSV_IT - 1], "csv-it");
	assert_string_equal(row_formats[ROWS_JSONL - 1], "jsonl");
}

static void
a_table_aligns_accents_ideographs_and_marks(void **state)
{
	(void)state;
	static const struct note rows[] = { { "Nicolò", "1" }, { "Mu\xcc\x88ller", "2" }, { "株式", "3" }, { "Rossini", "4" } };
	check_listed(&notes, style_of(ROWS_TABLE), rows, 4, sizeof rows[0],
	    "name     note\nNicolò   1\nMu\xcc\x88ller   2\n株式     3\nRossini  4\n");
}

static void
a_table_makes_control_characters_visible(void **state)
{
	(void)state;
	static const struct note rows[] = { { "a\x1b]0;b\x07", "1" }, { "x\ny", "2" }, { "Nicol\xf2", "\xe2\x80\xae" } };
	check_listed(&notes, style_of(ROWS_TABLE), rows, 3, sizeof rows[0],
	    "name           note\na\\x1b]0;b\\x07  1\nx\\x0ay         2\nNicol\\xf2      \\xe2\\x80\\xae\n");
}

/* RULES 11. */
static void
no_format_sends_control_characters_to_a_terminal(void **state)
{
	(void)state;
	const struct note note = { "a\x1b]0;b\x07", "\xc2\x9b" };
	for (enum row_format format = ROWS_TABLE; format <= ROWS_JSONL; format++) {
		struct row_style style = style_of(format);
		style.terminal = true;
		style.width = 80;
		char *text = listed(&notes, style, &note, 1, sizeof note);
		if (strchr(text, '\x1b') || strchr(text, '\x07') || strstr(text, "\xc2\x9b"))
			fail_msg("%s", row_formats[format - 1]);
		free(text);
	}
}

static const struct person people[] = {
	{ "Rossi Maria", "Torino", "maria.rossi@example.org", 8540, { 18675 } },
	{ "De Luca Nicolò", "Milano", "deluca@example.org", 100, { 18676 } },
};

static void
check_people(unsigned width, const char *expected)
{
	struct row_style style = style_of(ROWS_TABLE);
	style.width = width;
	style.terminal = true;
	check_listed(&persons, style, people, ITEMS(people), sizeof people[0], expected);
}

static void
a_table_that_fits_is_shown_whole(void **state)
{
	(void)state;
	static const char whole[] = "name            city     open  email                    since\n"
				    "Rossi Maria     Torino  85.40  maria.rossi@example.org  2021-02-17\n"
				    "De Luca Nicolò  Milano   1.00  deluca@example.org       2021-02-18\n";
	check_people(0, whole);
	check_people(80, whole);
	check_people(66, whole);
}

static void
a_narrow_terminal_goes_without_details(void **state)
{
	(void)state;
	check_people(65, "name            city     open  email\n"
			 "Rossi Maria     Torino  85.40  maria.rossi@example.org\n"
			 "De Luca Nicolò  Milano   1.00  deluca@example.org\n");
	check_people(40, "name            city     open\n"
			 "Rossi Maria     Torino  85.40\n"
			 "De Luca Nicolò  Milano   1.00\n");
	check_people(21, "name             open\n"
			 "Rossi Maria     85.40\n"
			 "De Luca Nicolò   1.00\n");
}

static void
a_narrower_terminal_shortens_texts_but_no_numbers(void **state)
{
	(void)state;
	check_people(17, "name         open\n"
			 "Rossi Mar…  85.40\n"
			 "De Luca N…   1.00\n");
	for (unsigned width = 1; width < 17; width++) {
		struct row_style style = style_of(ROWS_TABLE);
		style.width = width;
		char *text = listed(&persons, style, people, ITEMS(people), sizeof people[0]);
		assert_non_null(strstr(text, "85.40"));
		free(text);
	}
}

static void
details_stay_in_every_other_format(void **state)
{
	(void)state;
	struct row_style style = style_of(ROWS_TSV);
	style.width = 10;
	check_listed(&persons, style, people, 1, sizeof people[0], "Rossi Maria\tTorino\t85.40\tmaria.rossi@example.org\t2021-02-17\n");
}

static void
the_last_cell_of_a_line_is_not_padded(void **state)
{
	(void)state;
	static const struct note rows[] = { { "a", "b" }, { "a", "long one" } };
	check_listed(&notes, style_of(ROWS_TABLE), rows, 2, sizeof rows[0], "name  note\na     b\na     long one\n");
}

/* More rows than a table measures, the last with a wider amount than any before. */
static void
a_late_amount_is_never_cut(void **state)
{
	(void)state;
	enum { COUNT = 5000 };
	struct person *many = malloc(COUNT * sizeof *many);
	for (size_t i = 0; i < COUNT; i++)
		many[i] = people[0];
	many[COUNT - 1].open = 123456789;
	struct row_style style = style_of(ROWS_TABLE);
	style.width = 80;
	char *text = listed(&persons, style, many, COUNT, sizeof *many);
	assert_non_null(strstr(text, "1234567.89"));
	free(text);
	free(many);
}

static void
every_row_of_a_long_table_comes(void **state)
{
	(void)state;
	enum { COUNT = 3000 };
	struct person *many = malloc(COUNT * sizeof *many);
	for (size_t i = 0; i < COUNT; i++) {
		many[i] = people[0];
		many[i].open = (cents)i;
	}
	struct row_style style = style_of(ROWS_TABLE);
	style.columns = "open";
	style.header = 0;
	char *text = listed(&persons, style, many, COUNT, sizeof *many), *line = text;
	for (size_t i = 0; i < COUNT; i++, line = strchr(line, '\n') + 1)
		assert_int_equal(strtod(line, NULL) * 100 + 0.5, i);
	assert_string_equal(line, "");
	free(text);
	free(many);
}

static void
a_record_is_shown_as_names_and_values(void **state)
{
	(void)state;
	struct listing record = fees;
	record.record = true;
	struct fee fee = rossi();
	struct row_style style = style_of(ROWS_TABLE);
	style.width = 20;
	check_listed(&record, style, &fee, 1, sizeof fee,
	    "name      Rossi\n"
	    "due       2021-03-31\n"
	    "month     2021-03\n"
	    "time      21:00\n"
	    "amount    85.40\n"
	    "sessions  10\n"
	    "attended  89.8\n"
	    "rate      22.5\n");
}

static void
a_record_shows_an_empty_value_as_its_name_alone(void **state)
{
	(void)state;
	struct listing record = notes;
	record.record = true;
	check_listed(&record, style_of(ROWS_TABLE), &(struct note){ "a\x1b", NULL }, 1, sizeof(struct note), "name  a\\x1b\nnote\n");
}

static void
a_record_is_an_ordinary_row_elsewhere(void **state)
{
	(void)state;
	struct listing record = notes;
	record.record = true;
	check_listed(&record, style_of(ROWS_TSV), &(struct note){ "a", "b" }, 1, sizeof(struct note), "a\tb\n");
	check_listed(&record, style_of(ROWS_JSONL), &(struct note){ "a", "b" }, 1, sizeof(struct note), "{\"name\":\"a\",\"note\":\"b\"}\n");
}

static enum shade
shade_of_person(const void *row)
{
	const struct person *person = row;
	return person->open > 1000 ? SHADE_RED : SHADE_NONE;
}

static const struct listing shaded = SHADED_LISTING(person_columns, shade_of_person);

static struct row_style
coloured(enum row_format format)
{
	struct row_style style = style_of(format);
	style.terminal = style.colour = true;
	return style;
}

static void
a_coloured_table_has_a_bold_header_and_each_row_its_shade(void **state)
{
	(void)state;
	struct row_style style = coloured(ROWS_TABLE);
	style.columns = "name,open";
	check_listed(&shaded, style, people, ITEMS(people), sizeof people[0],
	    "\x1b[1mname             open\x1b[0m\n"
	    "\x1b[31mRossi Maria     85.40\x1b[0m\n"
	    "De Luca Nicolò   1.00\n");
	check_listed(&notes, coloured(ROWS_TABLE), &(struct note){ "a", "b" }, 1, sizeof(struct note), "\x1b[1mname  note\x1b[0m\na     b\n");
}

static void
shades_take_no_room_in_a_narrow_table(void **state)
{
	(void)state;
	struct row_style style = coloured(ROWS_TABLE);
	style.width = 17;
	check_listed(&shaded, style, people, ITEMS(people), sizeof people[0],
	    "\x1b[1mname         open\x1b[0m\n"
	    "\x1b[31mRossi Mar…  85.40\x1b[0m\n"
	    "De Luca N…   1.00\n");
}

static void
without_colour_a_table_has_no_shades(void **state)
{
	(void)state;
	struct row_style style = coloured(ROWS_TABLE);
	style.colour = false;
	style.columns = "name";
	check_listed(&shaded, style, people, 1, sizeof people[0], "name\nRossi Maria\n");
}

static void
no_other_format_has_shades(void **state)
{
	(void)state;
	for (enum row_format format = ROWS_TSV; format <= ROWS_JSONL; format++) {
		char *text = listed(&shaded, coloured(format), people, ITEMS(people), sizeof people[0]);
		assert_null(strchr(text, '\x1b'));
		free(text);
	}
}

/* Every row after those that are measured is written at once. */
static void
the_last_row_of_a_long_table_has_its_shade(void **state)
{
	(void)state;
	enum { COUNT = 1200 };
	struct person *many = malloc(COUNT * sizeof *many);
	for (size_t i = 0; i < COUNT; i++)
		many[i] = people[i + 1 < COUNT];
	struct row_style style = coloured(ROWS_TABLE);
	style.columns = "name";
	style.header = 0;
	char *text = listed(&shaded, style, many, COUNT, sizeof *many);
	assert_string_equal(strchr(text, '\x1b'), "\x1b[31mRossi Maria\x1b[0m\n");
	free(text);
	free(many);
}

static const struct column day_columns[] = { DATE_COLUMN(struct fee, due), WEEKDAY_COLUMN(struct fee, due) };
static const struct listing days = LISTING(day_columns);

static void
days_of_the_week_are_in_the_reader_s_language_in_a_table_only(void **state)
{
	(void)state;
	const struct fee rows[] = { rossi(), nothing };
	struct row_style style = style_of(ROWS_TABLE);
	check_listed(&days, style, rows, 2, sizeof rows[0], "due         weekday\n2021-03-31  Wed\n\n");
	style.language = "it";
	check_listed(&days, style, rows, 2, sizeof rows[0], "due         weekday\n2021-03-31  mer\n\n");
	style.format = ROWS_TSV;
	check_listed(&days, style, rows, 2, sizeof rows[0], "2021-03-31\tWed\n\t\n");
	style.format = ROWS_CSV_IT;
	check_listed(&days, style, rows, 1, sizeof rows[0], BOM "due;weekday\r\n31/03/2021;Wed\r\n");
	style.format = ROWS_JSONL;
	check_listed(&days, style, rows, 2, sizeof rows[0], "{\"due\":\"2021-03-31\",\"weekday\":\"Wed\"}\n{\"due\":null,\"weekday\":null}\n");
}

static void
a_sentence_that_is_too_long_goes_on_below(void **state)
{
	(void)state;
	struct verdict {
		const char *who, *why;
	};
	static const struct column columns[] = { TEXT_COLUMN(struct verdict, who), SENTENCE_COLUMN(struct verdict, why) };
	static const struct listing verdicts = LISTING(columns);
	const struct verdict rows[] = { { "rossi", "the month is paid  already; \x1b" " words-without-a-blank" }, { "conti", NULL } };
	struct row_style style = style_of(ROWS_TABLE);
	style.width = 20;
	check_listed(&verdicts, style, rows, 2, sizeof rows[0],
	    "who    why\n"
	    "rossi  the month is\n"
	    "       paid\n"
	    "       already; \\x1b\n"
	    "       words-without\n"
	    "       -a-blank\n"
	    "conti\n");
	style.columns = "why,who";
	check_listed(&verdicts, style, rows, 1, sizeof rows[0], "why            who\nthe month is…  rossi\n");
}

/* A text that can be shortened to 24 columns is, before a detail is left out. */
static void
a_long_text_is_shortened_before_details_go(void **state)
{
	(void)state;
	const struct person person = { "Associazione per la formazione continua", "Roma", NULL, 100, DATE_NONE };
	struct row_style style = style_of(ROWS_TABLE);
	style.columns = "name,city";
	style.width = 30;
	check_listed(&persons, style, &person, 1, sizeof person, "name                      city\nAssociazione per la for…  Roma\n");
	style.width = 29;
	check_listed(&persons, style, &person, 1, sizeof person, "name\nAssociazione per la formazio…\n");
}

static void
rows_are_for_people_in_a_table_that_has_the_column(void **state)
{
	(void)state;
	struct refusal why;
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	static const struct {
		enum row_format format;
		const char *columns, *asked;
		bool expected;
	} cases[] = { { ROWS_TABLE, NULL, "city", true }, { ROWS_TABLE, "name", "city", false }, { ROWS_TABLE, "name", NULL, true },
		{ ROWS_TSV, NULL, "city", false }, { ROWS_JSONL, NULL, NULL, false } };
	for (size_t i = 0; i < ITEMS(cases); i++) {
		struct row_style style = style_of(cases[i].format);
		style.columns = cases[i].columns;
		struct rows *rows = rows_new(&sink, &persons, &style, &why);
		assert_int_equal(rows_for_people(rows, cases[i].asked), cases[i].expected);
		rows_free(rows);
	}
	sink_release(&sink);
}

static void
rows_released_early_write_no_more(void **state)
{
	(void)state;
	struct sink sink;
	struct refusal why;
	static const enum row_format formats[] = { ROWS_TSV, ROWS_CSV, ROWS_CSV_IT, ROWS_JSONL, ROWS_TABLE };
	sink_init(&sink, -1);
	sink_hold(&sink);
	for (size_t i = 0; i < ITEMS(formats); i++) {
		struct row_style style = style_of(formats[i]);
		style.header = 1;
		struct rows *rows = rows_new(&sink, &persons, &style, &why);
		if (formats[i] == ROWS_TABLE)
			rows_emit(rows, &people[0]); /* a table measures its first rows */
		rows_free(rows);
	}
	rows_free(NULL);
	assert_int_equal(sink.used, 0);
	sink_release(&sink);
}

static void
the_texts_of_a_row_need_live_for_its_call_only(void **state)
{
	(void)state;
	struct sink sink;
	struct refusal why;
	struct row_style style = style_of(ROWS_TABLE);
	sink_init(&sink, -1);
	sink_hold(&sink);
	struct rows *rows = rows_new(&sink, &names, &style, &why);
	for (char letter = 'a'; letter <= 'c'; letter++) {
		char text[] = { letter, '\0' };
		rows_emit(rows, &(struct note){ text, NULL });
		text[0] = '?';
	}
	rows_finish(rows);
	rows_free(rows);
	sink_char(&sink, '\0');
	assert_string_equal(sink.buffer, "name\na\nb\nc\n");
	sink_release(&sink);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tsv_has_tabs_and_no_header),
		cmocka_unit_test(csv_has_a_header_commas_and_crlf),
		cmocka_unit_test(csv_it_is_what_italian_spreadsheets_read),
		cmocka_unit_test(jsonl_is_an_object_a_line_with_numbers_as_numbers),
		cmocka_unit_test(a_table_has_a_header_and_numbers_at_the_right),
		cmocka_unit_test(an_empty_value_is_an_empty_cell),
		cmocka_unit_test(an_empty_value_is_null_in_jsonl),
		cmocka_unit_test(zero_is_not_empty),
		cmocka_unit_test(negative_amounts_keep_their_sign),
		cmocka_unit_test(a_percent_has_one_decimal),
		cmocka_unit_test(tsv_escapes_tabs_line_feeds_and_backslashes),
		cmocka_unit_test(csv_quotes_what_it_must),
		cmocka_unit_test(csv_leaves_text_as_it_is),
		cmocka_unit_test(csv_it_quotes_every_text),
		cmocka_unit_test(csv_it_puts_an_apostrophe_before_formulas),
		cmocka_unit_test(jsonl_escapes_quotes_backslashes_and_control_characters),
		cmocka_unit_test(jsonl_stays_json_whatever_the_bytes),
		cmocka_unit_test(what_csv_writes_is_read_back_the_same),
		cmocka_unit_test(tabs_at_the_ends_are_read_back),
		cmocka_unit_test(a_single_empty_cell_is_read_back),
		cmocka_unit_test(a_single_column_is_read_back_whatever_separators_are_in_it),
		cmocka_unit_test(columns_come_in_the_order_asked_for),
		cmocka_unit_test(an_unknown_column_is_refused_and_the_known_ones_named),
		cmocka_unit_test(a_very_long_column_name_is_refused_without_harm),
		cmocka_unit_test(the_header_comes_even_without_rows),
		cmocka_unit_test(the_header_comes_or_not_as_asked),
		cmocka_unit_test(a_bare_listing_has_a_header_only_if_asked_for),
		cmocka_unit_test(a_terminal_gets_a_table_and_a_pipe_tsv),
		cmocka_unit_test(the_names_of_the_formats_follow_the_enumeration),
		cmocka_unit_test(a_table_aligns_accents_ideographs_and_marks),
		cmocka_unit_test(a_table_makes_control_characters_visible),
		cmocka_unit_test(no_format_sends_control_characters_to_a_terminal),
		cmocka_unit_test(a_table_that_fits_is_shown_whole),
		cmocka_unit_test(a_narrow_terminal_goes_without_details),
		cmocka_unit_test(a_narrower_terminal_shortens_texts_but_no_numbers),
		cmocka_unit_test(details_stay_in_every_other_format),
		cmocka_unit_test(the_last_cell_of_a_line_is_not_padded),
		cmocka_unit_test(a_late_amount_is_never_cut),
		cmocka_unit_test(every_row_of_a_long_table_comes),
		cmocka_unit_test(a_record_is_shown_as_names_and_values),
		cmocka_unit_test(a_record_shows_an_empty_value_as_its_name_alone),
		cmocka_unit_test(a_record_is_an_ordinary_row_elsewhere),
		cmocka_unit_test(a_coloured_table_has_a_bold_header_and_each_row_its_shade),
		cmocka_unit_test(shades_take_no_room_in_a_narrow_table),
		cmocka_unit_test(without_colour_a_table_has_no_shades),
		cmocka_unit_test(no_other_format_has_shades),
		cmocka_unit_test(the_last_row_of_a_long_table_has_its_shade),
		cmocka_unit_test(days_of_the_week_are_in_the_reader_s_language_in_a_table_only),
		cmocka_unit_test(a_sentence_that_is_too_long_goes_on_below),
		cmocka_unit_test(a_long_text_is_shortened_before_details_go),
		cmocka_unit_test(rows_are_for_people_in_a_table_that_has_the_column),
		cmocka_unit_test(rows_released_early_write_no_more),
		cmocka_unit_test(the_texts_of_a_row_need_live_for_its_call_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
