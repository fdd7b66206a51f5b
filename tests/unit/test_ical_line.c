#include <balint/ical_line.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ITEMS(array) (sizeof(array) / sizeof(array)[0])

enum { LINE = 75, TEXT = 4096 };

/* A sink that keeps what is written. */
static struct sink
kept(void)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	return sink;
}

static void
check_written(struct sink *sink, const char *expected)
{
	sink_char(sink, '\0');
	assert_string_equal(sink->buffer, expected);
	sink_release(sink);
}

/*
 * Takes the folds out. Each line has at most 75 octets, begins with a whole character, and has no room for
 * what was folded away: `widest` octets.
 */
static void
unfold(const char *written, size_t widest, char unfolded[TEXT])
{
	size_t used = 0;
	for (bool first = true;; first = false) {
		size_t length = strcspn(written, "\r\n");
		assert_true(length <= LINE);
		assert_memory_equal(written + length, "\r\n", 2);
		if (!first)
			assert_int_equal(*written, ' ');
		const char *start = written + !first;
		assert_true(((unsigned char)*start & 0xc0) != 0x80);
		memcpy(unfolded + used, start, length - !first);
		used += length - !first;
		written += length + 2;
		if (!*written)
			break;
		assert_true(length > LINE - widest);
	}
	unfolded[used] = '\0';
}

static void
lines_fold_at_75_octets_wherever_a_character_stands(void **state)
{
	(void)state;
	static const char *const characters[] = { "a", "è", "€", "🙂" };
	for (size_t i = 0; i < ITEMS(characters); i++)
		for (size_t before = 0; before < 160; before++) {
			char text[TEXT] = "", unfolded[TEXT];
			struct sink sink = kept();
			memset(text, 'x', before);
			for (int many = 0; many < 120; many++)
				strcat(text, characters[i]);
			struct ical_line line = ical_begin(&sink, "");
			ical_put_text(&line, text);
			ical_end(&line);
			sink_char(&sink, '\0');
			unfold(sink.buffer, strlen(characters[i]), unfolded);
			assert_string_equal(unfolded, text);
			sink_release(&sink);
		}
}

static void
parts_of_a_line_fold_as_if_they_were_one(void **state)
{
	(void)state;
	char text[TEXT] = "NAME:", unfolded[TEXT];
	struct sink sink = kept();
	struct ical_line line = ical_begin(&sink, "NAME:");
	for (int i = 0; i < 100; i++) {
		ical_put_text(&line, "più ");
		ical_put_number(&line, i);
		ical_put(&line, "€");
		snprintf(text + strlen(text), sizeof text - strlen(text), "più %d€", i);
	}
	ical_end(&line);
	sink_char(&sink, '\0');
	unfold(sink.buffer, 3, unfolded);
	assert_string_equal(unfolded, text);
	sink_release(&sink);
}

static void
a_line_of_75_octets_is_not_folded(void **state)
{
	(void)state;
	char text[LINE - 1], expected[LINE + 16];
	struct sink sink = kept();
	memset(text, 'x', LINE - 2);
	text[LINE - 2] = '\0';
	ical_write(&sink, "A:", text);
	sink_char(&sink, '\0');
	assert_null(strstr(sink.buffer, "\r\n "));
	sink_release(&sink);

	sink = kept();
	ical_write(&sink, "AB:", text);
	snprintf(expected, sizeof expected, "AB:%.*s\r\n x\r\n", LINE - 3, text);
	check_written(&sink, expected);
}

static void
texts_are_escaped_and_their_escapes_stay_whole(void **state)
{
	(void)state;
	struct sink sink = kept();
	ical_write_text(&sink, "A:", "a, b; c \\ d: \"e\" ^f\ng");
	check_written(&sink, "A:a\\, b\\; c \\\\ d: \"e\" ^f\\ng\r\n");
	for (size_t before = 60; before < 80; before++) {
		char text[TEXT] = "";
		sink = kept();
		memset(text, 'x', before);
		strcat(text, ",");
		ical_write_text(&sink, "", text);
		sink_char(&sink, '\0');
		assert_null(strstr(sink.buffer, "\\\r\n"));
		assert_non_null(strstr(sink.buffer, "\\,\r\n"));
		sink_release(&sink);
	}
}

static void
other_values_stand_as_they_are(void **state)
{
	(void)state;
	struct sink sink = kept();
	ical_write(&sink, "URL:", "https://example.org/?a=1,2;b=\\");
	check_written(&sink, "URL:https://example.org/?a=1,2;b=\\\r\n");
}

static void
no_text_breaks_out_of_its_line(void **state)
{
	(void)state;
	struct sink sink = kept();
	ical_write_text(&sink, "A:", "a\r\nATTENDEE:x\x1b[31m\x7f\tb");
	ical_write(&sink, "B:", "a\r\nATTENDEE:x\x1b[31m\x7f\tb");
	check_written(&sink, "A:a \\nATTENDEE:x [31m  b\r\nB:a  ATTENDEE:x [31m  b\r\n");
	sink = kept();
	ical_write_text(&sink, "A:", "a\xc2\x85" "b\xe2\x80\xa8" "c\xe2\x80\xae" "d");
	check_written(&sink, "A:a b c d\r\n");
}

static void
malformed_bytes_become_spaces(void **state)
{
	(void)state;
	struct sink sink = kept();
	ical_write_text(&sink, "A:", "a\xc3" "b\xff" "c\xe2\x82");
	check_written(&sink, "A:a b c  \r\n");
	/* Nothing but bytes that belong to no character still folds. */
	char text[TEXT], unfolded[TEXT];
	sink = kept();
	memset(text, 0x80, 300);
	text[300] = '\0';
	ical_write_text(&sink, "", text);
	sink_char(&sink, '\0');
	unfold(sink.buffer, 1, unfolded);
	assert_int_equal(strspn(unfolded, " "), 300);
	sink_release(&sink);
}

static void
check_parameter(const char *value, const char *expected)
{
	struct sink sink = kept();
	struct ical_line line = ical_begin(&sink, "ORGANIZER");
	ical_put_parameter(&line, "CN", value);
	ical_put(&line, ":mailto:a@example.org");
	ical_end(&line);
	check_written(&sink, expected);
}

static void
parameters_are_quoted_where_they_must_be(void **state)
{
	(void)state;
	check_parameter("Circolo Balint", "ORGANIZER;CN=Circolo Balint:mailto:a@example.org\r\n");
	check_parameter("Balint, Torino", "ORGANIZER;CN=\"Balint, Torino\":mailto:a@example.org\r\n");
	check_parameter("a;b", "ORGANIZER;CN=\"a;b\":mailto:a@example.org\r\n");
	check_parameter("a:b\\", "ORGANIZER;CN=\"a:b\\\":mailto:a@example.org\r\n");
	check_parameter("\"Balint\" ^ 1\n2", "ORGANIZER;CN=^'Balint^' ^^ 1^n2:mailto:a@example.org\r\n");
}

static void
numbers_are_whole(void **state)
{
	(void)state;
	struct sink sink = kept();
	struct ical_line line = ical_begin(&sink, "");
	const int64_t numbers[] = { 0, 7, 10, -1, INT64_MAX, INT64_MIN };
	for (size_t i = 0; i < ITEMS(numbers); i++) {
		ical_put_number(&line, numbers[i]);
		ical_put(&line, " ");
	}
	ical_end(&line);
	check_written(&sink, "0 7 10 -1 9223372036854775807 -9223372036854775808 \r\n");
}

static void
moments_are_local_or_in_utc(void **state)
{
	(void)state;
	struct sink sink = kept();
	ical_write_local(&sink, "DTSTART", date_of(2021, 2, 17), (struct daytime){ 21 * 60 + 5 });
	ical_write_local(&sink, "DTEND", date_of(2020, 12, 31), (struct daytime){ 24 * 60 });
	ical_write_stamp(&sink, "DTSTAMP:", "2021-02-17T20:00:00Z");
	check_written(&sink, "DTSTART;TZID=Europe/Rome:20210217T210500\r\n"
	                     "DTEND;TZID=Europe/Rome:20210101T000000\r\n"
	                     "DTSTAMP:20210217T200000Z\r\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_fold_at_75_octets_wherever_a_character_stands),
		cmocka_unit_test(parts_of_a_line_fold_as_if_they_were_one),
		cmocka_unit_test(a_line_of_75_octets_is_not_folded),
		cmocka_unit_test(texts_are_escaped_and_their_escapes_stay_whole),
		cmocka_unit_test(other_values_stand_as_they_are),
		cmocka_unit_test(no_text_breaks_out_of_its_line),
		cmocka_unit_test(malformed_bytes_become_spaces),
		cmocka_unit_test(parameters_are_quoted_where_they_must_be),
		cmocka_unit_test(numbers_are_whole),
		cmocka_unit_test(moments_are_local_or_in_utc),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
