/* The files in which questionnaires are kept: lines of `key value`. */
#include <balint/data_file.h>
#include <balint/fatal.h>
#include <balint/questionnaire.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUESTIONS_MOST = 64, CODE_MOST = 32, LABEL_MOST = 30, SCALE_MOST = 10, KIND_MOST = 16 };

/* A file while its lines go by. */
struct reading {
	struct questionnaire *form;
	struct question *question; /* the last one that has begun, or NULL */
	int lines[QUESTIONS_MOST]; /* where each begins */
	int line;
};

/* The language that a key ends with: -1 if with none. */
static int
language_of(const char *key, const char *stem)
{
	size_t length = strlen(stem);
	if (strncmp(key, stem, length) != 0)
		return -1;
	return strcmp(key + length, "it") == 0 ? QUESTION_ITALIAN : strcmp(key + length, "en") == 0 ? QUESTION_ENGLISH : -1;
}

/* Codes head the columns of files and stand in commands: small letters, digits and hyphens. */
static bool
check_code(const char *code, struct refusal *why)
{
	size_t length = strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-");
	if (code[length] || length < 1 || length > CODE_MOST || *code == '-')
		return refuse(why, "'%s' is no code: at most %d small letters, digits and hyphens", code, CODE_MOST);
	return true;
}

/* The next part of a text, up to the bar or its end, without blanks around it; moves behind it. NULL at the end. Free it. */
static char *
part_of(const char **text)
{
	if (!*text)
		return NULL;
	const char *start = *text + strspn(*text, " \t");
	size_t length = strcspn(start, "|");
	*text = start[length] ? start + length + 1 : NULL;
	while (length > 0 && strchr(" \t", start[length - 1]))
		length--;
	return memory_format("%.*s", (int)length, start);
}

static bool
set_text(char **text, const char *key, const char *value, struct refusal *why)
{
	if (*text)
		return refuse(why, "'%s' is said twice", key);
	*text = text_accept(value, why);
	return *text || refuse_within(why, key);
}

static bool
add_choice(struct question *question, char *value, struct refusal *why)
{
	bool good = check_code(value, why);
	for (size_t i = 0; good && i < question->count; i++)
		if (strcmp(question->values[i].value, value) == 0)
			good = refuse(why, "'%s' stands twice among the answers", value);
	if (good && question->count == QUESTION_VALUES)
		good = refuse(why, "there are more than %d answers", QUESTION_VALUES);
	if (good)
		question->values[question->count++].value = value;
	else
		free(value);
	return good;
}

/* `yes|partly|no` */
static bool
set_choices(struct question *question, const char *words, struct refusal *why)
{
	bool good = true;
	question->kind = QUESTION_CHOICE;
	for (char *value; good && (value = part_of(&words));)
		good = add_choice(question, value, why);
	return good && (question->count > 1 || refuse(why, "a choice has at least two answers, such as yes|no"));
}

/* `1 5` */
static bool
set_scale(struct question *question, const char *words, struct refusal *why)
{
	int least, most, end = 0;
	question->kind = QUESTION_SCALE;
	if (sscanf(words, "%2d%*[ \t]%2d%n", &least, &most, &end) != 2 || words[end] || least < 0 || most > SCALE_MOST || least >= most)
		return refuse(why, "'%s' is not the least and the most of a scale, from 0 to %d, such as 1 5", words, SCALE_MOST);
	for (int value = least; value <= most; value++)
		question->values[question->count++].value = memory_format("%d", value);
	return true;
}

static bool
set_kind(struct question *question, const char *kind, const char *rest, struct refusal *why)
{
	if (strcmp(kind, "scale") == 0)
		return set_scale(question, rest, why);
	if (strcmp(kind, "choice") == 0)
		return set_choices(question, rest, why);
	question->kind = QUESTION_TEXT;
	if (strcmp(kind, "text") != 0)
		return refuse(why, "'%s' is none of scale, choice, text", kind);
	return !*rest || refuse(why, "'%s' stands behind text, and nothing may", rest);
}

static bool
check_new(const struct reading *reading, const char *code, struct refusal *why)
{
	const struct questionnaire *form = reading->form;
	if (!check_code(code, why))
		return false;
	if (strcmp(code, "handle") == 0)
		return refuse(why, "no question can have the code 'handle', which heads the column of who has answered");
	for (size_t i = 0; i < form->count; i++)
		if (strcmp(form->questions[i].code, code) == 0)
			return refuse(why, "the question '%s' stands in line %d too", code, reading->lines[i]);
	return form->count < QUESTIONS_MOST || refuse(why, "there are more than %d questions", QUESTIONS_MOST);
}

/* `question CODE KIND …` */
static bool
begin_question(struct reading *reading, const char *value, struct refusal *why)
{
	struct questionnaire *form = reading->form;
	char kind[KIND_MOST + 1] = "";
	size_t length = strcspn(value, " \t");
	const char *rest = value + length + strspn(value + length, " \t");
	sscanf(rest, "%16s", kind);
	rest += strlen(kind);
	rest += strspn(rest, " \t");
	char *code = memory_format("%.*s", (int)length, value);
	if (!check_new(reading, code, why)) {
		free(code);
		return false;
	}
	reading->lines[form->count] = reading->line;
	form->questions = memory_resized(form->questions, (form->count + 1) * sizeof *form->questions);
	reading->question = &form->questions[form->count++];
	*reading->question = (struct question){ .code = code };
	return set_kind(reading->question, kind, rest, why);
}

static bool
set_label(struct question_value *value, int language, char *label, const char *key, struct refusal *why)
{
	if (value->labels[language])
		return refuse(why, "'%s' is said twice", key);
	value->labels[language] = text_accept(label, why);
	if (!value->labels[language])
		return refuse_within(why, key);
	size_t width = text_width(value->labels[language], strlen(value->labels[language]));
	return width <= LABEL_MOST || refuse(why, "%s: '%s' is longer than %d characters", key, label, LABEL_MOST);
}

/* Of a scale the labels of both its ends, of a choice those of all answers. */
static bool
set_labels(struct question *question, int language, const char *key, const char *parts, struct refusal *why)
{
	bool scale = question->kind == QUESTION_SCALE, good = true;
	size_t wanted = scale ? 2 : question->count, said = 0;
	if (question->kind == QUESTION_TEXT)
		return refuse(why, "a question whose answer is a text has no labels");
	for (char *label; good && (label = part_of(&parts)); said++) {
		if (said < wanted)
			good = set_label(&question->values[scale && said ? question->count - 1 : said], language, label, key, why);
		free(label);
	}
	return good && (said == wanted || refuse(why, "'%s' has %zu labels and not %zu with bars between them", key, said, wanted));
}

static bool
take_line(void *context, int line, const char *key, const char *value, struct refusal *why)
{
	struct reading *reading = context;
	struct questionnaire *form = reading->form;
	struct question *question = reading->question;
	int title = language_of(key, "title-"), intro = language_of(key, "intro-"), text = language_of(key, ""), labels = language_of(key, "labels-");
	if (title < 0 && intro < 0 && text < 0 && labels < 0 && strcmp(key, "question") != 0)
		return refuse(why, "unknown '%s'; there are title-it, title-en, intro-it, intro-en, question, it, en, labels-it, labels-en", key);
	if (!*value)
		return refuse(why, "'%s' has no value", key);
	reading->line = line;
	if (title >= 0)
		return set_text(&form->titles[title], key, value, why);
	if (intro >= 0)
		return set_text(&form->intros[intro], key, value, why);
	if (text < 0 && labels < 0)
		return begin_question(reading, value, why);
	if (!question)
		return refuse(why, "'%s' stands before the first line 'question'", key);
	return text >= 0 ? set_text(&question->texts[text], key, value, why) : set_labels(question, labels, key, value, why);
}

/* What the lines say together. */
static bool
check_whole(struct reading *reading, struct refusal *why)
{
	const struct questionnaire *form = reading->form;
	for (size_t i = 0; i < form->count; i++) {
		reading->line = reading->lines[i];
		if (!questionnaire_text(form->questions[i].texts, "it"))
			return refuse(why, "the question '%s' has no text: a line 'it' or 'en' below it", form->questions[i].code);
	}
	reading->line = 0;
	if (!questionnaire_text(form->titles, "it"))
		return refuse(why, "there is no title: a line 'title-it' or 'title-en'");
	return form->count > 0 || refuse(why, "there is no question");
}

bool
questionnaire_parse(const char *name, const char *where, const char *text, struct questionnaire *form, struct refusal *why)
{
	struct reading reading = { .form = form };
	*form = (struct questionnaire){ .count = 0 };
	snprintf(form->name, sizeof form->name, "%s", name);
	if (data_lines_read(where, text, take_line, &reading, why) && (check_whole(&reading, why) || data_line_refuse(where, reading.line, why)))
		return true;
	questionnaire_release(form);
	return false;
}
