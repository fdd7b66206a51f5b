#include <balint/csv.h>
#include <balint/fatal.h>
#include <balint/questionnaire.h>
#include <balint/setting.h>

#include <stdlib.h>
#include <string.h>

#define ROW struct question_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, question),
	TEXT_COLUMN(ROW, kind),
	COUNT_COLUMN(ROW, least),
	COUNT_COLUMN(ROW, most),
	TEXT_COLUMN(ROW, choices),
	SENTENCE_COLUMN(ROW, label),
};
const struct listing question_listing = LISTING(columns);

const struct data_kind questionnaire_files = { "questionnaires", ".form", "questionnaire", NULL };

void
questionnaire_release(struct questionnaire *form)
{
	for (size_t i = 0; i < form->count; i++) {
		struct question *question = &form->questions[i];
		for (size_t j = 0; j < question->count; j++) {
			free(question->values[j].value);
			free(question->values[j].labels[QUESTION_ITALIAN]);
			free(question->values[j].labels[QUESTION_ENGLISH]);
		}
		free(question->code);
		free(question->texts[QUESTION_ITALIAN]);
		free(question->texts[QUESTION_ENGLISH]);
	}
	free(form->questions);
	for (size_t i = 0; i < QUESTION_LANGUAGES; i++) {
		free(form->titles[i]);
		free(form->intros[i]);
	}
	*form = (struct questionnaire){ .count = 0 };
}

bool
questionnaire_find(struct store *store, const char *name, struct questionnaire *form, struct refusal *why)
{
	struct data_file file = { NULL, NULL };
	char *directory = setting_get(store, "directory");
	*form = (struct questionnaire){ .count = 0 };
	bool good = data_file_read(directory, &questionnaire_files, name, &file, why);
	if (good && !file.text)
		good = data_name_refuse(directory, &questionnaire_files, name, why);
	else if (good)
		good = questionnaire_parse(name, file.path, file.text, form, why);
	data_file_release(&file);
	free(directory);
	return good;
}

const char *
questionnaire_text(char *const texts[QUESTION_LANGUAGES], const char *language)
{
	size_t first = strcmp(language, "it") == 0 ? QUESTION_ITALIAN : QUESTION_ENGLISH;
	return texts[first] ? texts[first] : texts[1 - first];
}

/* Whether they are the same but for capitals, accents and blanks. */
static bool
is_like(const char *one, const char *other)
{
	char *a = text_fold(one), *b = other ? text_fold(other) : memory_text("");
	bool same = *a && strcmp(a, b) == 0;
	free(a);
	free(b);
	return same;
}

const struct question *
question_find(const struct questionnaire *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct question *question = &form->questions[i];
		if (is_like(name, question->code) || is_like(name, question->texts[QUESTION_ITALIAN]) || is_like(name, question->texts[QUESTION_ENGLISH]))
			return question;
	}
	return NULL;
}

/* A text on one line: ends of lines and tabs are blanks, and several blanks are one. */
static char *
accept_text(const char *text, struct refusal *why)
{
	char *line = memory_text(csv_plain(text)), *to = line;
	for (const char *c = line; *c; c++) {
		char plain = *c == '\n' || *c == '\r' || *c == '\t' ? ' ' : *c;
		if (plain != ' ' || to == line || to[-1] != ' ')
			*to++ = plain;
	}
	*to = '\0';
	char *accepted = text_accept_long(line, ANSWER_MOST, why);
	free(line);
	return accepted;
}

/* The values with that between them. Free it. */
static char *
values_joined(const struct question *question, const char *between)
{
	char *list = memory_text("");
	for (size_t i = 0; i < question->count; i++) {
		char *longer = memory_format("%s%s%s", list, i ? between : "", question->values[i].value);
		free(list);
		list = longer;
	}
	return list;
}

char *
question_answer(const struct question *question, const char *text, struct refusal *why)
{
	if (question->kind == QUESTION_TEXT)
		return accept_text(text, why);
	for (size_t i = 0; i < question->count; i++) {
		const struct question_value *value = &question->values[i];
		if (is_like(text, value->value) || is_like(text, value->labels[QUESTION_ITALIAN]) || is_like(text, value->labels[QUESTION_ENGLISH]))
			return memory_text(value->value);
	}
	char *list = values_joined(question, ", ");
	if (question->kind == QUESTION_SCALE)
		refuse(why, "'%s' is not a whole number from %s to %s", text, question->values[0].value, question->values[question->count - 1].value);
	else
		refuse(why, "'%s' is none of %s", text, list);
	free(list);
	return NULL;
}

void
questionnaire_list(const struct questionnaire *form, const char *language, row_taker *take, void *context)
{
	static const char *const kinds[] = { "scale", "choice", "text" };
	for (size_t i = 0; i < form->count; i++) {
		const struct question *question = &form->questions[i];
		bool scale = question->kind == QUESTION_SCALE, choice = question->kind == QUESTION_CHOICE;
		char *choices = choice ? values_joined(question, "|") : NULL;
		struct question_row row = { question->code, kinds[question->kind], scale ? atoi(question->values[0].value) : COUNT_NONE,
			scale ? atoi(question->values[question->count - 1].value) : COUNT_NONE, choices,
			questionnaire_text(question->texts, language) };
		take(context, &row);
		free(choices);
	}
}
