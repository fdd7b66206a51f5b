#include <balint/questionnaire.h>
#include <balint/share.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "title-en Questions\n"

static struct questionnaire
parsed(const char *text)
{
	struct questionnaire form;
	struct refusal why = { "" };
	if (!questionnaire_parse("ours", "ours.form", text, &form, &why))
		fail_msg("%s", why.text);
	return form;
}

static void
the_questionnaire_of_the_toolkit_is_whole_in_both_languages(void **state)
{
	(void)state;
	struct questionnaire form = parsed(share_file("questionnaires/balint.form"));
	assert_in_range(form.count, 10, 14);
	assert_non_null(form.intros[QUESTION_ITALIAN]);
	assert_non_null(form.intros[QUESTION_ENGLISH]);
	for (size_t i = 0; i < form.count; i++) {
		const struct question *question = &form.questions[i];
		for (size_t language = 0; language < QUESTION_LANGUAGES; language++) {
			assert_non_null(question->texts[language]);
			if (question->count > 0) {
				assert_non_null(question->values[0].labels[language]);
				assert_non_null(question->values[question->count - 1].labels[language]);
			}
		}
	}
	questionnaire_release(&form);
}

static void
each_kind_of_question_is_read(void **state)
{
	(void)state;
	struct questionnaire form = parsed("# ours\r\n\n  title-it\tDomande \nintro-it Grazie\n"
	                                   "question a scale 0 10\nit Uno\nen One\nlabels-it no | sì\n"
	                                   "question b-2 choice yes|no | not-sure\nen Two\nlabels-en Yes | No | Not sure\n"
	                                   "question c text\nit Tre");
	assert_string_equal(form.name, "ours");
	assert_string_equal(questionnaire_text(form.titles, "en"), "Domande");
	assert_null(form.intros[QUESTION_ENGLISH]);
	assert_int_equal(form.count, 3);
	const struct question *a = &form.questions[0], *b = &form.questions[1], *c = &form.questions[2];
	assert_int_equal(a->kind, QUESTION_SCALE);
	assert_int_equal(a->count, 11);
	assert_string_equal(a->values[10].value, "10");
	assert_string_equal(a->values[10].labels[QUESTION_ITALIAN], "sì");
	assert_null(a->values[5].labels[QUESTION_ITALIAN]);
	assert_int_equal(b->kind, QUESTION_CHOICE);
	assert_int_equal(b->count, 3);
	assert_string_equal(b->values[2].value, "not-sure");
	assert_string_equal(b->values[2].labels[QUESTION_ENGLISH], "Not sure");
	assert_string_equal(questionnaire_text(b->texts, "it"), "Two");
	assert_int_equal(c->kind, QUESTION_TEXT);
	assert_int_equal(c->count, 0);
	questionnaire_release(&form);
}

static void
a_fault_is_named_with_its_line(void **state)
{
	(void)state;
	static const struct {
		const char *text, *fault;
	} faults[] = {
		{ "", "ours.form: there is no title" },
		{ HEAD, "ours.form: there is no question" },
		{ "question a text\nen A\n", "ours.form: there is no title" },
		{ HEAD "question a text\nquestion b text\nen B\n", "ours.form:2: the question 'a' has no text" },
		{ HEAD "colour red\n", "ours.form:2: unknown 'colour'" },
		{ HEAD "title-fr Questions\n", "ours.form:2: unknown 'title-fr'" },
		{ HEAD HEAD, "ours.form:2: 'title-en' is said twice" },
		{ HEAD "title-it\n", "ours.form:2: 'title-it' has no value" },
		{ HEAD "title-it a\x1b[2Jb\n", "ours.form:2: title-it: control character U+001B" },
		{ HEAD "title-it a\xff\n", "ours.form:2: title-it: not UTF-8" },
		{ HEAD "en A\n", "ours.form:2: 'en' stands before the first line 'question'" },
		{ HEAD "labels-it a|b\n", "ours.form:2: 'labels-it' stands before" },
		{ HEAD "question a\n", "ours.form:2: '' is none of scale, choice, text" },
		{ HEAD "question a number\n", "ours.form:2: 'number' is none of" },
		{ HEAD "question a text 3\n", "ours.form:2: '3' stands behind text" },
		{ HEAD "question A text\n", "ours.form:2: 'A' is no code" },
		{ HEAD "question -a text\n", "ours.form:2: '-a' is no code" },
		{ HEAD "question abcdefghijklmnopqrstuvwxyz0123456 text\n", "ours.form:2: 'abcdefghijklmnopqrstuvwxyz0123456' is no code" },
		{ HEAD "question handle text\n", "ours.form:2: no question can have the code 'handle'" },
		{ HEAD "question a text\nen A\nquestion a text\nen A\n", "ours.form:4: the question 'a' stands in line 2 too" },
		{ HEAD "question a scale\n", "ours.form:2: '' is not the least and the most" },
		{ HEAD "question a scale 5 1\n", "ours.form:2: '5 1' is not" },
		{ HEAD "question a scale 1 11\n", "ours.form:2: '1 11' is not" },
		{ HEAD "question a scale -1 5\n", "ours.form:2: '-1 5' is not" },
		{ HEAD "question a scale 15\n", "ours.form:2: '15' is not" },
		{ HEAD "question a scale 1 5 7\n", "ours.form:2: '1 5 7' is not" },
		{ HEAD "question a choice yes\n", "ours.form:2: a choice has at least two answers" },
		{ HEAD "question a choice\n", "ours.form:2: '' is no code" },
		{ HEAD "question a choice yes|\n", "ours.form:2: '' is no code" },
		{ HEAD "question a choice yes|no|yes\n", "ours.form:2: 'yes' stands twice" },
		{ HEAD "question a choice a|b|c|d|e|f|g|h|i|j|k|l\n", "ours.form:2: there are more than 11 answers" },
		{ HEAD "question a text\nen A\nen A\n", "ours.form:4: 'en' is said twice" },
		{ HEAD "question a text\nlabels-en a|b\n", "ours.form:3: a question whose answer is a text has no labels" },
		{ HEAD "question a scale 1 5\nlabels-en a\n", "ours.form:3: 'labels-en' has 1 labels and not 2" },
		{ HEAD "question a scale 1 5\nlabels-en a|b|c\n", "ours.form:3: 'labels-en' has 3 labels and not 2" },
		{ HEAD "question a scale 1 5\nlabels-en a|\n", "ours.form:3: labels-en: an empty text" },
		{ HEAD "question a scale 1 5\nlabels-en a|b\nlabels-en a|b\n", "ours.form:4: 'labels-en' is said twice" },
		{ HEAD "question a choice a|b\nlabels-it a|bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n", "ours.form:3: labels-it: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' is longer than 30" },
	};
	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
		struct questionnaire form;
		struct refusal why = { "" };
		if (questionnaire_parse("ours", "ours.form", faults[i].text, &form, &why))
			fail_msg("'%s' was taken", faults[i].text);
		if (strncmp(why.text, faults[i].fault, strlen(faults[i].fault)) != 0)
			fail_msg("'%s' is refused with: %s", faults[i].text, why.text);
	}
}

static void
there_are_at_most_sixty_four_questions(void **state)
{
	(void)state;
	char text[8192] = HEAD;
	struct questionnaire form;
	struct refusal why = { "" };
	for (int i = 1; i <= 64; i++) {
		size_t used = strlen(text);
		snprintf(text + used, sizeof text - used, "question q%d text\nen Q\n", i);
	}
	form = parsed(text);
	assert_int_equal(form.count, 64);
	questionnaire_release(&form);
	strcat(text, "question more text\nen Q\n");
	assert_false(questionnaire_parse("ours", "ours.form", text, &form, &why));
	assert_string_equal(why.text, "ours.form:130: there are more than 64 questions");
}

static const struct questionnaire *
sample(void **state)
{
	return *state;
}

static int
make_sample(void **state)
{
	static struct questionnaire form;
	form = parsed(HEAD "question a scale 1 5\nen How much?\nlabels-en little | much\n"
	                   "question b choice yes|no\nit Ancora?\nlabels-it Sì | No\nquestion c text\nen What else?\n");
	*state = &form;
	return 0;
}

static int
free_sample(void **state)
{
	questionnaire_release(*state);
	return 0;
}

/* NULL: refused. */
static void
check_answer(const struct question *question, const char *text, const char *expected)
{
	struct refusal why = { "" };
	char *value = question_answer(question, text, &why);
	if (!value && expected)
		fail_msg("'%s': %s", text, why.text);
	if (!value)
		assert_true(*why.text);
	assert_string_equal(value ? value : "refused", expected ? expected : "refused");
	free(value);
}

static void
an_answer_is_one_of_the_values_or_their_labels(void **state)
{
	const struct question *scale = &sample(state)->questions[0], *choice = &sample(state)->questions[1];
	check_answer(scale, "1", "1");
	check_answer(scale, " 5 ", "5");
	check_answer(scale, "Much", "5");
	for (const char *const *text = (const char *const[]){ "0", "6", "3.0", "05", "-1", "x", NULL }; *text; text++)
		check_answer(scale, *text, NULL);
	check_answer(choice, "yes", "yes");
	check_answer(choice, "Yes", "yes");
	check_answer(choice, "SÌ", "yes");
	check_answer(choice, "si", "yes");
	check_answer(choice, "maybe", NULL);
}

static void
a_text_becomes_one_line(void **state)
{
	const struct question *text = &sample(state)->questions[2];
	check_answer(text, "  one\r\n\r\ntwo\tthree   four ", "one two three four");
	check_answer(text, "e\xcc\x80", "è");
	check_answer(text, "'=cmd", "=cmd");
	check_answer(text, "\x1b[2J", NULL);
	check_answer(text, "\xff", NULL);
}

static void
a_text_has_at_most_ten_thousand_characters(void **state)
{
	const struct question *question = &sample(state)->questions[2];
	static char text[ANSWER_MOST + 2];
	memset(text, 'x', ANSWER_MOST);
	check_answer(question, text, text);
	text[ANSWER_MOST] = 'x';
	check_answer(question, text, NULL);
}

static void
a_question_is_found_by_its_code_or_its_text(void **state)
{
	const struct questionnaire *form = sample(state);
	assert_ptr_equal(question_find(form, "a"), &form->questions[0]);
	assert_ptr_equal(question_find(form, "HOW MUCH?"), &form->questions[0]);
	assert_ptr_equal(question_find(form, "ancora?"), &form->questions[1]);
	assert_null(question_find(form, ""));
	assert_null(question_find(form, "d"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_questionnaire_of_the_toolkit_is_whole_in_both_languages),
		cmocka_unit_test(each_kind_of_question_is_read),
		cmocka_unit_test(a_fault_is_named_with_its_line),
		cmocka_unit_test(there_are_at_most_sixty_four_questions),
		cmocka_unit_test_setup_teardown(an_answer_is_one_of_the_values_or_their_labels, make_sample, free_sample),
		cmocka_unit_test_setup_teardown(a_text_becomes_one_line, make_sample, free_sample),
		cmocka_unit_test_setup_teardown(a_text_has_at_most_ten_thousand_characters, make_sample, free_sample),
		cmocka_unit_test_setup_teardown(a_question_is_found_by_its_code_or_its_text, make_sample, free_sample),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
