#include <balint/edition.h>
#include <balint/reference.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define USUAL "{title} {number} ed {year}_{family}_{month}"

static struct reference_facts
rossi(void)
{
	return (struct reference_facts){
		.title = "Gruppo Balint",
		.number = 9,
		.year = 2020,
		.family = "Rossi",
		.given = "Mario",
		.month = "marzo",
		.code = "9",
		.handle = "rossi",
	};
}

static void
check_written(const char *template, struct reference_facts facts, const char *expected)
{
	char text[REFERENCE_TEXT] = "";
	struct refusal why = { "" };
	if (!reference_write(template, &facts, text, &why))
		fail_msg("%s", why.text);
	assert_string_equal(text, expected);
}

static void
check_too_long(const char *template, struct reference_facts facts)
{
	char text[REFERENCE_TEXT];
	struct refusal why = { "" };
	if (reference_write(template, &facts, text, &why))
		fail_msg("'%s' was taken for a reference", text);
	assert_non_null(strstr(why.text, "140"));
	assert_non_null(strstr(why.text, facts.handle));
}

static void
check_accepted(const char *template)
{
	struct refusal why = { "" };
	if (!reference_check(template, &why))
		fail_msg("%s", why.text);
}

static void
check_refused(const char *template, const char *words)
{
	struct refusal why = { "" };
	if (reference_check(template, &why))
		fail_msg("'%s' was taken for a template", template);
	if (!strstr(why.text, words))
		fail_msg("'%s' is not in: %s", words, why.text);
}

/* The reference of an edition about which nothing was said but its number and year. */
static void
an_edition_has_the_usual_template(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct edition edition;
	struct store *store = store_create("no-folder/balint.db", true, &why); /* in memory */
	assert_non_null(store);
	assert_true(edition_add(store, "9", &(struct edition_facts){ .number = 9, .year = 2020, .at = TIME_NONE }, &why));
	assert_true(edition_find(store, "9", &edition, &why));
	assert_string_equal(edition.reference, USUAL);
	assert_string_equal(edition.title, "Gruppo Balint");
	edition_release(&edition);
	store_close(store);
}

/* RULES 7.1. */
static void
the_reference_of_the_ninth_edition_is_the_official_one(void **state)
{
	(void)state;
	check_written(USUAL, rossi(), "Gruppo Balint 9 ed 2020_Rossi_marzo");
	struct reference_facts february = rossi();
	february.month = "febbraio";
	check_written(USUAL, february, "Gruppo Balint 9 ed 2020_Rossi_febbraio");
}

static void
the_underscore_and_accents_are_printed_as_they_are(void **state)
{
	(void)state;
	struct reference_facts facts = rossi();
	facts.family = "D'Alò";
	check_written(USUAL, facts, "Gruppo Balint 9 ed 2020_D'Alò_marzo");
	facts.family = "Rossi Maria";
	facts.month = "marzo 2022";
	check_written(USUAL, facts, "Gruppo Balint 9 ed 2020_Rossi Maria_marzo 2022");
}

static void
every_placeholder_has_its_value(void **state)
{
	(void)state;
	check_accepted("{title}|{number}|{year}|{family}|{given}|{month}|{code}|{handle}");
	struct reference_facts facts = rossi();
	facts.code = "nona";
	check_written("{title}|{number}|{year}|{family}|{given}|{month}|{code}|{handle}", facts,
	    "Gruppo Balint|9|2020|Rossi|Mario|marzo|nona|rossi");
}

static void
a_placeholder_may_stand_twice_and_beside_another(void **state)
{
	(void)state;
	check_accepted("{family}{given}{family}");
	check_written("{family}{given}{family}", rossi(), "RossiMarioRossi");
}

static void
a_template_without_placeholders_is_the_reference(void **state)
{
	(void)state;
	check_accepted("Quota gruppo");
	check_written("Quota gruppo", rossi(), "Quota gruppo");
}

static void
percent_signs_mean_nothing(void **state)
{
	(void)state;
	check_accepted("100% %s %n {family}");
	check_written("100% %s %n {family}", rossi(), "100% %s %n Rossi");
}

static void
a_value_is_no_template(void **state)
{
	(void)state;
	struct reference_facts facts = rossi();
	facts.title = "{family}";
	check_written("{title} {number}", facts, "{family} 9");
}

static void
an_unknown_placeholder_is_refused_and_the_known_ones_named(void **state)
{
	(void)state;
	check_refused("{title} {nome}", "'{nome}'");
	check_refused("{title} {nome}", "{title} {number} {year} {family} {given} {month} {code} {handle}");
	check_refused("{Title}", "{Title}");
	check_refused("{ title }", "{ title }");
	check_refused("{}", "{}");
	check_refused("{titles}", "{titles}");
	check_refused("{titl}", "{titl}");
}

static void
a_brace_without_its_other_half_is_refused(void **state)
{
	(void)state;
	check_refused("{title", "{title");
	check_refused("title}", "}");
	check_refused("{", "{");
	check_refused("}", "}");
	check_refused("{{title}}", "{{title}}");
	check_refused("{title}}", "}");
	check_refused("{title {family}", "{title {family}");
}

static void
a_hundred_and_forty_characters_are_the_most(void **state)
{
	(void)state;
	char family[200] = "";
	memset(family, 'a', 140);
	struct reference_facts facts = rossi();
	facts.family = family;
	check_written("{family}", facts, family);
	check_too_long("{family}.", facts);
	family[139] = '\0';
	char expected[sizeof family + 1];
	snprintf(expected, sizeof expected, "%s.", family);
	check_written("{family}.", facts, expected);
}

static void
repeat(char *text, const char *character, int times)
{
	*text = '\0';
	for (int i = 0; i < times; i++)
		strcat(text, character);
}

static void
characters_are_counted_and_not_bytes(void **state)
{
	(void)state;
	static const char *const characters[] = { "è", "’", "𝄞" };
	for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++) {
		char family[4 * 141 + 1];
		struct reference_facts facts = rossi();
		facts.family = family;
		repeat(family, characters[i], 140);
		check_written("{family}", facts, family);
		repeat(family, characters[i], 141);
		check_too_long("{family}", facts);
	}
}

static void
a_very_long_value_is_refused_without_harm(void **state)
{
	(void)state;
	static char title[100000];
	memset(title, 'x', sizeof title - 1);
	struct reference_facts facts = rossi();
	facts.title = title;
	check_too_long(USUAL, facts);
	for (size_t length = 4090; length < 4100; length++) {
		title[length] = '\0';
		check_too_long("{title}", facts);
		check_too_long("{title}{family}", facts);
		title[length] = 'x';
	}
}

/* What stands in the message is cut between characters: a refusal is UTF-8. */
static void
a_refusal_is_not_cut_within_a_character(void **state)
{
	(void)state;
	char family[2 * 141 + 1];
	struct reference_facts facts = rossi();
	struct refusal why = { "" };
	char text[REFERENCE_TEXT];
	facts.family = family;
	repeat(family, "è", 141);
	assert_false(reference_write("a{family}", &facts, text, &why));
	for (const char *c = strchr(why.text, (char)0xc3); c; c = strchr(c + 1, (char)0xc3))
		if (c[1] != (char)0xa8)
			fail_msg("half a character after %d bytes", (int)(c - why.text));
}

static void
an_empty_template_gives_an_empty_reference(void **state)
{
	(void)state;
	check_written("", rossi(), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_edition_has_the_usual_template),
		cmocka_unit_test(the_reference_of_the_ninth_edition_is_the_official_one),
		cmocka_unit_test(the_underscore_and_accents_are_printed_as_they_are),
		cmocka_unit_test(every_placeholder_has_its_value),
		cmocka_unit_test(a_placeholder_may_stand_twice_and_beside_another),
		cmocka_unit_test(a_template_without_placeholders_is_the_reference),
		cmocka_unit_test(percent_signs_mean_nothing),
		cmocka_unit_test(a_value_is_no_template),
		cmocka_unit_test(an_unknown_placeholder_is_refused_and_the_known_ones_named),
		cmocka_unit_test(a_brace_without_its_other_half_is_refused),
		cmocka_unit_test(a_hundred_and_forty_characters_are_the_most),
		cmocka_unit_test(characters_are_counted_and_not_bytes),
		cmocka_unit_test(a_very_long_value_is_refused_without_harm),
		cmocka_unit_test(a_refusal_is_not_cut_within_a_character),
		cmocka_unit_test(an_empty_template_gives_an_empty_reference),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
