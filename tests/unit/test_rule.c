#include <balint/rule.h>
#include <balint/setting.h>

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct store *store; /* in memory, a new one for each test */
static char folder[64];     /* the association's own directory */

static int
make_store(void **state)
{
	(void)state;
	char rules[128];
	struct refusal why = { "" };
	snprintf(folder, sizeof folder, P_tmpdir "/balint-test-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(rules, sizeof rules, "%s/rules", folder);
	store = store_create("balint.db", true, &why);
	return store && mkdir(rules, 0700) == 0 && setting_set(store, "directory", folder, &why) ? 0 : -1;
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
	(void)state;
	store_close(store);
	return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static void
write_bytes(const char *name, const char *bytes, size_t length)
{
	char path[256];
	snprintf(path, sizeof path, "%s/rules/%s", folder, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

static void
write_rule(const char *name, const char *text)
{
	write_bytes(name, text, strlen(text));
}

static struct rule
found(const char *name)
{
	struct rule rule;
	struct refusal why = { "" };
	if (!rule_find(store, name, &rule, &why))
		fail_msg("'%s': %s", name ? name : "", why.text);
	return rule;
}

static void
check_numbers(const struct rule *rule, int percent, int unit, int units, int room_units, int months)
{
	assert_int_equal(rule->percent, percent);
	assert_int_equal(rule->unit, unit);
	assert_int_equal(rule->units, units);
	assert_int_equal(rule->room_units, room_units);
	assert_int_equal(rule->months, months);
}

/* The rule is refused so; %s in `expected` is the association's directory. */
static void
check_refused(const char *name, const char *expected)
{
	char sentence[1024];
	struct rule rule;
	struct refusal why = { "" };
	assert_false(rule_find(store, name, &rule, &why));
	const char *place = strstr(expected, "%s");
	int before = place ? (int)(place - expected) : (int)strlen(expected);
	snprintf(sentence, sizeof sentence, "%.*s%s%s", before, expected, place ? folder : "", place ? place + 2 : "");
	assert_string_equal(why.text, sentence);
}

static void
check_malformed(const char *text, const char *expected)
{
	write_rule("own.rule", text);
	check_refused("own", expected);
}

static void
what_the_toolkit_has(void **state)
{
	(void)state;
	struct rule ecm = found("ecm"), none = found("none"), units = found("balint-units");
	check_numbers(&ecm, 90, 0, 0, 0, 0);
	check_numbers(&none, 0, 0, 0, 0, 0);
	check_numbers(&units, 0, 45, 30, 20, 6);
	assert_string_equal(ecm.name, "ecm");
	assert_string_equal(ecm.label_it, "Educazione continua in medicina (ECM)");
	assert_string_equal(none.label_en, "No requirement");
	rule_release(&ecm);
	rule_release(&none);
	rule_release(&units);
}

static void
without_a_name_the_threshold_holds_or_the_rule_that_is_set(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct rule rule = found(NULL);
	check_numbers(&rule, 90, 0, 0, 0, 0);
	assert_string_equal(rule.name, "threshold");
	assert_string_equal(rule.label_it, "90 % dei minuti");
	assert_string_equal(rule.label_en, "90 % of the minutes");
	rule_release(&rule);
	assert_true(setting_set(store, "threshold", "75", &why) && setting_set(store, "rule", "none", &why));
	rule = found(NULL);
	assert_string_equal(rule.name, "none");
	rule_release(&rule);
	rule = found("threshold");
	check_numbers(&rule, 75, 0, 0, 0, 0);
	rule_release(&rule);
}

static void
a_threshold_of_nothing_is_no_requirement(void **state)
{
	(void)state;
	struct refusal why = { "" };
	assert_true(setting_set(store, "threshold", "0", &why));
	struct rule rule = found(NULL);
	check_numbers(&rule, 0, 0, 0, 0, 0);
	assert_string_equal(rule.label_en, "No requirement");
	rule_release(&rule);
}

static void
the_association_adds_rules_and_takes_the_place_of_others(void **state)
{
	(void)state;
	write_rule("own.rule", "\xef\xbb\xbf# ours\r\n\r\n  label-it   Regola   nostra \t \r\nminutes 75%\r\nunit 60\nroom-units 12\nmonths\t3");
	write_rule("ecm.rule", "label-en Stricter\nminutes 95 %\n");
	struct rule own = found("own"), ecm = found("ecm");
	check_numbers(&own, 75, 60, 0, 12, 3);
	assert_string_equal(own.label_it, "Regola   nostra");
	assert_string_equal(own.label_en, own.label_it);
	check_numbers(&ecm, 95, 0, 0, 0, 0);
	assert_string_equal(ecm.label_it, "Stricter");
	rule_release(&own);
	rule_release(&ecm);
}

static void
a_name_that_is_unknown_is_refused_with_the_nearest(void **state)
{
	(void)state;
	struct refusal why = { "" };
	write_rule("own.rule", "label-en Ours\n");
	check_refused("owm", "rule: unknown 'owm'; did you mean 'own'?; there are balint-units, ecm, none, own, threshold");
	check_refused("something-else", "rule: unknown 'something-else'; there are balint-units, ecm, none, own, threshold");
	check_refused("", "rule: unknown ''; there are balint-units, ecm, none, own, threshold");
	check_refused("../rules/ecm", "rule: unknown '../rules/ecm'; there are balint-units, ecm, none, own, threshold");
	assert_true(setting_set(store, "rule", "gone", &why));
	check_refused(NULL, "the setting rule is 'gone', but there is no such rule; 'balint-attend rules' lists them; to do without it: balint-group set rule=");
}

static void
a_line_that_is_malformed_is_refused_at_its_place(void **state)
{
	(void)state;
	check_malformed("label-en A\n\nminuts 90 %\n", "%s/rules/own.rule:3: unknown 'minuts'; did you mean 'minutes'?");
	check_malformed("xyzzy 1\n", "%s/rules/own.rule:1: unknown 'xyzzy'; a rule has label-it, label-en, minutes, unit, units, room-units, months");
	check_malformed("label-en A\nmonths\n", "%s/rules/own.rule:2: 'months' has no value");
	check_malformed("months 6\n# again\nmonths 6\n", "%s/rules/own.rule:3: 'months' stands in line 1 too");
	check_malformed("minutes 90\n", "%s/rules/own.rule:1: minutes: '90' is not a percentage from 1 % to 100 %, such as 90 %");
	check_malformed("minutes 101 %\n", "%s/rules/own.rule:1: minutes: '101 %' is not a percentage from 1 % to 100 %, such as 90 %");
	check_malformed("minutes 0 %\n", "%s/rules/own.rule:1: minutes: '0 %' is not a percentage from 1 % to 100 %, such as 90 %");
	check_malformed("minutes -1 %\n", "%s/rules/own.rule:1: minutes: '-1 %' is not a percentage from 1 % to 100 %, such as 90 %");
	check_malformed("minutes 89.5 %\n", "%s/rules/own.rule:1: minutes: '89.5 %' is not a percentage from 1 % to 100 %, such as 90 %");
	check_malformed("unit 1441\n", "%s/rules/own.rule:1: unit: '1441' is not the minutes of a unit, from 1 to 1440, such as 45");
	check_malformed("unit 45 m\n", "%s/rules/own.rule:1: unit: '45 m' is not the minutes of a unit, from 1 to 1440, such as 45");
	check_malformed("units 4294967297\n", "%s/rules/own.rule:1: units: '4294967297' is not a whole number from 1 to 99999");
	check_malformed("room-units x\n", "%s/rules/own.rule:1: room-units: 'x' is not a whole number from 1 to 99999");
	check_malformed("months 601\n", "%s/rules/own.rule:1: months: '601' is not a whole number from 1 to 600");
	check_malformed("label-it \xff\n", "%s/rules/own.rule:1:10: byte 0xff is not UTF-8 text");
	check_malformed("label-it A\x1b[31m\n", "%s/rules/own.rule:1: label-it: control character U+001B at character 2");
}

static void
lines_that_contradict_each_other_are_refused(void **state)
{
	(void)state;
	check_malformed("label-en A\nunits 30\n", "%s/rules/own.rule:2: 'units' without a line 'unit', which says how many minutes a unit has");
	check_malformed("label-en A\nroom-units 3\n", "%s/rules/own.rule:2: 'room-units' without a line 'unit', which says how many minutes a unit has");
	check_malformed("unit 45\nlabel-en A\n", "%s/rules/own.rule:1: 'unit' without a line 'units' or 'room-units', which says how many are wanted");
	check_malformed("unit 45\nroom-units 31\nunits 30\nlabel-en A\n", "%s/rules/own.rule:2: room-units: 31 in the room are more than the 30 units in all");
	check_malformed("minutes 90 %\n", "%s/rules/own.rule: neither label-it nor label-en says what the rule is called");
	check_malformed("", "%s/rules/own.rule: neither label-it nor label-en says what the rule is called");
}

static void
what_is_no_text_file_is_refused(void **state)
{
	(void)state;
	char path[256];
	static char large[1048577];
	memset(large, '#', sizeof large);
	write_bytes("large.rule", large, sizeof large);
	check_refused("large", "%s/rules/large.rule is larger than 1 MiB");
	write_bytes("nul.rule", "label-en A\n\0", 12);
	check_refused("nul", "%s/rules/nul.rule:2:1: byte 0x00 is not UTF-8 text");
	snprintf(path, sizeof path, "%s/rules/folder.rule", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	check_refused("folder", "%s/rules/folder.rule is not a file");
	snprintf(path, sizeof path, "%s/rules/pipe.rule", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	check_refused("pipe", "%s/rules/pipe.rule is not a file");
}

/* Its own rules might be others than the toolkit's of the same name. */
static void
where_the_directory_is_gone_no_rule_is_found(void **state)
{
	(void)state;
	char rules[128], moved[128];
	struct refusal why = { "" };
	struct rule rule;
	snprintf(rules, sizeof rules, "%s/rules", folder);
	assert_int_equal(rmdir(rules), 0);
	rule = found("ecm");
	rule_release(&rule);
	snprintf(moved, sizeof moved, "%s.moved", folder);
	assert_int_equal(rename(folder, moved), 0);
	assert_false(rule_find(store, "ecm", &rule, &why));
	assert_non_null(strstr(why.text, ": No such file or directory; to do without it: balint-group set directory="));
	assert_true(rule_find(store, NULL, &rule, &why));
	rule_release(&rule);
	assert_int_equal(rename(moved, folder), 0);
}

struct told {
	char text[1024];
};

static void
take_rule(void *context, const void *row)
{
	struct told *told = context;
	const struct rule_row *rule = row;
	size_t used = strlen(told->text);
	snprintf(told->text + used, sizeof told->text - used, "%s|%s|%s\n", rule->name, rule->label, rule->requirements ? rule->requirements : "-");
}

static void
all_rules_are_listed_in_the_language_of_the_association(void **state)
{
	(void)state;
	struct told told = { "" };
	struct refusal why = { "" };
	write_rule("all.rule", "label-it Tutto\nlabel-en Everything\nminutes 80 %\nmonths 12\nunit 50\nroom-units 9\nunits 10\n");
	assert_true(rule_list(store, take_rule, &told, &why));
	assert_string_equal(told.text,
	    "all|Tutto|minutes 80 %, unit 50, units 10, room-units 9, months 12\n"
	    "balint-units|Lavoro Balint in unità di 45 minuti|unit 45, units 30, room-units 20, months 6\n"
	    "ecm|Educazione continua in medicina (ECM)|minutes 90 %\n"
	    "none|Nessun requisito|-\n"
	    "threshold|90 % dei minuti|minutes 90 %\n");
	*told.text = '\0';
	assert_true(setting_set(store, "language", "en", &why) && setting_set(store, "threshold", "0", &why));
	assert_true(rule_list(store, take_rule, &told, &why));
	assert_non_null(strstr(told.text, "all|Everything|"));
	assert_non_null(strstr(told.text, "threshold|No requirement|-\n"));
}

static void
a_list_with_a_rule_that_is_malformed_is_refused(void **state)
{
	(void)state;
	struct told told = { "" };
	struct refusal why = { "" };
	write_rule("threshold.rule", "label-en A\n");
	assert_false(rule_list(store, take_rule, &told, &why));
	assert_non_null(strstr(why.text, "/rules/threshold.rule: that name is taken by the setting threshold; give the file another one"));
	write_rule("broken.rule", "label-en A\nminuten 90 %\n");
	assert_false(rule_list(store, take_rule, &told, &why));
	assert_non_null(strstr(why.text, "/rules/broken.rule:2: unknown 'minuten'; did you mean 'minutes'?"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_store, remove_store)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_the_toolkit_has),
		TEST(without_a_name_the_threshold_holds_or_the_rule_that_is_set),
		TEST(a_threshold_of_nothing_is_no_requirement),
		TEST(the_association_adds_rules_and_takes_the_place_of_others),
		TEST(a_name_that_is_unknown_is_refused_with_the_nearest),
		TEST(a_line_that_is_malformed_is_refused_at_its_place),
		TEST(lines_that_contradict_each_other_are_refused),
		TEST(what_is_no_text_file_is_refused),
		TEST(where_the_directory_is_gone_no_rule_is_found),
		TEST(all_rules_are_listed_in_the_language_of_the_association),
		TEST(a_list_with_a_rule_that_is_malformed_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
