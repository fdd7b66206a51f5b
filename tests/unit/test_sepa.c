#include <balint/sepa.h>
#include <balint/share.h>
#include <balint/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "vectors.h"

static const char basic[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";

static void
check_becomes(const char *text, const char *expected)
{
	char *plain = sepa_text(text);
	assert_string_equal(plain, expected);
	free(plain);
}

static void
the_references_of_other_tools_come_out_the_same(void **state)
{
	(void)state;
	char line[512];
	int rows = 0;
	FILE *file = open_data("remittance.tsv");
	assert_non_null(fgets(line, sizeof line, file)); /* the header */
	for (; fgets(line, sizeof line, file); rows++) {
		char *expected = strchr(line, '\t');
		assert_non_null(expected);
		*expected++ = '\0';
		expected[strcspn(expected, "\n")] = '\0';
		check_becomes(line, expected);
	}
	fclose(file);
	assert_int_equal(rows, 5);
}

static void
every_row_of_the_table_is_followed(void **state)
{
	(void)state;
	int rows = 0;
	const char *line = strchr(share_file("epc217-08.tsv"), '\n') + 1;
	for (; *line; line += strcspn(line, "\n") + 1, rows++) {
		char character[8] = "", said[8] = "";
		assert_int_equal(sscanf(line, "%7[^\t]\t%*[^\t]\t%7[^\n]", character, said), 2);
		if (strcmp(said, "none") == 0 || strcmp(character, "'") == 0)
			check_becomes(character, character);
		else if (strcmp(said, "space") == 0)
			check_becomes(character, " ");
		else if (strcmp(said, "N/A") == 0)
			check_becomes(character, *character == '&' ? "+" : ".");
		else
			check_becomes(character, said);
	}
	assert_int_equal(rows, 192);
}

static void
what_the_table_has_not_becomes_a_full_stop(void **state)
{
	(void)state;
	check_becomes("\"Ugo\" <ugo> & C.", ".Ugo. .ugo. + C.");
	check_becomes("Kovač – 王", "Kova. . .");
	check_becomes("\xf0\x9f\x98\x80", ".");
	check_becomes("a\tb\rc\nd\x1b]\x7f", "a.b.c.d.)."); /* no line end reaches a payload */
	check_becomes("\u2019", ".");
	check_becomes("D'Alò", "D'Alo");
}

static void
bytes_that_are_not_utf8_become_full_stops(void **state)
{
	(void)state;
	check_becomes("a\xff\xc3", "a..");
	check_becomes("\xed\xa0\x80", "...");
	check_becomes("", "");
}

static void
accents_apart_are_as_good_as_composed_ones(void **state)
{
	(void)state;
	check_becomes("Nicolo\u0300 Mu\u0308ller, C\u0327elik, Pen\u0303a\u0300", "Nicolo Muller, Celik, Pena");
	check_becomes("\u212b", "A"); /* the sign of the ångström is an Å */
}

static void
the_result_is_plain_and_never_longer(void **state)
{
	(void)state;
	for (int codepoint = 1; codepoint < 0x3000; codepoint++) {
		char text[8] = "", *plain;
		if (codepoint < 0x80)
			snprintf(text, sizeof text, "%c", codepoint);
		else if (codepoint < 0x800)
			snprintf(text, sizeof text, "%c%c", 0xc0 | codepoint >> 6, 0x80 | (codepoint & 0x3f));
		else
			snprintf(text, sizeof text, "%c%c%c", 0xe0 | codepoint >> 12, 0x80 | (codepoint >> 6 & 0x3f), 0x80 | (codepoint & 0x3f));
		char *composed = text_composed(text);
		plain = sepa_text(text);
		size_t characters = 0;
		for (const char *c = composed; *c; c++)
			characters += ((unsigned char)*c & 0xc0) != 0x80;
		assert_int_equal(strlen(plain), characters);
		assert_int_equal(strspn(plain, basic), strlen(plain));
		check_becomes(plain, plain);
		free(plain);
		free(composed);
	}
}

static void
check_changes(const char *text, const char *expected)
{
	char changed[SEPA_CHANGES];
	assert_int_equal(sepa_changes(text, changed), *expected != '\0');
	assert_string_equal(changed, expected);
}

static void
what_a_bank_will_alter_is_told_once(void **state)
{
	(void)state;
	check_changes("Gruppo Balint 9 ed 2020-Rossi-marzo", "");
	check_changes("", "");
	check_changes("Gruppo Balint 9 ed 2020_Rossi_marzo", "'_' becomes '-'");
	check_changes("9° ed_Nicolò_marzo, Nicolo\u0300", "'°' becomes '.', '_' becomes '-', 'ò' becomes 'o'");
}

static void
what_is_too_much_to_tell_is_cut_between_characters(void **state)
{
	(void)state;
	char changed[SEPA_CHANGES], text[1024] = "", *at = text;
	for (int i = 0; i < 250; i++, at += 3)
		snprintf(at, 4, "\xe4%c%c", 0xb8 + (i >> 6), 0x80 | (i & 0x3f));
	assert_true(sepa_changes(text, changed));
	size_t length = strlen(changed);
	assert_in_range(length, SEPA_CHANGES - 32, SEPA_CHANGES - 1);
	assert_string_equal(changed + length - strlen("'.', …"), "'.', …");
	char *composed = text_composed(changed);
	assert_string_equal(composed, changed);
	free(composed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_references_of_other_tools_come_out_the_same),
		cmocka_unit_test(every_row_of_the_table_is_followed),
		cmocka_unit_test(what_the_table_has_not_becomes_a_full_stop),
		cmocka_unit_test(bytes_that_are_not_utf8_become_full_stops),
		cmocka_unit_test(accents_apart_are_as_good_as_composed_ones),
		cmocka_unit_test(the_result_is_plain_and_never_longer),
		cmocka_unit_test(what_a_bank_will_alter_is_told_once),
		cmocka_unit_test(what_is_too_much_to_tell_is_cut_between_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
