#include <balint/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
check_accepted(const char *text, const char *expected)
{
	struct refusal why = { "" };
	char *accepted = text_accept(text, &why);
	if (!accepted)
		fail_msg("%s", why.text);
	assert_string_equal(accepted, expected);
	free(accepted);
}

static void
check_refused(const char *text)
{
	struct refusal why = { "" };
	char *accepted = text_accept(text, &why);
	if (accepted)
		fail_msg("'%s' was accepted", text);
	assert_int_not_equal(strlen(why.text), 0);
}

static void
plain_text_is_accepted_as_it_is(void **state)
{
	(void)state;
	check_accepted("Rossi Maria", "Rossi Maria");
	check_accepted("Nicolò D’Angelo", "Nicolò D’Angelo");
	check_accepted("株式会社", "株式会社");
	check_accepted("\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80");
	check_accepted("=1+1", "=1+1");
	check_accepted("\\x1b \\n", "\\x1b \\n");
}

static void
white_space_at_both_ends_is_taken_off(void **state)
{
	(void)state;
	check_accepted("  Rossi  Maria ", "Rossi  Maria");
}

static void
wide_and_unbreakable_spaces_are_white_space_too(void **state)
{
	(void)state;
	check_accepted("\xc2\xa0Rossi\xc2\xa0", "Rossi");
	check_accepted("\xe3\x80\x80Rossi\xe2\x80\x83", "Rossi");
	check_refused("\xc2\xa0");
	check_refused("\xe3\x80\x80 \xe2\x80\x83");
}

static void
decomposed_letters_are_composed(void **state)
{
	(void)state;
	check_accepted("Nicolo\xcc\x80", "Nicolò");
	check_accepted("Mu\xcc\x88ller", "Müller");
	check_accepted("A\xcc\x8angstro\xcc\x88m", "Ångström");
}

static void
an_empty_text_is_refused(void **state)
{
	(void)state;
	check_refused("");
	check_refused("   ");
}

static void
control_characters_are_refused(void **state)
{
	(void)state;
	for (char control = 1; control < 0x20; control++)
		check_refused((char[]){ 'a', control, 'b', '\0' });
	check_refused("a\x7f" "b");
	check_refused("a\xc2\x80" "b");
	check_refused("a\xc2\x9b" "31m");
	check_refused("\x1b]0;title\x07");
	check_refused("Rossi\r\nBcc: x@example.org");
	check_refused("Rossi\n");
	check_refused("\tRossi");
}

static void
separators_of_lines_are_refused(void **state)
{
	(void)state;
	check_refused("a\xe2\x80\xa8" "b");
	check_refused("a\xe2\x80\xa9" "b");
	check_refused("a\xc2\x85" "b");
}

static void
marks_that_reverse_the_writing_direction_are_refused(void **state)
{
	(void)state;
	check_refused("abc\xe2\x80\xae" "fdp.exe"); /* U+202E */
	check_refused("a\xe2\x80\xaa" "b");
	check_refused("a\xe2\x80\xab" "b");
	check_refused("a\xe2\x80\xad" "b");
	check_refused("a\xe2\x81\xa6" "b");
	check_refused("a\xe2\x81\xa7" "b");
	check_refused("a\xe2\x81\xa9" "b");
}

static void
malformed_utf8_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"Nicol\xf2",         /* Windows-1252 */
		"\xc0\xaf",          /* overlong / */
		"\xc1\x81",          /* overlong A */
		"\xe0\x80\xaf",      /* overlong / */
		"\xf0\x80\x80\xaf",  /* overlong / */
		"\xed\xa0\x80",      /* high surrogate */
		"\xed\xbf\xbf",      /* low surrogate */
		"\xf4\x90\x80\x80",  /* beyond U+10FFFF */
		"\xf5\x80\x80\x80",
		"\xff",
		"\xfe",
		"\x80",              /* continuation alone */
		"a\xc3",             /* truncated */
		"a\xe2\x82",
		"a\xf0\x9f\x98",
		"\xc3" "a",
		"\xe2\x82" "abc",
	};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i]);
}

/* `count` times the unit. */
static char *
repeated(const char *unit, size_t count)
{
	size_t length = strlen(unit);
	char *text = malloc(count * length + 1);
	for (size_t i = 0; i < count; i++)
		memcpy(text + i * length, unit, length);
	text[count * length] = '\0';
	return text;
}

static void
a_text_has_at_most_a_thousand_characters(void **state)
{
	(void)state;
	static const char *const units[] = { "a", "è", "€", "\xf0\x9f\x98\x80" };
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		char *most = repeated(units[i], TEXT_MOST), *more = repeated(units[i], TEXT_MOST + 1);
		check_accepted(most, most);
		check_refused(more);
		free(most);
		free(more);
	}
	char *huge = repeated("x", 10000000);
	check_refused(huge);
	free(huge);
}

static void
white_space_at_the_ends_does_not_count(void **state)
{
	(void)state;
	char *spaces = repeated(" ", 500), *letters = repeated("a", TEXT_MOST);
	char text[TEXT_MOST + 1001];
	snprintf(text, sizeof text, "%s%s%s", spaces, letters, spaces);
	check_accepted(text, letters);
	free(spaces);
	free(letters);
}

static void
accepting_twice_changes_nothing(void **state)
{
	(void)state;
	static const char *const pieces[] = { "a", "o", "\xcc\x80", "\xcc\x88", "è", "\xcc\xa3", " ", "株", "\xc2\xa0", "ﬁ", "\xe1\x84\x80",
		"\xe1\x85\xa1", "Å", "\xe2\x84\xab" };
	srand(15);
	for (int round = 0; round < 5000; round++) {
		char text[128] = "";
		for (int count = rand() % 12; count > 0; count--)
			strcat(text, pieces[(size_t)rand() % (sizeof pieces / sizeof pieces[0])]);
		struct refusal why;
		char *once = text_accept(text, &why);
		if (once)
			check_accepted(once, once);
		free(once);
	}
}

static void
check_folded(const char *text, const char *expected)
{
	char *folded = text_fold(text);
	assert_string_equal(folded, expected);
	free(folded);
}

static void
folding_takes_case_and_accents_away(void **state)
{
	(void)state;
	check_folded("Müller", "muller");
	check_folded("MÜLLER", "muller");
	check_folded("Nicolò", "nicolo");
	check_folded("NICOLÒ", "nicolo");
	check_folded("Nicolo\xcc\x80", "nicolo");
	check_folded("Čapek", "capek");
	check_folded("Muñoz", "munoz");
	check_folded("Straße", "strasse");
	check_folded("STRASSE", "strasse");
}

static void
folding_takes_apostrophes_away(void **state)
{
	(void)state;
	check_folded("D’Angelo", "dangelo");
	check_folded("D'Angelo", "dangelo");
	check_folded("D’Angelò", "dangelo");
	check_folded("D`Angelo", "dangelo");
	check_folded("D\xc2\xb4" "Angelo", "dangelo");
	check_folded("DANGELO", "dangelo");
	check_folded("NICOLO'", "nicolo");
	check_folded("’t Hooft", "t hooft");
}

static void
folding_leaves_one_space_between_words(void **state)
{
	(void)state;
	check_folded("De  Luca", "de luca");
	check_folded("  De Luca ", "de luca");
	check_folded("Rossi ' Maria", "rossi maria");
	check_folded("", "");
	check_folded("   ", "");
	check_folded("'", "");
}

static void
folding_takes_any_white_space_for_a_space(void **state)
{
	(void)state;
	check_folded("De\xc2\xa0Luca", "de luca");
	check_folded("De\tLuca", "de luca");
	check_folded("De \xe2\x80\x83 Luca", "de luca");
}

/* RULES 7.4. */
static void
folding_keeps_different_names_apart(void **state)
{
	(void)state;
	static const char *const names[] = { "Rossi", "Rosi", "Rossini", "Luca", "De Luca" };
	enum { COUNT = sizeof names / sizeof names[0] };
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = i + 1; k < COUNT; k++) {
			char *one = text_fold(names[i]), *other = text_fold(names[k]);
			assert_string_not_equal(one, other);
			free(one);
			free(other);
		}
}

static void
folding_survives_malformed_bytes(void **state)
{
	(void)state;
	static const char *const texts[] = { "\xff", "Nicol\xf2", "a\xc3", "\xed\xa0\x80" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char *folded = text_fold(texts[i]);
		assert_non_null(folded);
		free(folded);
	}
}

static size_t
width(const char *text)
{
	return text_width(text, strlen(text));
}

static void
letters_take_a_column_each(void **state)
{
	(void)state;
	assert_int_equal(width(""), 0);
	assert_int_equal(width("Rossi"), 5);
	assert_int_equal(width("è"), 1);
	assert_int_equal(width("Müller €"), 8);
	assert_int_equal(width("…"), 1);
}

static void
ideographs_take_two_columns(void **state)
{
	(void)state;
	assert_int_equal(width("株"), 2);
	assert_int_equal(width("株式会社"), 8);
	assert_int_equal(width("\xf0\x9f\x98\x80"), 2);
}

static void
combining_marks_take_no_column(void **state)
{
	(void)state;
	assert_int_equal(width("e\xcc\x80"), 1);
	assert_int_equal(width("\xcc\x80"), 0);
}

static void
control_characters_take_the_columns_they_are_shown_in(void **state)
{
	(void)state;
	assert_int_equal(width("\x1b"), strlen("\\x1b"));
	assert_int_equal(width("a\tb\n"), strlen("a\\x09b\\x0a"));
	assert_int_equal(width("\x7f"), strlen("\\x7f"));
	assert_int_equal(width("\xc2\x9b"), strlen("\\xc2\\x9b"));
	assert_int_equal(width("\xe2\x80\xae"), strlen("\\xe2\\x80\\xae"));
	assert_int_equal(width("\xff"), strlen("\\xff"));
	assert_int_equal(text_width("a\0b", 3), strlen("a\\x00b"));
}

static void
a_fit_is_the_longest_beginning(void **state)
{
	(void)state;
	assert_int_equal(text_fit("Rossi", strlen("Rossi"), 3), 3);
	assert_int_equal(text_fit("Rossi", strlen("Rossi"), 5), 5);
	assert_int_equal(text_fit("Rossi", strlen("Rossi"), 50), 5);
	assert_int_equal(text_fit("Rossi", strlen("Rossi"), 0), 0);
	assert_int_equal(text_fit("", strlen(""), 3), 0);
	assert_int_equal(text_fit("èèè", strlen("èèè"), 2), 4);
}

static void
a_fit_never_cuts_a_character(void **state)
{
	(void)state;
	assert_int_equal(text_fit("株式", strlen("株式"), 3), 3);
	assert_int_equal(text_fit("株式", strlen("株式"), 1), 0);
	assert_int_equal(text_fit("a\x1b" "b", strlen("a\x1b" "b"), 4), 1);
	assert_int_equal(text_fit("a\x1b" "b", strlen("a\x1b" "b"), 5), 2);
	assert_int_equal(text_fit("e\xcc\x80" "b", strlen("e\xcc\x80" "b"), 1), 3);
}

static void
check_cut(const char *text, size_t columns, const char *expected)
{
	char *cut = text_cut(text, columns, "…");
	assert_string_equal(cut, expected);
	free(cut);
}

static void
what_is_cut_fits_and_is_marked(void **state)
{
	(void)state;
	check_cut("Rossi", 5, "Rossi");
	check_cut("Rossi", 4, "Ros…");
	check_cut("èèè", 2, "è…");
	check_cut("株式株", 4, "株…");
	check_cut("Rossi", 1, "…");
}

static void
check_both(const char *first, const char *second, const char *expected)
{
	char *both = text_both(first, second);
	assert_string_equal(both, expected);
	free(both);
}

static void
two_texts_have_a_blank_between_them(void **state)
{
	(void)state;
	check_both("Anna", "Rossi", "Anna Rossi");
	check_both("", "ASL", "ASL");
	check_both("ASL", NULL, "ASL");
	check_both(NULL, "", "");
}

static void
check_character(const char *text, size_t length, size_t size, int codepoint)
{
	int found = -2;
	assert_int_equal(text_character(text, length, &found), size);
	assert_int_equal(found, codepoint);
}

static void
characters_have_their_length_and_code_point(void **state)
{
	(void)state;
	check_character("a", 1, 1, 'a');
	check_character("\0", 1, 1, 0);
	check_character("\x7f", 1, 1, 0x7f);
	check_character("\xc2\x80", 2, 2, 0x80);
	check_character("èx", 3, 2, 0xe8);
	check_character("\xef\xbf\xbf", 3, 3, 0xffff);
	check_character("€", 3, 3, 0x20ac);
	check_character("\xf0\x9f\x98\x80", 4, 4, 0x1f600);
	check_character("\xf4\x8f\xbf\xbf", 4, 4, 0x10ffff);
}

static void
a_malformed_character_is_one_byte(void **state)
{
	(void)state;
	check_character("\x80", 1, 1, -1);
	check_character("\xff" "a", 2, 1, -1);
	check_character("\xc0\xaf", 2, 1, -1);
	check_character("\xe0\x9f\xbf", 3, 1, -1);
	check_character("\xed\xa0\x80", 3, 1, -1);
	check_character("\xf0\x8f\xbf\xbf", 4, 1, -1);
	check_character("\xf4\x90\x80\x80", 4, 1, -1);
	check_character("\xe2" "aa", 3, 1, -1);
	check_character("\xe2\x82" "a", 3, 1, -1);
}

static void
a_character_cut_by_the_end_is_malformed(void **state)
{
	(void)state;
	check_character("€", 2, 1, -1);
	check_character("€", 1, 1, -1);
	check_character("è", 1, 1, -1);
	check_character("\xf0\x9f\x98\x80", 3, 1, -1);
}

static void
every_code_point_is_read_as_itself(void **state)
{
	(void)state;
	for (int code = 0x80; code <= 0x10ffff; code++) {
		char text[4];
		size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
		text[0] = (char)((size == 2 ? 0xc0 : size == 3 ? 0xe0 : 0xf0) | code >> 6 * (int)(size - 1));
		for (size_t i = 1; i < size; i++)
			text[i] = (char)(0x80 | (code >> 6 * (int)(size - 1 - i) & 0x3f));
		int found;
		bool surrogate = code >= 0xd800 && code <= 0xdfff;
		if (text_character(text, size, &found) != (surrogate ? 1 : size) || found != (surrogate ? -1 : code))
			fail_msg("U+%04X", (unsigned)code);
	}
}

static void
what_steers_a_terminal_is_a_control_character(void **state)
{
	(void)state;
	static const int controls[] = { 0, 7, 8, 9, 10, 13, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066,
		0x2069 };
	static const int others[] = { ' ', 'a', '~', 0xa0, 0xe8, 0x301, 0x2019, 0x2026, 0x20ac, 0x1f600 };
	for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++)
		assert_true(text_is_control(controls[i]));
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_false(text_is_control(others[i]));
}

static const char *const words[] = { "medico", "psicologo", "infermiere", "due", "add", NULL };

static void
a_slip_finds_the_word_that_was_meant(void **state)
{
	(void)state;
	static const char *const slips[] = { "medicco", "medco", "medico ", "mediko", "emdico" };
	for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
		assert_ptr_equal(text_closest(slips[i], words), words[0]);
	assert_ptr_equal(text_closest("psicologa", words), words[1]);
	assert_ptr_equal(text_closest("infermeire", words), words[2]);
	assert_ptr_equal(text_closest("ad", words), words[4]);
}

static void
a_word_that_is_there_is_its_own_closest(void **state)
{
	(void)state;
	for (size_t i = 0; words[i]; i++)
		assert_ptr_equal(text_closest(words[i], words), words[i]);
}

static void
a_far_word_finds_nothing(void **state)
{
	(void)state;
	static const char *const far[] = { "", "x", "zz", "avvocato", "calendario", "qqqqqqqqqqqqqqq" };
	for (size_t i = 0; i < sizeof far / sizeof far[0]; i++)
		assert_null(text_closest(far[i], words));
	assert_null(text_closest("medico", (const char *const[]){ NULL }));
}

static void
a_long_text_is_far_from_every_word(void **state)
{
	(void)state;
	char *huge = repeated("medico", 100000);
	assert_null(text_closest(huge, words));
	free(huge);
}

typedef bool checker(const char *text, struct refusal *why);

static void
check_all(checker *is, const char *const *texts, bool good)
{
	for (; *texts; texts++) {
		struct refusal why = { "" };
		if (is(*texts, &why) != good)
			fail_msg("'%s' was %s", *texts, good ? "refused" : "taken");
		if (!good) {
			assert_int_not_equal(strlen(why.text), 0);
			assert_non_null(strstr(why.text, *texts));
		}
	}
}

#define LETTERS_63 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk"

static void
codes_are_short_ascii_names(void **state)
{
	(void)state;
	check_all(text_is_code, (const char *const[]){ "9", "2021", "ed9", "Ed.9_a-b", "A", LETTERS_63 "l", NULL }, true);
	check_all(text_is_code,
	    (const char *const[]){ "", " ", "-a", ".a", "_a", "a b", "è", "a/b", "a\n", " a", LETTERS_63 "lm", "--help", NULL }, false);
}

static void
handles_are_lower_case(void **state)
{
	(void)state;
	check_all(text_is_handle, (const char *const[]){ "rossi", "rossi.maria", "r2-d2", "9", "de_luca", LETTERS_63 "l", NULL }, true);
	check_all(text_is_handle,
	    (const char *const[]){ "", "Rossi", "rossI", "-rossi", ".rossi", "rossi maria", "nicolò", "a:b", "a\t", LETTERS_63 "lm", NULL },
	    false);
}

static void
addresses_are_local_at_domain(void **state)
{
	(void)state;
	check_all(text_is_address,
	    (const char *const[]){ "a@example.org", "maria.rossi+balint@mail.example.org", "o'hara@example.org", "x_y-z@sub.example.co.uk", NULL },
	    true);
	check_all(text_is_address,
	    (const char *const[]){ "", "a", "@", "a@", "@example.org", "a@b@example.org", "a b@example.org", "a@exam ple.org", "a@example.org ",
	        " a@example.org", "\"a b\"@example.org", "<a@example.org>", "Rossi <a@example.org>", "a@example.org,b@example.org",
	        "a@example.org;b@example.org", "a@[127.0.0.1]", "a@example.org\r\nBcc: b@example.org", "a@example.org\n", "a\x1b@example.org",
	        "a(x)@example.org", "a@example..org", ".a@example.org", "a.@example.org", "a@.example.org", "a@example.org.", NULL },
	    false);
}

static void
an_address_too_long_for_mail_is_refused(void **state)
{
	(void)state;
	check_all(text_is_address, (const char *const[]){ LETTERS_63 "l@example.org", NULL }, true);
	check_all(text_is_address, (const char *const[]){ LETTERS_63 "lm@example.org", NULL }, false);
	char *huge = repeated("x", 10000000);
	struct refusal why = { "" };
	assert_false(text_is_address(huge, &why));
	assert_int_not_equal(strlen(why.text), 0);
	free(huge);
}

static void
a_mailbox_is_an_address_with_or_without_a_name(void **state)
{
	(void)state;
	check_all(text_is_mailbox,
	    (const char *const[]){ "a@example.org", "Segreteria <a@example.org>", "Società Balint <a@example.org>",
	        "De Luca Nicolò <a@example.org>", NULL },
	    true);
}

static void
the_address_within_a_mailbox_stands_alone(void **state)
{
	(void)state;
	static const char *const mailboxes[] = { "a@example.org", "<a@example.org>", "Segreteria <a@example.org>", "Società  Balint<a@example.org>" };
	for (size_t i = 0; i < sizeof mailboxes / sizeof mailboxes[0]; i++) {
		char *address = text_mailbox_address(mailboxes[i]);
		assert_string_equal(address, "a@example.org");
		free(address);
	}
}

static void
what_could_be_more_than_one_mailbox_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "Segreteria", "Segreteria <a>", "Segreteria <a@example.org", "Segreteria a@example.org>",
		"Segreteria <a@example.org> x", "Segreteria <a@example.org> <b@example.org>", "Segreteria <a@example.org, b@example.org>",
		"b@example.org, Segreteria <a@example.org>", "Segreteria\r\nBcc: b@example.org <a@example.org>", "Segre\nteria <a@example.org>",
		"Segre\x1bteria <a@example.org>", "Segre\xffteria <a@example.org>", "\"Segreteria <a@example.org>", "Segreteria <<a@example.org>>",
		"a> <b@example.org>" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct refusal why = { "" };
		if (text_is_mailbox(texts[i], &why))
			fail_msg("'%s' was taken", texts[i]);
		assert_int_not_equal(strlen(why.text), 0);
	}
}

static void
links_are_of_the_web(void **state)
{
	(void)state;
	check_all(text_is_link,
	    (const char *const[]){ "https://example.org", "http://example.org/j/1", "HTTPS://EXAMPLE.ORG/", "https://zoom.example.org/j/123?pwd=aB1.x,y;z#1",
	        "https://example.org:8443/caff%C3%A8", "https://[2001:db8::1]/", "https://127.0.0.1/a'b(c)", NULL },
	    true);
	check_all(text_is_link,
	    (const char *const[]){ "", "x", "example.org/j/1", "https://", "https:///j", "https:example.org", "https:// example.org", "https://example.org/a b",
	        "https://example.org/\"", "https://example.org/<a>", "https://example.org/caffè", "https://example.org/\n", "https://example.org/\x1b[31m",
	        "https://example.org/\\", "https://example.org/%", "https://example.org/%4", "https://example.org/%zz", "ftp://example.org/", "mailto:a@example.org",
	        "javascript:alert(1)", " https://example.org/", "https://example.org/ ", "https://?x", NULL },
	    false);
}

static void
a_number_of_a_listing_has_digits_only(void **state)
{
	(void)state;
	int64_t id = 0;
	assert_true(text_is_id("42", &id));
	assert_int_equal(id, 42);
	assert_true(text_is_id("999999999999999999", &id));
	for (size_t i = 0; i < 6; i++)
		assert_false(text_is_id((const char *const[]){ "", "-1", "+1", "1x", " 1", "1000000000000000000" }[i], &id));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_of_a_listing_has_digits_only),
		cmocka_unit_test(plain_text_is_accepted_as_it_is),
		cmocka_unit_test(white_space_at_both_ends_is_taken_off),
		cmocka_unit_test(wide_and_unbreakable_spaces_are_white_space_too),
		cmocka_unit_test(decomposed_letters_are_composed),
		cmocka_unit_test(an_empty_text_is_refused),
		cmocka_unit_test(control_characters_are_refused),
		cmocka_unit_test(separators_of_lines_are_refused),
		cmocka_unit_test(marks_that_reverse_the_writing_direction_are_refused),
		cmocka_unit_test(malformed_utf8_is_refused),
		cmocka_unit_test(a_text_has_at_most_a_thousand_characters),
		cmocka_unit_test(white_space_at_the_ends_does_not_count),
		cmocka_unit_test(accepting_twice_changes_nothing),
		cmocka_unit_test(folding_takes_case_and_accents_away),
		cmocka_unit_test(folding_takes_apostrophes_away),
		cmocka_unit_test(folding_leaves_one_space_between_words),
		cmocka_unit_test(folding_takes_any_white_space_for_a_space),
		cmocka_unit_test(folding_keeps_different_names_apart),
		cmocka_unit_test(folding_survives_malformed_bytes),
		cmocka_unit_test(letters_take_a_column_each),
		cmocka_unit_test(ideographs_take_two_columns),
		cmocka_unit_test(combining_marks_take_no_column),
		cmocka_unit_test(control_characters_take_the_columns_they_are_shown_in),
		cmocka_unit_test(a_fit_is_the_longest_beginning),
		cmocka_unit_test(a_fit_never_cuts_a_character),
		cmocka_unit_test(what_is_cut_fits_and_is_marked),
		cmocka_unit_test(two_texts_have_a_blank_between_them),
		cmocka_unit_test(characters_have_their_length_and_code_point),
		cmocka_unit_test(a_malformed_character_is_one_byte),
		cmocka_unit_test(a_character_cut_by_the_end_is_malformed),
		cmocka_unit_test(every_code_point_is_read_as_itself),
		cmocka_unit_test(what_steers_a_terminal_is_a_control_character),
		cmocka_unit_test(a_slip_finds_the_word_that_was_meant),
		cmocka_unit_test(a_word_that_is_there_is_its_own_closest),
		cmocka_unit_test(a_far_word_finds_nothing),
		cmocka_unit_test(a_long_text_is_far_from_every_word),
		cmocka_unit_test(codes_are_short_ascii_names),
		cmocka_unit_test(handles_are_lower_case),
		cmocka_unit_test(addresses_are_local_at_domain),
		cmocka_unit_test(an_address_too_long_for_mail_is_refused),
		cmocka_unit_test(a_mailbox_is_an_address_with_or_without_a_name),
		cmocka_unit_test(the_address_within_a_mailbox_stands_alone),
		cmocka_unit_test(what_could_be_more_than_one_mailbox_is_refused),
		cmocka_unit_test(links_are_of_the_web),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
