/*
 * csv_read takes any file: it names faults in the order of their lines, gives texts that are UTF-8, says the
 * same of a pipe as of a file, and reads back what is written of what it has read.
 */
#include "fuzz.h"

#include <balint/csv.h>
#include <balint/sink.h>

struct table {
	struct sink records; /* each field and a NUL, each record and an SOH before its line */
	struct sink quoted;  /* the same as CSV with everything in quotes */
	struct sink faults;
	size_t line, count, complaints, lines;
};

static void
take(void *context, const struct csv_record *record)
{
	struct table *table = context;
	EXPECT(record->count > 0, "a record without fields on line %zu", record->line);
	EXPECT(record->line >= table->line && record->line <= table->lines, "line %zu after %zu, of %zu", record->line, table->line, table->lines);
	table->line = record->line;
	table->count++;
	sink_char(&table->records, '\1');
	for (size_t i = 0; i < record->count; i++) {
		const char *text = record->texts[i];
		EXPECT(fuzz_is_utf8(text, strlen(text)), "line %zu field %zu is not UTF-8", record->line, i + 1);
		EXPECT(strlen(text) <= CSV_FIELD_MOST, "line %zu field %zu has %zu bytes", record->line, i + 1, strlen(text));
		EXPECT(csv_plain(text) == text || csv_plain(text) == text + 1, "csv_plain");
		sink_bytes(&table->records, text, strlen(text) + 1);
		sink_text(&table->quoted, i ? ",\"" : "\"");
		for (; *text; text++)
			*text == '"' ? sink_text(&table->quoted, "\"\"") : sink_char(&table->quoted, *text);
		sink_char(&table->quoted, '"');
	}
	sink_text(&table->quoted, "\r\n");
}

static void
complain(void *context, size_t line, const char *what)
{
	struct table *table = context;
	EXPECT(line >= 1 && line <= table->lines, "a fault on line %zu of %zu: %s", line, table->lines, what);
	for (const char *c = what; *c; c++)
		EXPECT((unsigned char)*c >= 0x20 && (unsigned char)*c < 0x7f, "a fault with strange characters: %s", what);
	table->complaints++;
	sink_format(&table->faults, "%zu: %s\n", line, what);
}

static void
table_init(struct table *table, size_t lines)
{
	*table = (struct table){ .lines = lines };
	struct sink *sinks[] = { &table->records, &table->quoted, &table->faults };
	for (size_t i = 0; i < 3; i++) {
		sink_init(sinks[i], -1);
		sink_hold(sinks[i]);
	}
}

static void
table_release(struct table *table)
{
	sink_release(&table->records);
	sink_release(&table->quoted);
	sink_release(&table->faults);
}

static void
read_into(struct table *table, const char *path)
{
	struct refusal why;
	struct csv_reading reading = { take, complain, table };
	EXPECT(csv_read(path, &reading, &why), "%s", why.text);
}

static void
read_bytes(struct table *table, const void *bytes, size_t length)
{
	char path[64];
	int fd = fuzz_file(bytes, length, path);
	read_into(table, path);
	close(fd);
}

/* Through a pipe, which can be read once only. */
static void
read_pipe(struct table *table, const void *bytes, size_t length)
{
	int ends[2];
	char path[64];
	EXPECT(pipe(ends) == 0 && write(ends[1], bytes, length) == (ssize_t)length, "pipe");
	close(ends[1]);
	snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
	read_into(table, path);
	close(ends[0]);
}

static bool
same(const struct sink *a, const struct sink *b)
{
	return a->used == b->used && (a->used == 0 || memcmp(a->buffer, b->buffer, a->used) == 0);
}

enum { EXPANDED_MOST = 1 << 20 };

/* An input that begins with 0xfd is made large, to meet the limits: after each 0xfe n, the byte before comes n·1024 times. */
static struct sink
expanded(const uint8_t *data, size_t size)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	bool expand = size > 0 && data[0] == 0xfd;
	for (size_t i = expand; i < size && sink.used < EXPANDED_MOST; i++) {
		bool repeat = expand && data[i] == 0xfe && i > 1 && i + 1 < size;
		if (!repeat)
			sink_char(&sink, (char)data[i]);
		for (size_t n = repeat ? 1024 * (size_t)data[++i] : 0; n > 0; n--)
			sink_char(&sink, (char)data[i - 2]);
	}
	sink_room(&sink, 1);
	return sink;
}

int
LLVMFuzzerTestOneInput(const uint8_t *raw, size_t raw_size)
{
	struct table first, second;
	struct sink input = expanded(raw, raw_size);
	const char *data = input.buffer;
	size_t size = input.used;
	size_t lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += data[i] == '\n' || (data[i] == '\r' && (i + 1 == size || data[i + 1] != '\n'));
	table_init(&first, lines);
	read_bytes(&first, data, size);

	if (size > 0 && size < 4096 && raw[raw_size - 1] % 8 == 0) {
		table_init(&second, lines);
		read_pipe(&second, data, size);
		EXPECT(same(&first.records, &second.records) && same(&first.faults, &second.faults), "a pipe gives %zu records and the faults\n%.*sa file %zu records and the faults\n%.*s",
		    second.count, (int)second.faults.used, second.faults.buffer, first.count, (int)first.faults.used, first.faults.buffer);
		table_release(&second);
	}
	table_init(&second, SIZE_MAX);
	struct sink whole;
	sink_init(&whole, -1);
	sink_hold(&whole);
	sink_text(&whole, "\"a\",\"b\"\r\n");
	sink_bytes(&whole, first.quoted.used ? first.quoted.buffer : "", first.quoted.used);
	read_bytes(&second, whole.buffer, whole.used);
	EXPECT(second.complaints == 0, "what was written of it has faults: %.*s", (int)second.faults.used, second.faults.buffer);
	EXPECT(second.count == first.count + 1 && second.records.used == first.records.used + 5
	        && (first.records.used == 0 || memcmp(second.records.buffer + 5, first.records.buffer, first.records.used) == 0),
	    "what was written of it reads as something else");
	sink_release(&whole);
	table_release(&second);
	table_release(&first);
	sink_release(&input);
	return 0;
}
