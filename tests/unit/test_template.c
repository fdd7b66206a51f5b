#include <balint/share.h>
#include <balint/template.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
check_fill(const char *text, const char *expected)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	template_fill(&sink, text, strlen(text));
	sink_char(&sink, '\0');
	assert_string_equal(sink.buffer, expected);
	sink_release(&sink);
}

#define TEN "123456789 "
#define DIGITS "1234567890"
#define FORTY DIGITS DIGITS DIGITS DIGITS

static void
short_lines_stay_as_they_are(void **state)
{
	(void)state;
	check_fill("", "");
	check_fill("a", "a");
	check_fill("\n\n a  b\n", "\n\n a  b\n");
	check_fill(FORTY FORTY "\n" FORTY FORTY, FORTY FORTY "\n" FORTY FORTY);
	check_fill("perché è così  sì\n", "perché è così  sì\n");
}

static void
blanks_at_line_ends_go_away(void **state)
{
	(void)state;
	check_fill("a  \n   \nb ", "a\n\nb");
}

static void
long_lines_are_broken_at_a_blank(void **state)
{
	(void)state;
	check_fill(TEN TEN TEN TEN TEN TEN TEN TEN "end\n", TEN TEN TEN TEN TEN TEN TEN "123456789\nend\n");
	check_fill(TEN TEN TEN TEN TEN TEN TEN "1234567890 b", TEN TEN TEN TEN TEN TEN TEN "1234567890\nb");
	check_fill(TEN TEN TEN TEN TEN TEN TEN "1234567890b c", TEN TEN TEN TEN TEN TEN "123456789\n1234567890b c");
}

static void
a_line_goes_on_under_its_last_gap(void **state)
{
	(void)state;
	check_fill("Place  " FORTY " " FORTY "\n", "Place  " FORTY "\n       " FORTY "\n");
	check_fill("    " FORTY " " FORTY, "    " FORTY "\n    " FORTY);
	check_fill("  1  day  " FORTY " " FORTY " " FORTY, "  1  day  " FORTY "\n          " FORTY "\n          " FORTY);
	/* A gap too far to the right is none. */
	check_fill("Place  " FORTY FORTY "  x", "Place  " FORTY DIGITS DIGITS DIGITS "123\n       4567890  x");
}

static void
words_that_are_too_long_are_cut(void **state)
{
	(void)state;
	check_fill(FORTY FORTY "x", FORTY FORTY "\nx");
	check_fill("è" FORTY FORTY, "è" FORTY DIGITS DIGITS DIGITS "123456789\n0");
	check_fill("A  " FORTY FORTY FORTY, "A  " FORTY DIGITS DIGITS DIGITS "1234567\n   890" FORTY);
}

/* 医 takes two columns; a byte that is no character counts as \xff. */
static void
columns_count_and_not_bytes(void **state)
{
	(void)state;
	check_fill("医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医",
	    "医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医医\n医");
	check_fill(FORTY DIGITS DIGITS DIGITS "1234567\xff", FORTY DIGITS DIGITS DIGITS "1234567\n\xff");
}

static void
templates_are_found_by_language(void **state)
{
	(void)state;
	static const char *const names[] = { "templates/it/calendar.txt", "templates/it/calendar.html", "templates/en/calendar.txt", "templates/en/calendar.html",
		"templates/style.html", "schema/0001.sql" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_true(share_file(names[i]) && *share_file(names[i]));
	assert_null(share_file("templates/fr/calendar.txt"));
	assert_null(share_file("../Makefile"));
	assert_null(share_file(""));
}

static void
a_template_that_is_nowhere_is_refused(void **state)
{
	(void)state;
	struct sink sink;
	struct refusal why = { "" };
	sink_init(&sink, -1);
	assert_false(template_render(&sink, NULL, "it", "nothing.txt", NULL, &why));
	assert_string_equal(why.text, "there is no template nothing.txt");
	sink_release(&sink);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_lines_stay_as_they_are),
		cmocka_unit_test(blanks_at_line_ends_go_away),
		cmocka_unit_test(long_lines_are_broken_at_a_blank),
		cmocka_unit_test(a_line_goes_on_under_its_last_gap),
		cmocka_unit_test(words_that_are_too_long_are_cut),
		cmocka_unit_test(columns_count_and_not_bytes),
		cmocka_unit_test(templates_are_found_by_language),
		cmocka_unit_test(a_template_that_is_nowhere_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
