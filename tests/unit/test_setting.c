#include <balint/setting.h>

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NINTH "IT92S0200801058000040951624" /* the ninth edition's account */

static struct store *store; /* a new one for each test */

static int
make_store(void **state)
{
	static char folder[64];
	char path[128];
	struct refusal why = { "" };
	snprintf(folder, sizeof folder, P_tmpdir "/balint-test-XXXXXX");
	*state = mkdtemp(folder);
	if (!*state)
		return -1;
	snprintf(path, sizeof path, "%s/balint.db", folder);
	setenv("BALINT_TODAY", "2021-02-17", 1);
	store = store_create(path, false, &why);
	return store ? 0 : -1;
}

static int
remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(path);
}

static int
remove_store(void **state)
{
	store_close(store);
	return nftw(*state, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

/* What is committed now is what a next command finds. */
static void
reopen(const char *folder)
{
	char path[128];
	struct refusal why = { "" };
	snprintf(path, sizeof path, "%s/balint.db", folder);
	store_close(store);
	store = store_open(path, STORE_WRITES, &why);
	if (!store)
		fail_msg("%s", why.text);
}

/* NULL: the key has no value. */
static void
check_value(const char *key, const char *expected)
{
	char *value = setting_get(store, key);
	if (!value && expected)
		fail_msg("%s has no value", key);
	assert_string_equal(value ? value : "none", expected ? expected : "none");
	free(value);
}

static void
check_set(const char *key, const char *value, const char *expected)
{
	struct refusal why = { "" };
	if (!setting_set(store, key, value, &why))
		fail_msg("%s", why.text);
	check_value(key, expected);
}

/* Refused with a sentence that begins with the key and has the words; the value stays as it was. */
static void
check_refused(const char *key, const char *value, const char *words)
{
	struct refusal why = { "" };
	char *before = setting_get(store, key);
	if (setting_set(store, key, value, &why))
		fail_msg("%s='%s' was taken", key, value);
	if (strncmp(why.text, key, strlen(key)) != 0 || !strstr(why.text, words))
		fail_msg("'%s' is not in: %s", words, why.text);
	check_value(key, before);
	free(before);
}

static void
what_has_a_default_has_a_value_from_the_start(void **state)
{
	(void)state;
	check_value("consent", "participants");
	check_value("grace", "10");
	check_value("language", "it");
	check_value("threshold", "90");
	assert_int_equal(setting_count(store, "grace"), 10);
	assert_int_equal(setting_count(store, "threshold"), 90);
}

static void
what_has_no_default_has_no_value(void **state)
{
	(void)state;
	static const char *const keys[] = { "address", "association", "bic", "directory", "from", "iban", "payee", "phone", "reply-to", "sendmail", "via",
		"website", "no-such-key" };
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		check_value(keys[i], NULL);
}

static void
a_value_is_there_when_it_was_set_and_committed(void **state)
{
	check_set("association", "Associazione IL NODO group", "Associazione IL NODO group");
	store_commit(store, "test");
	reopen(*state);
	check_value("association", "Associazione IL NODO group");
	check_set("association", "Il Nodo", "Il Nodo");
	reopen(*state);
	check_value("association", "Associazione IL NODO group");
}

static void
an_iban_is_stored_compact(void **state)
{
	(void)state;
	check_set("iban", "IT92 S020 0801 0580 0004 0951 624", NINTH);
	check_set("iban", "it92s0200801058000040951624", NINTH);
	check_set("iban", "  " NINTH "  ", NINTH);
}

static void
a_wrong_iban_is_refused(void **state)
{
	(void)state;
	check_set("iban", NINTH, NINTH);
	check_refused("iban", "IT92S0200801058000040951625", "check digits");
	check_refused("iban", "IT20A0200801058000040951624", "CIN");
	check_refused("iban", "IT92", "not an IBAN");
	check_refused("iban", NINTH "\n", "control character");
}

static void
a_bic_has_eight_or_eleven_characters(void **state)
{
	(void)state;
	check_set("bic", "UNCRITMM", "UNCRITMM");
	check_set("bic", "UNCRITM1XXX", "UNCRITM1XXX");
	check_refused("bic", "UNCRITM", "8 or 11");
	check_refused("bic", "UNCRITM1X", "8 or 11");
	check_refused("bic", "UNCRITM1XXXX", "8 or 11");
	check_refused("bic", "UNCR1TMM", "8 or 11");
	check_refused("bic", "UNCRIT-M", "8 or 11");
}

static void
a_mailbox_is_an_address_with_or_without_a_name(void **state)
{
	(void)state;
	check_set("from", "segreteria@example.org", "segreteria@example.org");
	check_set("from", "Segreteria <segreteria@example.org>", "Segreteria <segreteria@example.org>");
	check_set("reply-to", "Società Balint <balint@example.org>", "Società Balint <balint@example.org>");
	check_refused("from", "segreteria", "not a mail address");
	check_refused("from", "Segreteria segreteria@example.org", "not a mail address");
	check_refused("from", "Segreteria <segreteria@example.org", "not a mailbox");
	check_refused("reply-to", "a@example.org, b@example.org", "not a mail address");
}

/* RULES 4.4: nothing in a header may begin another one. */
static void
a_mailbox_with_a_line_end_is_refused(void **state)
{
	(void)state;
	static const char *const ends[] = { "\r", "\n", "\r\n", "\n\n" };
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		char mailbox[128];
		snprintf(mailbox, sizeof mailbox, "Segreteria%sBcc: x@example.org <segreteria@example.org>", ends[i]);
		check_refused("from", mailbox, "control character");
		snprintf(mailbox, sizeof mailbox, "segreteria@example.org%s", ends[i]);
		check_refused("from", mailbox, "control character");
		snprintf(mailbox, sizeof mailbox, "%ssegreteria@example.org", ends[i]);
		check_refused("reply-to", mailbox, "control character");
	}
	check_value("from", NULL);
	check_value("reply-to", NULL);
}

static void
a_choice_is_one_of_its_words(void **state)
{
	(void)state;
	check_set("language", "en", "en");
	check_set("language", "it", "it");
	check_set("consent", "everyone", "everyone");
	check_set("consent", "participants", "participants");
	check_refused("language", "de", "it|en");
	check_refused("language", "i", "it|en");
	check_refused("language", "t", "it|en");
	check_refused("language", "IT", "it|en");
	check_refused("consent", "one", "participants|everyone");
}

static void
two_words_are_no_choice(void **state)
{
	(void)state;
	check_refused("language", "it|en", "it|en");
	check_refused("consent", "participants|everyone", "participants|everyone");
	check_refused("language", "it|", "it|en");
	check_refused("language", "|en", "it|en");
	check_refused("language", "|", "it|en");
}

static void
a_count_is_a_whole_number_up_to_its_most(void **state)
{
	(void)state;
	check_set("threshold", "0", "0");
	check_set("threshold", "75", "75");
	check_set("threshold", "100", "100");
	check_set("grace", "120", "120");
	assert_int_equal(setting_count(store, "grace"), 120);
	assert_int_equal(setting_count(store, "threshold"), 100);
	check_refused("threshold", "101", "from 0 to 100");
	check_refused("grace", "121", "from 0 to 120");
	check_refused("grace", "-1", "from 0 to 120");
	check_refused("grace", "+1", "from 0 to 120");
	check_refused("grace", "10.5", "from 0 to 120");
	check_refused("grace", "10 min", "from 0 to 120");
	check_refused("grace", "0x10", "from 0 to 120");
	check_refused("grace", "99999999999999999999", "from 0 to 120");
}

/* EPC069-12: the beneficiary's name has at most 70 characters. */
static void
the_payee_has_at_most_seventy_characters(void **state)
{
	(void)state;
	char payee[2 * 71 + 1] = "";
	for (int i = 0; i < 70; i++)
		strcat(payee, "à");
	check_set("payee", payee, payee);
	strcat(payee, "à");
	check_refused("payee", payee, "70");
	check_set("association", payee, payee);
}

static void
a_text_is_one_line_without_spaces_at_its_ends(void **state)
{
	(void)state;
	static const char *const keys[] = { "association", "payee" };
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		check_set(keys[i], "  Il  Nodo ", "Il  Nodo");
		check_refused(keys[i], "Il\nNodo", "control character");
		check_refused(keys[i], "\x1b]0;x\x07", "control character");
		check_refused(keys[i], "Il \xff Nodo", "UTF-8");
	}
}

static void
sendmail_is_a_program_with_an_absolute_path_and_perhaps_arguments(void **state)
{
	char path[128];
	check_set("sendmail", "/bin/sh", "/bin/sh");
	check_set("sendmail", " /bin/sh -c 'exit 75'  ", "/bin/sh -c 'exit 75'");
	check_refused("sendmail", "sendmail", "'sendmail' is not the absolute path of a program; begin it with /");
	check_refused("sendmail", "sh /bin/sh", "'sh' is not the absolute path");
	check_refused("sendmail", "/bin/no-such-program -t", "/bin/no-such-program: No such file or directory");
	check_refused("sendmail", "/bin", "/bin: not a program that can be run");
	snprintf(path, sizeof path, "%s/text", (const char *)*state);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
	check_refused("sendmail", path, "text: not a program that can be run");
	check_refused("sendmail", "/bin/sh\n-c", "control character");
	check_set("sendmail", "", NULL);
}

/* Cron runs elsewhere: a place that is kept begins with a slash. */
static void
via_is_a_way_with_an_absolute_place(void **state)
{
	(void)state;
	static const char *const ways[] = { "sendmail", "maildir:/var/mail/balint", "mbox:/tmp/a b", "-" };
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		check_set("via", ways[i], ways[i]);
	check_refused("via", "smtp", "'smtp' is none of sendmail, maildir:DIR, mbox:FILE, -");
	check_refused("via", "Sendmail", "is none of");
	check_refused("via", "maildir:", "wants a directory behind the colon");
	check_refused("via", "maildir:Mail", "'Mail' is not an absolute path; begin it with /");
	check_refused("via", "mbox:./out", "'./out' is not an absolute path");
	check_value("via", "-");
}

static void
a_website_is_a_link(void **state)
{
	(void)state;
	check_set("website", " https://balint.example.org/gruppi?n=9 ", "https://balint.example.org/gruppi?n=9");
	check_refused("website", "balint.example.org", "website: ");
	check_refused("website", "javascript:alert(1)", "website: ");
	check_refused("website", "https://", "website: ");
	check_value("website", "https://balint.example.org/gruppi?n=9");
	check_set("website", "", NULL);
}

static void
a_rule_is_a_name(void **state)
{
	(void)state;
	check_set("rule", "ecm", "ecm");
	check_set("rule", "our-own.2", "our-own.2");
	check_refused("rule", "ECM", "'ECM' is not the name of a rule, such as ecm; 'balint-attend rules' lists them");
	check_refused("rule", "../ecm", "is not the name of a rule");
	check_set("rule", "", NULL);
}

static void
a_value_of_blanks_is_refused_whatever_the_key(void **state)
{
	(void)state;
	static const char *const keys[] = { "association", "bic", "consent", "dunning", "from", "grace", "iban", "language", "payee", "reply-to",
		"rule", "sendmail", "threshold", "via" };
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		check_refused(keys[i], "   ", "empty");
}

static void
what_no_association_can_be_without_cannot_be_emptied(void **state)
{
	(void)state;
	check_refused("association", "", "empty");
	check_refused("iban", "", "empty");
	check_refused("payee", "", "empty");
}

static void
an_empty_value_goes_back_to_the_default(void **state)
{
	(void)state;
	check_set("grace", "5", "5");
	check_set("grace", "", "10");
	check_set("bic", "UNCRITMM", "UNCRITMM");
	check_set("bic", "", NULL);
}

static void
an_unknown_key_is_refused_with_the_one_that_was_meant(void **state)
{
	(void)state;
	struct refusal why = { "" };
	assert_false(setting_set(store, "ibam", NINTH, &why));
	assert_string_equal(why.text, "there is no setting 'ibam'; did you mean 'iban'?");
	assert_false(setting_set(store, "treshold", "90", &why));
	assert_string_equal(why.text, "there is no setting 'treshold'; did you mean 'threshold'?");
	assert_false(setting_set(store, "IBAN", NINTH, &why));
	assert_non_null(strstr(why.text, "there is no setting 'IBAN'"));
}

static void
a_key_like_no_other_is_refused_with_the_command_that_lists_them(void **state)
{
	(void)state;
	struct refusal why = { "" };
	assert_false(setting_set(store, "colour-of-the-room", "blue", &why));
	assert_string_equal(why.text, "there is no setting 'colour-of-the-room'; 'balint-group get' lists them");
}

static void
init_sets_what_has_no_value_and_nothing_else(void **state)
{
	(void)state;
	struct refusal why = { "" };
	assert_true(setting_init(store, "iban", "IT92 S020 0801 0580 0004 0951 624", &why));
	check_value("iban", NINTH);
	assert_true(setting_init(store, "payee", NULL, &why));
	check_value("payee", NULL);
	assert_true(setting_init(store, "language", "en", &why)); /* a default is not a value */
	check_value("language", "en");
}

static void
init_with_the_same_value_changes_nothing(void **state)
{
	(void)state;
	struct refusal why = { "" };
	check_set("iban", NINTH, NINTH);
	assert_true(setting_init(store, "iban", NINTH, &why));
	assert_true(setting_init(store, "iban", "it92 s020 0801 0580 0004 0951 624", &why));
	assert_true(setting_init(store, "iban", NULL, &why));
	check_value("iban", NINTH);
}

static void
init_with_another_value_is_refused_with_the_command_that_changes_it(void **state)
{
	struct refusal why = { "" };
	check_set("payee", "Associazione IL NODO group", "Associazione IL NODO group");
	store_commit(store, "test");
	reopen(*state);
	assert_false(setting_init(store, "payee", "Il Nodo", &why));
	assert_non_null(strstr(why.text, "'Associazione IL NODO group'"));
	assert_non_null(strstr(why.text, "balint-group set payee='Il Nodo'"));
	reopen(*state);
	check_value("payee", "Associazione IL NODO group");
}

static void
init_with_a_bad_value_is_refused_as_set_does(void **state)
{
	(void)state;
	struct refusal set = { "" }, init = { "" };
	assert_false(setting_set(store, "iban", "IT92", &set));
	assert_false(setting_init(store, "iban", "IT92", &init));
	assert_string_equal(init.text, set.text);
	assert_false(setting_set(store, "ibam", "IT92", &set));
	assert_false(setting_init(store, "ibam", "IT92", &init));
	assert_string_equal(init.text, set.text);
}

/* "key=value " for each row. */
static void
take_row(void *context, const void *row)
{
	const struct setting_row *setting = row;
	char *text = context;
	size_t used = strlen(text);
	snprintf(text + used, 512 - used, "%s=%s ", setting->key, setting->value);
}

static void
those_with_a_value_are_listed_by_key(void **state)
{
	(void)state;
	char text[512] = "";
	struct refusal why = { "" };
	check_set("payee", "Il Nodo", "Il Nodo");
	check_set("association", "Il Nodo", "Il Nodo");
	check_set("grace", "5", "5");
	assert_true(setting_list(store, NULL, take_row, text, &why));
	assert_string_equal(text, "association=Il Nodo consent=participants dunning=7,21,42 grace=5 language=it payee=Il Nodo rota=no threshold=90 ");
}

static void
one_key_is_listed_alone(void **state)
{
	(void)state;
	char text[512] = "";
	struct refusal why = { "" };
	assert_true(setting_list(store, "threshold", take_row, text, &why));
	assert_string_equal(text, "threshold=90 ");
}

static void
a_key_without_a_value_is_refused_with_the_command_that_sets_it(void **state)
{
	(void)state;
	char text[512] = "";
	struct refusal why = { "" };
	assert_false(setting_list(store, "iban", take_row, text, &why));
	assert_non_null(strstr(why.text, "iban is not set"));
	assert_non_null(strstr(why.text, "balint-group set iban="));
	assert_false(setting_list(store, "ibam", take_row, text, &why));
	assert_string_equal(why.text, "there is no setting 'ibam'; did you mean 'iban'?");
	assert_string_equal(text, "");
}

static void
check_days(const char *value, const char *kept)
{
	struct refusal why = { "" };
	bool good = setting_set(store, "dunning", value, &why);
	char *now = setting_get(store, "dunning"), *expected = NULL;
	assert_string_equal(now, good ? kept : "7,21,42");
	free(now);
	if (good)
		setting_set(store, "dunning", "", &why);
	else if (asprintf(&expected, "dunning: '%s' is no list of at most 9 whole numbers that rise from 1 to 365, such as 7,21,42", value) > 0)
		assert_string_equal(why.text, expected);
	free(expected);
	assert_int_equal(good, kept != NULL);
}

static void
dunning_is_a_list_of_days_that_rise(void **state)
{
	(void)state;
	int days[SETTING_DAYS];
	struct refusal why = { "" };
	assert_int_equal(setting_days(store, "dunning", days), 3);
	assert_int_equal(days[2], 42);
	check_days("1", "1");
	check_days("365", "365");
	check_days(" 7, 14 ,028", "7,14,28");
	check_days("1,2,3,4,5,6,7,8,9", "1,2,3,4,5,6,7,8,9");
	check_days("101,102,103,104,105,106,107,108,365", "101,102,103,104,105,106,107,108,365");
	static const char *const bad[] = { "0", "366", "-1", "+1", "7,7", "7,6", "7,", ",7", "7,,8", "7;8", "7 8", "7.5", "x", "7,x", "1,2,3,4,5,6,7,8,9,10",
		"99999999999999999999", "4294967297" };
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		check_days(bad[i], NULL);
	assert_true(setting_set(store, "dunning", "5,10", &why));
	assert_int_equal(setting_days(store, "dunning", days), 2);
	assert_int_equal(days[0], 5);
	assert_int_equal(days[1], 10);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_store, remove_store)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_has_a_default_has_a_value_from_the_start),
		TEST(what_has_no_default_has_no_value),
		TEST(a_value_is_there_when_it_was_set_and_committed),
		TEST(an_iban_is_stored_compact),
		TEST(a_wrong_iban_is_refused),
		TEST(a_bic_has_eight_or_eleven_characters),
		TEST(a_mailbox_is_an_address_with_or_without_a_name),
		TEST(a_mailbox_with_a_line_end_is_refused),
		TEST(a_choice_is_one_of_its_words),
		TEST(two_words_are_no_choice),
		TEST(a_count_is_a_whole_number_up_to_its_most),
		TEST(dunning_is_a_list_of_days_that_rise),
		TEST(the_payee_has_at_most_seventy_characters),
		TEST(a_text_is_one_line_without_spaces_at_its_ends),
		TEST(sendmail_is_a_program_with_an_absolute_path_and_perhaps_arguments),
		TEST(via_is_a_way_with_an_absolute_place),
		TEST(a_website_is_a_link),
		TEST(a_rule_is_a_name),
		TEST(a_value_of_blanks_is_refused_whatever_the_key),
		TEST(what_no_association_can_be_without_cannot_be_emptied),
		TEST(an_empty_value_goes_back_to_the_default),
		TEST(an_unknown_key_is_refused_with_the_one_that_was_meant),
		TEST(a_key_like_no_other_is_refused_with_the_command_that_lists_them),
		TEST(init_sets_what_has_no_value_and_nothing_else),
		TEST(init_with_the_same_value_changes_nothing),
		TEST(init_with_another_value_is_refused_with_the_command_that_changes_it),
		TEST(init_with_a_bad_value_is_refused_as_set_does),
		TEST(those_with_a_value_are_listed_by_key),
		TEST(one_key_is_listed_alone),
		TEST(a_key_without_a_value_is_refused_with_the_command_that_sets_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
