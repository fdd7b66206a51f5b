#include <balint/via.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
check_via(const char *text, int kind, const char *place)
{
	struct via via;
	struct refusal why = { "" };
	if (!via_parse(text, &via, &why))
		fail_msg("'%s': %s", text, why.text);
	assert_int_equal(via.kind, kind);
	assert_string_equal(via.place, place);
}

static void
check_refused(const char *text, const char *expected)
{
	struct via via;
	struct refusal why = { "" };
	assert_false(via_parse(text, &via, &why));
	assert_string_equal(why.text, expected);
}

static void
each_way_has_its_word(void **state)
{
	(void)state;
	check_via("sendmail", VIA_SENDMAIL, "");
	check_via("maildir:/var/mail/balint", VIA_MAILDIR, "/var/mail/balint");
	check_via("mbox:out.mbox", VIA_MBOX, "out.mbox");
	check_via("-", VIA_OUTPUT, "");
}

static void
a_place_may_have_any_characters(void **state)
{
	(void)state;
	check_via("maildir:mbox:a b", VIA_MAILDIR, "mbox:a b");
	check_via("mbox:-", VIA_MBOX, "-");
	check_via("mbox:posta è.mbox", VIA_MBOX, "posta è.mbox");
}

static void
a_place_that_is_missing_is_refused(void **state)
{
	(void)state;
	check_refused("maildir:", "'maildir:' wants a directory behind the colon");
	check_refused("mbox:", "'mbox:' wants a file behind the colon");
}

static void
other_words_are_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "Sendmail", "sendmail ", "sendmail:msmtp", "maildir", "mbox", "--", "- ", "smtp://localhost", "Maildir:x" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct via via;
		struct refusal why = { "" };
		assert_false(via_parse(texts[i], &via, &why));
		assert_non_null(strstr(why.text, "is none of sendmail, maildir:DIR, mbox:FILE, -"));
	}
}

static void
what_lasts_has_an_absolute_path_or_none(void **state)
{
	(void)state;
	struct refusal why = { "" };
	assert_true(via_is_lasting("sendmail", &why));
	assert_true(via_is_lasting("-", &why));
	assert_true(via_is_lasting("maildir:/var/mail", &why));
	assert_true(via_is_lasting("mbox:/var/mail/x", &why));
	assert_false(via_is_lasting("maildir:mail", &why));
	assert_string_equal(why.text, "'mail' is not an absolute path; begin it with /");
	assert_false(via_is_lasting("mbox:./x", &why));
	assert_string_equal(why.text, "'./x' is not an absolute path; begin it with /");
	assert_false(via_is_lasting("mbox:", &why));
	assert_string_equal(why.text, "'mbox:' wants a file behind the colon");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_way_has_its_word),
		cmocka_unit_test(a_place_may_have_any_characters),
		cmocka_unit_test(a_place_that_is_missing_is_refused),
		cmocka_unit_test(other_words_are_refused),
		cmocka_unit_test(what_lasts_has_an_absolute_path_or_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
