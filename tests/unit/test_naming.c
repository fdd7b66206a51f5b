#include <balint/naming.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* What becomes of the text in that scope, if one word is known; expected NULL: nothing. */
static void
check(enum naming_kind kind, const char *word, enum naming_scope scope, const char *text, const char *expected)
{
	struct naming *naming = naming_new("X");
	naming_add(naming, kind, NAMING_SURE, word);
	char *got = naming_replaced(naming, scope, text);
	assert_int_equal(naming_found(naming, scope, text), expected != NULL);
	if (expected)
		assert_string_equal(got ? got : "(nothing)", expected);
	else
		assert_null(got);
	free(got);
	naming_free(naming);
}

static void
check_sure(const char *name, const char *text, const char *expected)
{
	check(NAMING_NAME, name, NAMING_SURE, text, expected);
}

static void
a_name_is_found_in_any_spelling(void **state)
{
	(void)state;
	static const char *const spellings[] = { "D'Angelò", "D’ANGELO", "d angelo", "DANGELO", "D' Angelo", "D`Angelo", "D-Angelo", "d_angelo", "D'Angelo\xcc\x80" };
	for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
		check_sure("D'Angelò", spellings[i], "X");
	check_sure("De Luca", "DELUCA", "X");
	check_sure("Müller", "MULLER", "X");
	check_sure("Dangelo", "D'Angelo", "X");
	check_sure("Rossi", "rossi", "X");
	check_sure("Luca Bianchi", "LUCABIANCHI", "X");
	check_sure("Maria Rossi", "MARIAROSSI-OFFERTA, MARIA ROSSI-BIANCHI", "X-OFFERTA, MARIA ROSSI-BIANCHI");
}

static void
umlauts_are_written_in_three_ways(void **state)
{
	(void)state;
	static const char *const spellings[] = { "Müller", "MUELLER", "Muller" };
	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < 3; j++)
			check_sure(spellings[i], spellings[j], "X");
	check_sure("Muller", "MÜLLER", "X");
	check_sure("Jörg Groß", "JOERG GROSS", "X");
	check_sure("Joerg Gross", "JÖRG GROß", "X");
	check_sure("Boero", "BORO", NULL);
}

static void
one_word_in_small_letters_may_be_no_name(void **state)
{
	(void)state;
	check_sure("Sala", "la sala è occupata; Sala no, SALA no", "la sala è occupata; X no, X no");
	check_sure("Àla", "l'aula, àla ÀLA", "l'aula, àla X");
	check_sure("Sala Ugo", "sala ugo", "X");
	check(NAMING_NAME, "Sala", NAMING_SUSPECTED, "la sala", "la X");
	check(NAMING_NAME, "Sala", NAMING_OWN, "di sala", "di X");
}

static void
banks_break_words(void **state)
{
	(void)state;
	check_sure("Luca Bianchi", "DA LUCA B IANCHI, L UCABIAN CHI", "DA X, X");
	check_sure("Bianchi", "B IANCHI", NULL);
	check(NAMING_NAME, "Bianchi", NAMING_SUSPECTED, "B IANCHI", "X");
	check(NAMING_NAME, "Zoe", NAMING_SUSPECTED, "ZO E", NULL);
}

static void
a_bracket_of_the_name_goes_with_it(void **state)
{
	(void)state;
	check_sure("Nicolò (Zoë)", "La NICOLÒ (Zoë) e (Nicolò (Zoë))", "La X e (X)");
	check_sure("Rossi", "(Rossi) e (di Rossi)", "(X) e (di X)");
}

static void
it_is_found_as_a_whole_word_only(void **state)
{
	(void)state;
	check_sure("Rossi", "Rossini e Carossi, rossi2", NULL);
	check_sure("Rossi", "ed 2020_Rossi_marzo", "ed 2020_X_marzo");
	check_sure("Rossi", "(Rossi), Rossi.", "(X), X.");
	check_sure("Rossi", "DR.ROSSI, Dott.ssa.Rossi, sig. Rossi", "DR.X, Dott.ssa.X, sig. X");
	check_sure("Rossi Maria", "DR.ROSSI MARIA, A.ROSSI MARIA", "DR.X, A.ROSSI MARIA");
	check_sure("Rossi", "è Rossi: né Rossì?", "è X: né X?");
	check_sure("", "Rossi", NULL);
	check_sure("-", "a - b", NULL);
}

static void
a_word_that_is_joined_to_another_is_not_sure(void **state)
{
	(void)state;
	check_sure("Rossi", "Rossi-Bianchi, maria.rossi, rossi@example.org", NULL);
	check_sure("Angelo", "D'Angelo", NULL);
	check(NAMING_NAME, "Rossi", NAMING_OWN, "Rossi-Bianchi, maria.rossi, rossi@example.org", "X-Bianchi, maria.X, X@example.org");
	check(NAMING_NAME, "Angelo", NAMING_SUSPECTED, "D'Angelo", "D'X");
}

static void
the_longest_of_several_words_goes(void **state)
{
	(void)state;
	struct naming *naming = naming_new("X");
	naming_add(naming, NAMING_NAME, NAMING_OWN, "Maria");
	naming_add(naming, NAMING_NAME, NAMING_SUSPECTED, "Rossi");
	naming_add(naming, NAMING_NAME, NAMING_SURE, "Maria Rossi");
	char *sure = naming_replaced(naming, NAMING_SURE, "Maria, Rossi, MARIA ROSSI");
	char *own = naming_replaced(naming, NAMING_OWN, "Maria, Rossi, MARIA ROSSI");
	assert_string_equal(sure, "Maria, Rossi, X");
	assert_string_equal(own, "X, X, X");
	assert_true(naming_found(naming, NAMING_SUSPECTED, "Rossi"));
	assert_false(naming_found(naming, NAMING_SUSPECTED, "Maria"));
	naming_add(naming, NAMING_NAME, NAMING_SURE, "Rossi");
	assert_true(naming_found(naming, NAMING_SURE, "rossi"));
	free(sure);
	free(own);
	naming_free(naming);
}

static void
numbers_are_found_in_groups_and_addresses_as_they_are(void **state)
{
	(void)state;
	check(NAMING_SPACED, "IT60X0542811101000000123456", NAMING_SURE, "da IT60 X054 2811 1010 0000 0123 456!", "da X!");
	check(NAMING_SPACED, "011 765 4321", NAMING_SURE, "tel. 0117654321, 011/7654321", "tel. X, X");
	check(NAMING_SPACED, "0117654321", NAMING_SURE, "00117654321", NULL);
	check(NAMING_EXACT, "rossi@example.org", NAMING_SURE, "550 <Rossi@Example.org> unknown", "550 <X> unknown");
	check(NAMING_EXACT, "rossi@example.org", NAMING_SURE, "maria.rossi@example.org", NULL);
}

static void
broken_text_harms_nobody(void **state)
{
	(void)state;
	check_sure("Rossi", "\xff\xfeRossi\xc3", "\xff\xfeX\xc3");
	check_sure("Rossi", "", NULL);
	check_sure("\xff", "\xff", NULL);
	check_sure("王", "Zhang 王!", "Zhang X!");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_found_in_any_spelling),
		cmocka_unit_test(umlauts_are_written_in_three_ways),
		cmocka_unit_test(one_word_in_small_letters_may_be_no_name),
		cmocka_unit_test(banks_break_words),
		cmocka_unit_test(a_bracket_of_the_name_goes_with_it),
		cmocka_unit_test(it_is_found_as_a_whole_word_only),
		cmocka_unit_test(a_word_that_is_joined_to_another_is_not_sure),
		cmocka_unit_test(the_longest_of_several_words_goes),
		cmocka_unit_test(numbers_are_found_in_groups_and_addresses_as_they_are),
		cmocka_unit_test(broken_text_harms_nobody),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
