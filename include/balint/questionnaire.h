/*
 * Questionnaires, which are data: lines of `key value` in share/questionnaires/NAME.form, or in the association's own
 * directory, described in balint-formats(5). A question has a code, which its answers are stored under.
 */
#ifndef BALINT_QUESTIONNAIRE_H
#define BALINT_QUESTIONNAIRE_H

#include <balint/data_file.h>
#include <balint/edition.h>
#include <balint/text.h>
#include <balint/tree.h>

#define QUESTIONNAIRE_USUAL "balint"

enum {
	QUESTION_VALUES = 11, /* that a question with given answers can have: 0 to 10 */
	ANSWER_MOST = 10000,  /* characters of an answer in one's own words */
};

enum question_kind { QUESTION_SCALE, QUESTION_CHOICE, QUESTION_TEXT };
enum question_language { QUESTION_ITALIAN, QUESTION_ENGLISH, QUESTION_LANGUAGES };

struct question_value {
	char *value;                      /* as it is stored: "4", "yes" */
	char *labels[QUESTION_LANGUAGES]; /* NULL: it has none */
};

struct question {
	char *code;
	enum question_kind kind;
	char *texts[QUESTION_LANGUAGES]; /* NULL: not in this language, but then in the other one */
	struct question_value values[QUESTION_VALUES];
	size_t count; /* of the values; none where the answer is in one's own words */
};

struct questionnaire {
	char name[TEXT_HANDLE];
	char *titles[QUESTION_LANGUAGES], *intros[QUESTION_LANGUAGES]; /* an intro may be missing in both */
	struct question *questions;
	size_t count;
};

/* A row for each question: the ends of a scale, or the choices with bars between them; the label is its text. */
struct question_row {
	const char *question, *kind;
	int64_t least, most;
	const char *choices, *label;
};
extern const struct listing question_listing;
extern const struct data_kind questionnaire_files;

/* Reads the text of a questionnaire; `where` is its file. Refused as file:line: what, with nothing to release. */
bool questionnaire_parse(const char *name, const char *where, const char *text, struct questionnaire *form, struct refusal *why);

/* The questionnaire of that name, the association's own before the toolkit's. Release what it fills in. */
bool questionnaire_find(struct store *store, const char *name, struct questionnaire *form, struct refusal *why);
void questionnaire_release(struct questionnaire *form);

/* One of the texts, in that language ("it", else English) if it is there, else in the other one; NULL if in neither. */
const char *questionnaire_text(char *const texts[QUESTION_LANGUAGES], const char *language);

/* The question that is meant by its code, or by its text in either language; NULL if none is. */
const struct question *question_find(const struct questionnaire *form, const char *name);

/*
 * The answer as it is stored: one of the values, which may be written as its label, or a text on one line. New heap
 * memory, owned by the caller; NULL with a reason.
 */
char *question_answer(const struct question *question, const char *text, struct refusal *why);

/* The questions in their order, their texts in that language. */
void questionnaire_list(const struct questionnaire *form, const char *language, row_taker *take, void *context);

/* What the paper says that is handed out. Free it. */
struct tree *questionnaire_tree(struct store *store, const struct edition *edition, const struct questionnaire *form, const char *language);

/* What papers about an edition's questionnaire have at their head. */
void questionnaire_head(struct store *store, const struct edition *edition, const struct questionnaire *form, const char *language,
    struct tree *root);

#endif
