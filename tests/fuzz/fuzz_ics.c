/*
 * The reader of iCalendar takes any file: faults lie on lines that are there, events come in the order of their
 * lines, their days are days in order within the calendar, and a pipe says the same as a file.
 */
#include "fuzz.h"

#include <balint/ics_spans.h>

#include <balint/sink.h>

struct told {
	struct ics_reading reading;
	struct sink sink; /* what was taken and complained of */
	size_t line, lines;
};

static const struct years years = { (int[]){ 2020, 2021, 2024 }, 3 };

static void
complain(void *context, struct ics_place place, const char *what)
{
	struct told *told = context;
	EXPECT(place.line >= 1 && place.line <= told->lines && place.column >= 1, "a fault at %zu:%zu of %zu: %s", place.line, place.column, told->lines, what);
	EXPECT(*what, "an empty fault");
	sink_format(&told->sink, "%zu:%zu: %s\n", place.line, place.column, what);
}

static void
take(void *context, const struct ics_event *event)
{
	struct told *told = context;
	struct ics_spans spans;
	EXPECT(event->place.line > told->line && event->place.line <= told->lines, "line %zu after %zu", event->place.line, told->line);
	told->line = event->place.line;
	EXPECT(strlen(event->text) <= ICS_EVENT_MOST + 64 && fuzz_is_utf8(event->text, strlen(event->text)), "text");
	size_t before = told->sink.used;
	bool good = ics_spans_read(event, &years, &told->reading, &spans);
	EXPECT(good == (told->sink.used == before), "a fault was told of a good event, or none of a bad one");
	if (good && spans.summary) {
		struct refusal why = { "" };
		char *again = text_accept(spans.summary, &why);
		EXPECT(again && strcmp(again, spans.summary) == 0, "the summary '%s': %s", spans.summary, why.text);
		free(again);
	}
	for (size_t i = 0; good && i < spans.count; i++) {
		struct civil first = date_civil(spans.spans[i].first), last = date_civil(spans.spans[i].last);
		EXPECT(spans.spans[i].first.day <= spans.spans[i].last.day && first.year >= 1583 && last.year <= 9999, "%d-%d", first.year, last.year);
		EXPECT(i == 0 || spans.spans[i - 1].first.day <= spans.spans[i].first.day, "spans out of order");
		sink_format(&told->sink, "%d..%d\n", spans.spans[i].first.day, spans.spans[i].last.day);
	}
	ics_spans_release(&spans);
}

static void
tell(struct told *told, const char *path, size_t lines)
{
	struct refusal why = { "" };
	*told = (struct told){ .reading = { take, complain, told }, .lines = lines };
	sink_init(&told->sink, -1);
	sink_hold(&told->sink);
	EXPECT(ics_read(path, &told->reading, &why), "%s", why.text);
	sink_char(&told->sink, '\0');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct told first, second;
	char path[64];
	int ends[2];
	size_t lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += data[i] == '\n';
	int fd = fuzz_file(data, size, path);
	tell(&first, path, lines);
	close(fd);
	if (size < 4096 && size % 8 == 0) {
		EXPECT(pipe(ends) == 0 && write(ends[1], data, size) == (ssize_t)size, "pipe");
		close(ends[1]);
		snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
		tell(&second, path, lines);
		close(ends[0]);
		EXPECT(strcmp(first.sink.buffer, second.sink.buffer) == 0, "a pipe gives\n%sa file\n%s", second.sink.buffer, first.sink.buffer);
		sink_release(&second.sink);
	}
	sink_release(&first.sink);
	return 0;
}
