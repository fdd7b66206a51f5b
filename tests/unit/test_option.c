#include <balint/option.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ITEMS(array) (sizeof(array) / sizeof(array)[0])

/* What every verb takes. */
struct common {
	bool quiet, color;
	const char *format;
};

static const struct option_spec common_options[] = {
	OPTION_OF(bool, struct common, quiet, OPTION_FLAG, OPTION_MAY, "quiet", 'q', NULL, "say less"),
	OPTION_OF(bool, struct common, color, OPTION_OFF, OPTION_MAY, "no-color", 0, NULL, "no colours"),
	OPTION_OF(const char *, struct common, format, OPTION_CHOICE, OPTION_MAY, "format", 'f', "table|tsv|csv-it", "how to print"),
};

/* What the verb takes: an option of every kind. */
struct verb {
	const char *title, *place, *language;
	int count, every, vat;
	cents price;
	struct date from, until;
	struct month month;
	struct month_range months;
	struct daytime at;
	struct duration alarm;
	bool force, hour;
	struct date_range between;
	struct weekdays days;
};

static const struct option_spec verb_options[] = {
	DATE_OPTION(struct verb, from, OPTION_MUST, "from", "DATE", "the first session"),
	COUNT_OPTION(struct verb, count, OPTION_ONE, "count", "N", "sessions to hold"),
	DATE_OPTION(struct verb, until, OPTION_ONE, "until", "DATE", "the last possible day"),
	TIME_OPTION(struct verb, at, OPTION_MAY, "at", "HH:MM", "when it begins"),
	WEEKS_OPTION(struct verb, every, OPTION_MAY, "every", "WEEKS", "the cadence"),
	TEXT_OPTION(struct verb, title, OPTION_MAY, "title", "TEXT", "the title"),
	WORD_OPTION(struct verb, place, OPTION_MAY, "place", "PLACE", "where it is"),
	RATE_OPTION(struct verb, vat, OPTION_MAY, "vat", "PERCENT", "the rate"),
	AMOUNT_OPTION(struct verb, price, OPTION_MAY, "price", "EURO", "the price"),
	MONTH_OPTION(struct verb, month, OPTION_EITHER, "month", "YYYY-MM", "one month"),
	MONTHS_OPTION(struct verb, months, OPTION_EITHER, "months", "A..B", "several months"),
	FLAG_OPTION(struct verb, force, "force", "do it anyway"),
	OPTION_OF(bool, struct verb, hour, OPTION_FLAG, OPTION_MAY, "hour", 'h', NULL, "by the hour"),
	DURATION_OPTION(struct verb, alarm, OPTION_MAY, "alarm", "1d", "how long before"),
	DATES_OPTION(struct verb, between, OPTION_MAY, "between", "A..B", "between two days"),
	DAYS_OPTION(struct verb, days, OPTION_MAY, "weekday", "D,E", "on these days of the week"),
	ANY_CHOICE_OPTION(struct verb, language, OPTION_MAY, "language", "it|en", "its language"),
};

enum { FROM, COUNT, UNTIL, AT, EVERY, TITLE, PLACE, VAT, PRICE, MONTH, MONTHS, FORCE, HOUR, ALARM, BETWEEN, DAYS, LANGUAGE, OPTIONS };

/* One parsing: what came in, and what came out. */
struct parsing {
	int argc;
	char *argv[16];
	struct common common;
	struct verb verb;
	bool given[OPTIONS];
	struct option_texts texts;
	struct refusal why;
	int first;
};

static void
parse_words(struct parsing *parsing, bool stop, const char *const *words)
{
	*parsing = (struct parsing){ .common.color = true };
	const struct option_table tables[2] = {
		{ common_options, ITEMS(common_options), &parsing->common },
		{ verb_options, ITEMS(verb_options), &parsing->verb },
	};
	parsing->argv[parsing->argc++] = strdup("verb");
	for (; *words; words++)
		parsing->argv[parsing->argc++] = strdup(*words);
	parsing->first = option_parse(parsing->argc, parsing->argv, stop, tables, parsing->given, &parsing->texts, &parsing->why);
}

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
parsing_free(struct parsing *parsing)
{
	option_texts_free(&parsing->texts);
	for (int i = 0; i < parsing->argc; i++)
		free(parsing->argv[i]);
}

/* Parses what must be good. */
static struct parsing
parse(const char *const *words)
{
	struct parsing parsing;
	parse_words(&parsing, false, words);
	if (parsing.first < 0)
		fail_msg("%s", parsing.why.text);
	return parsing;
}

/* Parses what must be refused with a sentence that has the text in it. */
static void
check_refused(const char *const *words, const char *text)
{
	struct parsing parsing;
	parse_words(&parsing, false, words);
	assert_int_equal(parsing.first, -1);
	assert_int_not_equal(strlen(parsing.why.text), 0);
	if (!strstr(parsing.why.text, text))
		fail_msg("'%s' is not in: %s", text, parsing.why.text);
	parsing_free(&parsing);
}

/* The values are refused one by one, and the sentence names option and value. */
static void
check_values_refused(const char *option, const char *const *values)
{
	for (; *values; values++) {
		check_refused(WORDS(option, *values), option);
		check_refused(WORDS(option, *values), *values);
	}
}

/* The operands that are left, each with a space before it. */
static void
check_operands(const struct parsing *parsing, const char *expected)
{
	char operands[256] = "";
	for (int i = parsing->first; i < parsing->argc; i++)
		sprintf(operands + strlen(operands), " %s", parsing->argv[i]);
	assert_string_equal(operands, expected);
}

static void
a_line_without_options_changes_nothing(void **state)
{
	(void)state;
	struct parsing parsing;
	parse_words(&parsing, false, (const char *const[]){ NULL });
	assert_int_equal(parsing.first, 1);
	assert_true(parsing.common.color);
	assert_null(parsing.verb.title);
	for (size_t i = 0; i < OPTIONS; i++)
		assert_false(parsing.given[i]);
	parsing_free(&parsing);
}

static void
a_flag_is_set(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--force", "--quiet"));
	assert_true(parsing.verb.force);
	assert_true(parsing.common.quiet);
	assert_false(parsing.verb.hour);
	parsing_free(&parsing);
}

static void
an_off_is_set_to_false(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--no-color"));
	assert_false(parsing.common.color);
	parsing_free(&parsing);
}

static void
a_text_is_kept_as_the_store_keeps_it(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--title", "  Gruppo Nicolo\xcc\x80 "));
	assert_string_equal(parsing.verb.title, "Gruppo Nicolò");
	parsing_free(&parsing);
}

static void
a_text_that_the_store_does_not_take_is_refused(void **state)
{
	(void)state;
	check_refused(WORDS("--title", ""), "--title");
	check_refused(WORDS("--title", "   "), "--title");
	check_refused(WORDS("--title", "a\nb"), "--title");
	check_refused(WORDS("--title", "Nicol\xf2"), "--title");
	check_refused(WORDS("--title", "\x1b]0;x"), "--title");
}

static void
a_word_stays_as_it_is(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--place", " \x1b x "));
	assert_string_equal(parsing.verb.place, " \x1b x ");
	parsing_free(&parsing);
	parsing = parse(WORDS("--place", ""));
	assert_string_equal(parsing.verb.place, "");
	parsing_free(&parsing);
}

static void
a_choice_is_one_of_its_words(void **state)
{
	(void)state;
	static const char *const choices[] = { "table", "tsv", "csv-it" };
	for (size_t i = 0; i < ITEMS(choices); i++) {
		struct parsing parsing = parse(WORDS("--format", choices[i]));
		assert_string_equal(parsing.common.format, choices[i]);
		parsing_free(&parsing);
	}
	check_values_refused("--format", WORDS("xml", "csv", "tsvx", "ts", "", "table|tsv", "|", "TSV"));
}

static void
a_refused_choice_names_the_others(void **state)
{
	(void)state;
	check_refused(WORDS("--format", "xml"), "csv-it");
}

static void
a_choice_that_may_be_taken_away_is_a_word_or_nothing(void **state)
{
	(void)state;
	static const char *const choices[] = { "it", "en", "" };
	for (size_t i = 0; i < ITEMS(choices); i++) {
		struct parsing parsing = parse(WORDS("--language", choices[i]));
		assert_string_equal(parsing.verb.language, choices[i]);
		parsing_free(&parsing);
	}
	check_values_refused("--language", WORDS("fr", "i", " ", "it|en", "|", "IT"));
}

static void
a_count_is_a_whole_number_from_one(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--count", "10"));
	assert_int_equal(parsing.verb.count, 10);
	parsing_free(&parsing);
	parsing = parse(WORDS("--count", "1"));
	assert_int_equal(parsing.verb.count, 1);
	parsing_free(&parsing);
	check_values_refused("--count", WORDS("0", "-1", "+1", "", " 1", "1 ", "1.5", "1x", "ten", "0x10", "99999999999", "99999999999999999999"));
}

static void
a_duration_keeps_its_unit(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--alarm", "2h"));
	assert_int_equal(parsing.verb.alarm.count, 2);
	assert_int_equal(parsing.verb.alarm.unit, 'h');
	assert_true(parsing.given[ALARM]);
	parsing_free(&parsing);
	check_values_refused("--alarm", WORDS("2", "0d", "-1d", "5w", "1d12h", ""));
}

static void
weeks_are_a_count_with_a_w(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--every", "2w"));
	assert_int_equal(parsing.verb.every, 2);
	parsing_free(&parsing);
	check_values_refused("--every", WORDS("2", "0w", "-2w", "w", "2d", "2ww", "2W ", "two weeks", ""));
}

static void
a_rate_is_a_percentage(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--vat", "22.5"));
	assert_int_equal(parsing.verb.vat, 2250);
	parsing_free(&parsing);
	check_values_refused("--vat", WORDS("-1", "101", "22%", ""));
}

static void
an_amount_is_euros(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--price", "350,00"));
	assert_int_equal(parsing.verb.price, 35000);
	parsing_free(&parsing);
	check_values_refused("--price", WORDS("-350", "1.234,56", "1e3", ""));
}

static void
a_date_is_a_day_that_exists(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--from", "2021-02-17", "--until=23/06/2021"));
	assert_int_equal(parsing.verb.from.day, date_of(2021, 2, 17).day);
	assert_int_equal(parsing.verb.until.day, date_of(2021, 6, 23).day);
	parsing_free(&parsing);
	check_values_refused("--from", WORDS("2021-02-29", "31/02/2026", "tomorrow", ""));
}

static void
months_are_one_or_a_range(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--month", "2021-03", "--months", "2021-02..2021-06"));
	assert_int_equal(parsing.verb.month.month, month_at(2021, 3).month);
	assert_int_equal(parsing.verb.months.first.month, month_at(2021, 2).month);
	assert_int_equal(parsing.verb.months.last.month, month_at(2021, 6).month);
	parsing_free(&parsing);
	check_values_refused("--month", WORDS("2021-13", "marzo", ""));
	check_values_refused("--months", WORDS("2021-06..2021-02", "2021-03", ""));
}

static void
dates_are_a_range(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--between", "2021-02-17..23/06/2021"));
	assert_int_equal(parsing.verb.between.first.day, date_of(2021, 2, 17).day);
	assert_int_equal(parsing.verb.between.last.day, date_of(2021, 6, 23).day);
	parsing_free(&parsing);
	check_values_refused("--between", WORDS("2021-06-23..2021-02-17", "2021-02-17", ""));
	check_refused(WORDS("--between", "2021-02-01..2021-02-29"), "February 2021 has 28 days");
}

static void
days_of_the_week_add_up(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--weekday", "mon,Mercoledì", "--weekday", "DOM"));
	const int expected[] = { 1, 0, 1, 0, 0, 0, 1 };
	for (int i = 0; i < 7; i++)
		assert_int_equal(weekdays_have(parsing.verb.days, date_of(2021, 2, 15 + i)), expected[i]);
	parsing_free(&parsing);
	parsing = parse(WORDS("--force"));
	for (int i = 0; i < 7; i++)
		assert_true(weekdays_have(parsing.verb.days, date_of(2021, 2, 15 + i)));
	parsing_free(&parsing);
	check_values_refused("--weekday", WORDS("", ",", "mon,", "3", "m", "funday"));
	check_refused(WORDS("--weekday", "mon\x1b"), "control character");
	check_refused(WORDS("--weekday", "\xff"), "UTF-8");
	check_refused(WORDS("--weekday", "mercoldi"), "did you mean 'mercoledi'?");
}

static void
a_time_is_hours_and_minutes(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--at", "21:00"));
	assert_int_equal(parsing.verb.at.minute, 21 * 60);
	parsing_free(&parsing);
	check_values_refused("--at", WORDS("25:00", "21", ""));
}

static void
a_value_stands_behind_a_space_or_an_equals_sign(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--place", "a", "--title=b=c", "-f", "tsv"));
	assert_string_equal(parsing.verb.place, "a");
	assert_string_equal(parsing.verb.title, "b=c");
	assert_string_equal(parsing.common.format, "tsv");
	parsing_free(&parsing);
	parsing = parse(WORDS("-ftsv", "--place="));
	assert_string_equal(parsing.common.format, "tsv");
	assert_string_equal(parsing.verb.place, "");
	parsing_free(&parsing);
}

static void
letters_can_be_joined(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("-qhftsv"));
	assert_true(parsing.common.quiet);
	assert_true(parsing.verb.hour);
	assert_string_equal(parsing.common.format, "tsv");
	parsing_free(&parsing);
}

static void
a_value_may_begin_with_a_hyphen(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--place", "--force", "--title", "-x"));
	assert_string_equal(parsing.verb.place, "--force");
	assert_string_equal(parsing.verb.title, "-x");
	assert_false(parsing.verb.force);
	parsing_free(&parsing);
}

static void
a_name_may_be_shortened_while_it_is_clear(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--fro", "2021-02-17", "--forc"));
	assert_true(parsing.given[FROM]);
	assert_true(parsing.verb.force);
	parsing_free(&parsing);
	check_refused(WORDS("--fo", "tsv"), "--fo");
	check_refused(WORDS("--mon", "2021-03"), "--mon");
}

static void
given_are_the_options_of_the_verb(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--quiet", "--from", "2021-02-17", "-h", "--vat=22"));
	for (size_t i = 0; i < OPTIONS; i++)
		assert_int_equal(parsing.given[i], i == FROM || i == HOUR || i == VAT);
	parsing_free(&parsing);
}

static void
operands_move_behind_the_options(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("rossi", "--force", "verdi", "--place", "x", "bianchi"));
	check_operands(&parsing, " rossi verdi bianchi");
	assert_true(parsing.verb.force);
	assert_string_equal(parsing.verb.place, "x");
	parsing_free(&parsing);
}

static void
two_hyphens_end_the_options(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--force", "--", "--quiet", "-x", "--"));
	check_operands(&parsing, " --quiet -x --");
	assert_false(parsing.common.quiet);
	parsing_free(&parsing);
	parsing = parse(WORDS("rossi", "--", "--quiet"));
	check_operands(&parsing, " rossi --quiet");
	parsing_free(&parsing);
}

static void
one_hyphen_is_an_operand(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("-", "--force"));
	check_operands(&parsing, " -");
	assert_true(parsing.verb.force);
	parsing_free(&parsing);
}

static void
parsing_may_stop_at_the_first_operand(void **state)
{
	(void)state;
	struct parsing parsing;
	parse_words(&parsing, true, WORDS("--quiet", "add", "--force", "--nonsense"));
	check_operands(&parsing, " add --force --nonsense");
	assert_true(parsing.common.quiet);
	assert_false(parsing.verb.force);
	parsing_free(&parsing);
	parse_words(&parsing, true, WORDS("--nonsense", "add"));
	assert_int_equal(parsing.first, -1);
	parsing_free(&parsing);
}

static void
an_unknown_option_is_refused(void **state)
{
	(void)state;
	check_refused(WORDS("--nonsense"), "--nonsense");
	check_refused(WORDS("--nonsense=1"), "--nonsense");
	check_refused(WORDS("rossi", "--nonsense"), "--nonsense");
	check_refused(WORDS("-x"), "-x");
	check_refused(WORDS("-qx"), "-x");
	check_refused(WORDS("--From", "2021-02-17"), "--From");
}

static void
a_misspelt_option_is_recognised(void **state)
{
	(void)state;
	check_refused(WORDS("--prixe", "350"), "--price");
	check_refused(WORDS("--fromm=2021-02-17"), "--from");
	check_refused(WORDS("--quite"), "--quiet");
}

static void
a_missing_value_is_refused(void **state)
{
	(void)state;
	check_refused(WORDS("--from"), "--from");
	check_refused(WORDS("--force", "--place"), "--place");
	check_refused(WORDS("-f"), "-f");
	check_refused(WORDS("-qf"), "-f");
}

static void
a_value_that_nobody_wants_is_refused(void **state)
{
	(void)state;
	check_refused(WORDS("--force=yes"), "--force");
	check_refused(WORDS("--no-color=1"), "--no-color");
}

static void
a_refusal_has_no_memory(void **state)
{
	(void)state;
	check_refused(WORDS("-qx"), "-x");
	struct parsing parsing = parse(WORDS("-q", "rossi"));
	check_operands(&parsing, " rossi");
	assert_true(parsing.common.quiet);
	parsing_free(&parsing);
}

static void
texts_are_freed_once_and_may_be_none(void **state)
{
	(void)state;
	struct parsing parsing = parse(WORDS("--title", "a", "--title", "b"));
	assert_string_equal(parsing.verb.title, "b");
	option_texts_free(&parsing.texts);
	option_texts_free(&parsing.texts);
	assert_int_equal(parsing.texts.count, 0);
	parsing_free(&parsing);
}

/* Whether the options at these places are complete for the verb. */
static bool
complete(struct refusal *why, const int *places, size_t count)
{
	bool given[OPTIONS] = { false };
	struct verb verb;
	const struct option_table table = { verb_options, ITEMS(verb_options), &verb };
	for (size_t i = 0; i < count; i++)
		given[places[i]] = true;
	why->text[0] = '\0';
	return option_complete(&table, given, why);
}

#define COMPLETE(why, ...) complete(why, (const int[]){ __VA_ARGS__ }, ITEMS(((const int[]){ __VA_ARGS__ })))

static void
what_must_be_given_is_asked_for(void **state)
{
	(void)state;
	struct refusal why;
	assert_false(COMPLETE(&why, COUNT));
	assert_non_null(strstr(why.text, "--from"));
	assert_true(COMPLETE(&why, FROM, COUNT));
}

static void
of_one_exactly_one_is_wanted(void **state)
{
	(void)state;
	struct refusal why;
	assert_false(COMPLETE(&why, FROM));
	assert_non_null(strstr(why.text, "--count"));
	assert_non_null(strstr(why.text, "--until"));
	assert_false(COMPLETE(&why, FROM, COUNT, UNTIL));
	assert_non_null(strstr(why.text, "--count"));
	assert_non_null(strstr(why.text, "--until"));
	assert_true(COMPLETE(&why, FROM, UNTIL));
}

static void
of_either_at_most_one_is_taken(void **state)
{
	(void)state;
	struct refusal why;
	assert_true(COMPLETE(&why, FROM, COUNT, MONTH));
	assert_true(COMPLETE(&why, FROM, COUNT, MONTHS));
	assert_false(COMPLETE(&why, FROM, COUNT, MONTH, MONTHS));
	assert_non_null(strstr(why.text, "--month"));
	assert_non_null(strstr(why.text, "--months"));
}

static void
what_may_be_given_may_be_left_out(void **state)
{
	(void)state;
	struct refusal why;
	assert_true(COMPLETE(&why, FROM, COUNT, AT, EVERY, TITLE, PLACE, VAT, PRICE, FORCE, HOUR));
}

/* Two pairs of the same rule with an option between them. */
static void
only_neighbours_exclude_each_other(void **state)
{
	(void)state;
	static const struct option_spec options[] = {
		COUNT_OPTION(struct verb, count, OPTION_EITHER, "count", "N", ""),
		DATE_OPTION(struct verb, until, OPTION_EITHER, "until", "DATE", ""),
		FLAG_OPTION(struct verb, force, "force", ""),
		MONTH_OPTION(struct verb, month, OPTION_EITHER, "month", "YYYY-MM", ""),
		MONTHS_OPTION(struct verb, months, OPTION_EITHER, "months", "A..B", ""),
	};
	const struct option_table table = { options, ITEMS(options), NULL };
	struct refusal why;
	assert_true(option_complete(&table, (const bool[]){ true, false, false, true, false }, &why));
	assert_true(option_complete(&table, (const bool[]){ false, true, true, false, true }, &why));
	assert_false(option_complete(&table, (const bool[]){ true, true, false, false, false }, &why));
	assert_false(option_complete(&table, (const bool[]){ false, false, false, true, true }, &why));
}

typedef void printer(struct sink *sink, const struct option_table *table);

/* What the printer writes about the options; the caller frees it. */
static char *
printed(printer *print, const struct option_spec *options, size_t count)
{
	const struct option_table table = { options, count, NULL };
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	print(&sink, &table);
	sink_char(&sink, '\0');
	char *text = strdup(sink.buffer);
	sink_release(&sink);
	return text;
}

static void
a_synopsis_shows_what_must_and_what_may_be_given(void **state)
{
	(void)state;
	char *text = printed(option_synopsis, verb_options, AT + 1);
	assert_string_equal(text, " --from DATE (--count N | --until DATE) [--at HH:MM]");
	free(text);
}

static void
a_synopsis_shows_flags_and_what_excludes_each_other(void **state)
{
	(void)state;
	char *text = printed(option_synopsis, verb_options + PRICE, OPTIONS - PRICE);
	assert_string_equal(text, " [--price EURO] [--month YYYY-MM | --months A..B] [--force] [--hour] [--alarm 1d] [--between A..B]"
	                          " [--weekday D,E] [--language it|en]");
	free(text);
	text = printed(option_synopsis, common_options, ITEMS(common_options));
	assert_string_equal(text, " [--quiet] [--no-color] [--format table|tsv|csv-it]");
	free(text);
}

static void
no_options_have_no_synopsis_and_no_help(void **state)
{
	(void)state;
	char *synopsis = printed(option_synopsis, verb_options, 0), *help = printed(option_help, verb_options, 0);
	assert_string_equal(synopsis, "");
	assert_string_equal(help, "");
	free(synopsis);
	free(help);
}

/* Whether one of the lines has all three in it. */
static bool
has_line(char *text, const char *name, const char *argument, const char *help)
{
	for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		bool all = strstr(line, name) && strstr(line, argument) && strstr(line, help);
		*end = '\n';
		if (all)
			return true;
	}
	return false;
}

static void
help_has_a_line_for_every_option(void **state)
{
	(void)state;
	char *text = printed(option_help, verb_options, OPTIONS);
	for (size_t i = 0; i < OPTIONS; i++) {
		const struct option_spec *option = &verb_options[i];
		char name[64];
		snprintf(name, sizeof name, "--%s", option->name);
		if (!has_line(text, name, option->argument ? option->argument : "", option->help))
			fail_msg("%s is missing", name);
	}
	assert_true(has_line(text, "-h", "--hour", "by the hour"));
	assert_int_equal(text[strlen(text) - 1], '\n');
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_without_options_changes_nothing),
		cmocka_unit_test(a_flag_is_set),
		cmocka_unit_test(an_off_is_set_to_false),
		cmocka_unit_test(a_text_is_kept_as_the_store_keeps_it),
		cmocka_unit_test(a_text_that_the_store_does_not_take_is_refused),
		cmocka_unit_test(a_word_stays_as_it_is),
		cmocka_unit_test(a_choice_is_one_of_its_words),
		cmocka_unit_test(a_refused_choice_names_the_others),
		cmocka_unit_test(a_choice_that_may_be_taken_away_is_a_word_or_nothing),
		cmocka_unit_test(a_count_is_a_whole_number_from_one),
		cmocka_unit_test(a_duration_keeps_its_unit),
		cmocka_unit_test(weeks_are_a_count_with_a_w),
		cmocka_unit_test(a_rate_is_a_percentage),
		cmocka_unit_test(an_amount_is_euros),
		cmocka_unit_test(a_date_is_a_day_that_exists),
		cmocka_unit_test(months_are_one_or_a_range),
		cmocka_unit_test(dates_are_a_range),
		cmocka_unit_test(days_of_the_week_add_up),
		cmocka_unit_test(a_time_is_hours_and_minutes),
		cmocka_unit_test(a_value_stands_behind_a_space_or_an_equals_sign),
		cmocka_unit_test(letters_can_be_joined),
		cmocka_unit_test(a_value_may_begin_with_a_hyphen),
		cmocka_unit_test(a_name_may_be_shortened_while_it_is_clear),
		cmocka_unit_test(given_are_the_options_of_the_verb),
		cmocka_unit_test(operands_move_behind_the_options),
		cmocka_unit_test(two_hyphens_end_the_options),
		cmocka_unit_test(one_hyphen_is_an_operand),
		cmocka_unit_test(parsing_may_stop_at_the_first_operand),
		cmocka_unit_test(an_unknown_option_is_refused),
		cmocka_unit_test(a_misspelt_option_is_recognised),
		cmocka_unit_test(a_missing_value_is_refused),
		cmocka_unit_test(a_value_that_nobody_wants_is_refused),
		cmocka_unit_test(a_refusal_has_no_memory),
		cmocka_unit_test(texts_are_freed_once_and_may_be_none),
		cmocka_unit_test(what_must_be_given_is_asked_for),
		cmocka_unit_test(of_one_exactly_one_is_wanted),
		cmocka_unit_test(of_either_at_most_one_is_taken),
		cmocka_unit_test(what_may_be_given_may_be_left_out),
		cmocka_unit_test(only_neighbours_exclude_each_other),
		cmocka_unit_test(a_synopsis_shows_what_must_and_what_may_be_given),
		cmocka_unit_test(a_synopsis_shows_flags_and_what_excludes_each_other),
		cmocka_unit_test(no_options_have_no_synopsis_and_no_help),
		cmocka_unit_test(help_has_a_line_for_every_option),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
