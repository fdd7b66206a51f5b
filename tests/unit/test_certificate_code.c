#include <balint/certificate_code.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ALPHABET "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

static void
check_read(const char *text, const char *expected)
{
	char code[CERTIFICATE_CODE];
	struct refusal why = { "" };
	if (!certificate_code_parse(text, code, &why))
		fail_msg("%s", why.text);
	assert_string_equal(code, expected);
}

static void
check_refused(const char *text)
{
	char code[CERTIFICATE_CODE];
	struct refusal why = { "" };
	if (certificate_code_parse(text, code, &why))
		fail_msg("'%s' was taken for a code", text);
	assert_non_null(strstr(why.text, "is not the code of a certificate"));
}

static void
a_code_is_three_groups_of_four(void **state)
{
	(void)state;
	for (int i = 0; i < 1000; i++) {
		char code[CERTIFICATE_CODE];
		assert_ptr_equal(certificate_code_make(code), code);
		assert_int_equal(strlen(code), 14);
		for (size_t c = 0; c < 14; c++)
			assert_non_null(c % 5 == 4 ? strchr("-", code[c]) : strchr(ALPHABET, code[c]));
	}
}

static void
all_letters_come_equally_often_in_every_place(void **state)
{
	(void)state;
	static unsigned counts[14][256];
	for (int i = 0; i < 32000; i++) {
		char code[CERTIFICATE_CODE];
		certificate_code_make(code);
		for (size_t c = 0; c < 14; c++)
			counts[c][(unsigned char)code[c]]++;
	}
	for (size_t c = 0; c < 14; c++)
		for (const char *letter = ALPHABET; *letter && c % 5 != 4; letter++) {
			/* 1000 expected, with a deviation of 31 */
			assert_in_range(counts[c][(unsigned char)*letter], 750, 1250);
		}
}

static void
what_is_made_is_read(void **state)
{
	(void)state;
	for (int i = 0; i < 1000; i++) {
		char code[CERTIFICATE_CODE];
		certificate_code_make(code);
		check_read(code, code);
	}
}

static void
small_letters_blanks_and_hyphens_do_not_matter(void **state)
{
	(void)state;
	check_read("7KQM-2XPA-HR94", "7KQM-2XPA-HR94");
	check_read("7kqm-2xpa-hr94", "7KQM-2XPA-HR94");
	check_read("7kqm2xpahr94", "7KQM-2XPA-HR94");
	check_read(" 7KQM 2XPA  HR94 ", "7KQM-2XPA-HR94");
	check_read("7-K-Q-M-2-X-P-A-H-R-9-4", "7KQM-2XPA-HR94");
	check_read("ABCDEFGHJKLM", "ABCD-EFGH-JKLM");
	check_read("NPQRSTUVWXYZ", "NPQR-STUV-WXYZ");
	check_read("234567892345", "2345-6789-2345");
}

static void
anything_else_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "-", "7KQM-2XPA-HR9", "7KQM-2XPA-HR944", "7KQM-2XPA-HR90", "7KQM-2XPA-HR91", "7KQM-2XPA-HR9O",
		"7KQM-2XPA-HR9I", "7KQM-2XPA-HR9i", "7KQM-2XPA-HR9o", "7KQM_2XPA_HR94", "7KQM.2XPA.HR94", "7KQM-2XPA-HR9\xc3\xa0", "7KQM\t2XPAHR94",
		"7KQM-2XPA-HR94\n", "------------", "1/2021" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i]);
	for (int c = 1; c < 256; c++) {
		char text[] = "7KQM-2XPA-HR9?";
		text[13] = (char)c;
		char capital = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
		if (!strchr(ALPHABET, capital))
			check_refused(text);
	}
}

static void
a_long_text_is_refused_without_harm(void **state)
{
	(void)state;
	static char text[100000];
	char code[CERTIFICATE_CODE];
	struct refusal why = { "" };
	memset(text, 'A', sizeof text - 1);
	assert_false(certificate_code_parse(text, code, &why));
	assert_memory_equal(why.text, "'AAAA", 5);
	memset(text, ' ', sizeof text - 1);
	assert_false(certificate_code_parse(text, code, &why));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_is_three_groups_of_four),
		cmocka_unit_test(all_letters_come_equally_often_in_every_place),
		cmocka_unit_test(what_is_made_is_read),
		cmocka_unit_test(small_letters_blanks_and_hyphens_do_not_matter),
		cmocka_unit_test(anything_else_is_refused),
		cmocka_unit_test(a_long_text_is_refused_without_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
