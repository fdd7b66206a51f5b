/*
 * Any row in every format: csv and csv-it read back as the same texts, tsv and jsonl can be taken apart again, and
 * what goes to a terminal holds no control character but the ends of lines (and what separates cells).
 */
#include "fuzz.h"

#include <balint/csv.h>
#include <balint/rows.h>

struct row {
	const char *name, *note, *extra;
	struct date date;
	struct month month;
	struct daytime time;
	cents amount;
	int64_t count, percent, rate;
};

#define ROW struct row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, name), DATE_COLUMN(ROW, date), AMOUNT_COLUMN(ROW, amount), TEXT_COLUMN(ROW, note), MONTH_COLUMN(ROW, month),
	TIME_COLUMN(ROW, time), COUNT_COLUMN(ROW, count), TEXT_DETAIL(ROW, extra), PERCENT_COLUMN(ROW, percent), RATE_COLUMN(ROW, rate),
};
static const struct listing listing = LISTING(columns), record = { columns, sizeof columns / sizeof columns[0], true, false, NULL };
static const struct listing single = { columns, 1, false, false, NULL };
static const size_t places[] = { 0, 3, 7 }; /* of the texts */

enum { ROWS_MOST = 16 };

struct rowset {
	struct row rows[ROWS_MOST];
	char *texts[3 * ROWS_MOST];
	size_t count;
	const struct listing *listing;
	bool utf8; /* all of the texts */
};

static void
take_row(struct input *input, struct rowset *set)
{
	struct row *row = &set->rows[set->count];
	char **texts = &set->texts[3 * set->count++];
	uint8_t given = input_byte(input);
	for (int i = 0; i < 3; i++) {
		texts[i] = input_text(input);
		set->utf8 &= fuzz_is_utf8(texts[i], strlen(texts[i]));
	}
	uint64_t number = (uint64_t)input_number(input);
	*row = (struct row){ texts[0], given & 1 ? texts[1] : NULL, texts[2], DATE_NONE, MONTH_NONE, TIME_NONE, CENTS_NONE, COUNT_NONE, COUNT_NONE, COUNT_NONE };
	if (given & 2)
		row->date.day = (int32_t)(number % 3074000) - 141349; /* 1583 to 9999 */
	if (given & 4)
		row->month.month = 12 * 1583 + (int32_t)(number % (12 * 8417));
	if (given & 8)
		row->time.minute = (int32_t)(number % 1441);
	if (given & 16)
		row->amount = (int64_t)(number % (2 * CENTS_MOST)) - CENTS_MOST;
	if (given & 32)
		row->count = (int64_t)number;
	if (given & 64) {
		row->percent = (int64_t)(number % 1001);
		row->rate = (int64_t)(number % 10001);
	}
}

static struct sink
format(const struct rowset *set, const struct row_style *style)
{
	struct sink sink;
	struct refusal why;
	sink_init(&sink, -1);
	sink_hold(&sink);
	struct rows *rows = rows_new(&sink, set->listing, style, &why);
	EXPECT(rows, "%s", why.text);
	for (size_t i = 0; i < set->count; i++)
		rows_emit(rows, &set->rows[i]);
	rows_finish(rows);
	rows_free(rows);
	sink_room(&sink, 1);
	return sink;
}

static const char *
text_at(const struct rowset *set, size_t row, size_t column)
{
	const struct row *r = &set->rows[row];
	const char *text = column == 0 ? r->name : column == 3 ? r->note : r->extra;
	return text ? text : "";
}

static bool
is_text(size_t column)
{
	return column == places[0] || column == places[1] || column == places[2];
}

/* ---- csv and csv-it */

struct reading {
	const struct rowset *set;
	size_t records;
	bool italian;
};

static void
take(void *context, const struct csv_record *found)
{
	struct reading *reading = context;
	size_t row = reading->records++;
	EXPECT(found->count == reading->set->listing->count, "record %zu has %zu fields", row, found->count);
	if (row == 0) {
		for (size_t i = 0; i < found->count; i++)
			EXPECT(strcmp(found->texts[i], columns[i].name) == 0, "header '%s'", found->texts[i]);
		return;
	}
	EXPECT(row <= reading->set->count, "record %zu of %zu", row, reading->set->count);
	for (size_t i = 0; i < found->count; i++) {
		if (!is_text(i))
			continue;
		const char *text = text_at(reading->set, row - 1, i), *got = found->texts[i];
		/* In plain csv a cell is the text as it is, and only there an apostrophe before `=` may be the text's own. */
		bool own = !reading->italian && *text == '\'' && csv_needs_apostrophe(text + 1);
		EXPECT(strcmp(own ? got : csv_plain(got), text) == 0, "%s: '%s' came back as '%s'", columns[i].name, text, got);
		EXPECT(!reading->italian || !*got || !strchr("=+-@\t\r\n", *got), "a formula in csv-it: '%s'", got);
	}
}

static void
complain(void *context, size_t line, const char *what)
{
	(void)context;
	EXPECT(!*what, "line %zu: %s", line, what);
}

static void
check_csv(const struct rowset *set, bool italian)
{
	struct row_style style = { italian ? ROWS_CSV_IT : ROWS_CSV, 1, NULL, 0, false, false, NULL };
	struct sink sink = format(set, &style);
	struct reading reading = { set, 0, italian };
	struct csv_reading takers = { take, complain, &reading };
	struct refusal why;
	char path[64];
	int fd = fuzz_file(sink.buffer, sink.used, path);
	EXPECT(sink.used >= 2 && memcmp(sink.buffer + sink.used - 2, "\r\n", 2) == 0, "the end of the last line");
	EXPECT(csv_read(path, &takers, &why), "%s", why.text);
	EXPECT(reading.records == set->count + 1, "%zu records of %zu came back", reading.records, set->count + 1);
	close(fd);
	sink_release(&sink);
}

/* ---- tsv and jsonl */

static void
check_tsv(const struct rowset *set)
{
	struct row_style style = { ROWS_TSV, -1, NULL, 0, false, false, NULL };
	struct sink sink = format(set, &style);
	const char *c = sink.buffer, *end = c + sink.used;
	for (size_t row = 0; row < set->count; row++)
		for (size_t i = 0; i < set->listing->count; i++) {
			const char *text = is_text(i) ? text_at(set, row, i) : NULL;
			for (; c < end && *c != '\t' && *c != '\n'; c++) {
				char plain = *c;
				if (*c == '\\') {
					EXPECT(c + 1 < end && strchr("tn\\", c[1]), "an escape that is none");
					plain = *++c == 't' ? '\t' : *c == 'n' ? '\n' : '\\';
				}
				EXPECT(!text || *text++ == plain, "row %zu, %s differs", row, columns[i].name);
			}
			EXPECT(!text || !*text, "row %zu, %s is cut", row, columns[i].name);
			EXPECT(c < end && *c++ == (i + 1 < set->listing->count ? '\t' : '\n'), "row %zu ends early or late", row);
		}
	EXPECT(c == end, "more than all rows");
	sink_release(&sink);
}

static int
hex4(const char *c)
{
	int value = 0;
	for (int i = 0; i < 4; i++, c++) {
		EXPECT(strchr("0123456789abcdef", *c) && *c, "\\u without four digits");
		value = value * 16 + (*c <= '9' ? *c - '0' : *c - 'a' + 10);
	}
	return value;
}

/* Reads a JSON string, compares it with the text where it is not NULL, and goes behind it. */
static const char *
json_string(const char *c, const char *text)
{
	EXPECT(*c == '"', "no string");
	for (c++; *c != '"'; c++) {
		EXPECT((unsigned char)*c >= 0x20 && *c != 0x7f, "a control character in a JSON string");
		int codepoint = (unsigned char)*c;
		if (*c == '\\') {
			c++;
			EXPECT(strchr("\"\\u", *c) && *c, "an escape that JSON does not know");
			codepoint = (unsigned char)*c;
			if (*c == 'u') {
				codepoint = hex4(c + 1);
				c += 4;
			}
		} else if (codepoint >= 0x80) {
			size_t size = text_character(c, strlen(c), &codepoint);
			EXPECT(codepoint >= 0, "JSON that is not UTF-8");
			c += size - 1;
		}
		if (!text)
			continue;
		int expected;
		size_t size = text_character(text, strlen(text), &expected);
		EXPECT(*text && expected == codepoint, "U+%04X instead of U+%04X", (unsigned)codepoint, (unsigned)expected);
		text += size;
	}
	EXPECT(!text || !*text, "a text is cut");
	return c + 1;
}

static void
check_json(const struct rowset *set)
{
	struct row_style style = { ROWS_JSONL, -1, NULL, 0, false, false, NULL };
	struct sink sink = format(set, &style);
	*sink_room(&sink, 1) = '\0';
	const char *c = sink.buffer;
	for (size_t row = 0; row < set->count; row++) {
		for (size_t i = 0; i < set->listing->count; i++) {
			EXPECT(*c++ == (i ? ',' : '{'), "row %zu", row);
			c = json_string(c, columns[i].name);
			EXPECT(*c++ == ':', "row %zu", row);
			const char *text = is_text(i) ? text_at(set, row, i) : NULL;
			if (strncmp(c, "null", 4) == 0) {
				EXPECT(!text || !*text, "a text became null");
				c += 4;
			} else if (*c == '"') {
				c = json_string(c, set->utf8 ? text : NULL);
			} else {
				size_t length = strspn(c, "0123456789.-");
				EXPECT(length > 0 && !text, "no value");
				c += length;
			}
		}
		EXPECT(*c++ == '}' && *c++ == '\n', "row %zu", row);
	}
	EXPECT(c == sink.buffer + sink.used, "more than all rows");
	sink_release(&sink);
}

/* ---- terminals */

static void
check_terminal(const struct rowset *set, enum row_format style_format, unsigned width)
{
	struct row_style style = { style_format, -1, NULL, width, true, false, NULL };
	struct sink sink = format(set, &style);
	bool csv = style_format == ROWS_CSV || style_format == ROWS_CSV_IT;
	size_t at = style_format == ROWS_CSV_IT && sink.used >= 3 ? 3 : 0, line = at; /* behind the byte order mark */
	for (size_t size; at < sink.used; at += size) {
		int codepoint;
		const char *c = sink.buffer + at;
		size = text_character(c, sink.used - at, &codepoint);
		EXPECT(codepoint >= 0, "a byte to the terminal that is not UTF-8: 0x%02x", (unsigned char)*c);
		bool allowed = codepoint == '\n' || (csv && codepoint == '\r' && at + 1 < sink.used && c[1] == '\n') || (style_format == ROWS_TSV && codepoint == '\t');
		EXPECT(allowed || !text_is_control(codepoint), "U+%04X to the terminal", (unsigned)codepoint);
		if (codepoint != '\n')
			continue;
		size_t columns_used = text_width(sink.buffer + line, at - line);
		EXPECT(style_format != ROWS_TABLE || set->listing->record || width < 120 || columns_used <= width, "a line of %zu columns on %u", columns_used, width);
		line = at + 1;
	}
	EXPECT(sink.used == 0 || sink.buffer[sink.used - 1] == '\n', "the last line has no end");
	sink_release(&sink);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input input = { data, size };
	struct rowset set = { .utf8 = true };
	uint8_t shape = input_byte(&input);
	unsigned width = input_byte(&input);
	set.listing = shape % 4 == 3 ? &record : shape % 4 == 2 ? &single : &listing;
	while (input.length > 0 && set.count < ROWS_MOST)
		take_row(&input, &set);
	if (set.utf8) {
		check_csv(&set, false);
		check_csv(&set, true);
	}
	check_tsv(&set);
	check_json(&set);
	for (enum row_format form = ROWS_TABLE; form <= ROWS_JSONL; form++)
		check_terminal(&set, form, width);
	for (size_t i = 0; i < 3 * set.count; i++)
		free(set.texts[i]);
	return 0;
}
