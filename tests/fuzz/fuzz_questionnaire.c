/* Questionnaires: whatever the file holds, it is read or refused with its place, and every question can be asked and answered. */
#include "fuzz.h"

#include <balint/questionnaire.h>

static void
check_answer(const struct question *question, const char *text)
{
	struct refusal why = { "" };
	char *value = question_answer(question, text, &why);
	EXPECT(value || *why.text, "neither an answer nor a reason: '%s'", text);
	if (value && question->kind != QUESTION_TEXT) {
		char *again = question_answer(question, value, &why);
		EXPECT(again && strcmp(again, value) == 0, "'%s' becomes '%s'", value, again ? again : why.text);
		free(again);
	}
	free(value);
}

static void
check_question(const struct questionnaire *form, const struct question *question, const char *text)
{
	EXPECT(question_find(form, question->code), "'%s' is not found", question->code);
	EXPECT(questionnaire_text(question->texts, "it") && questionnaire_text(question->texts, "en"), "'%s' has no text", question->code);
	EXPECT((question->kind == QUESTION_TEXT) == (question->count == 0) && question->count <= QUESTION_VALUES, "%zu values", question->count);
	for (size_t i = 0; i < question->count; i++)
		check_answer(question, question->values[i].value);
	check_answer(question, text);
}

static void
take(void *context, const void *row)
{
	size_t *count = context;
	const struct question_row *question = row;
	*count += question->question && question->kind && question->label;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = strndup((const char *)data, size);
	struct questionnaire form;
	struct refusal why = { "" };
	size_t rows = 0;
	if (questionnaire_parse("ours", "ours.form", text, &form, &why)) {
		for (size_t i = 0; i < form.count; i++)
			check_question(&form, &form.questions[i], text);
		questionnaire_list(&form, "it", take, &rows);
		EXPECT(rows == form.count, "%zu rows of %zu questions", rows, form.count);
		questionnaire_release(&form);
	} else {
		EXPECT(strncmp(why.text, "ours.form:", 10) == 0, "'%s'", why.text);
	}
	free(text);
	return 0;
}
