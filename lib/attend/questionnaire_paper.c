/* What the papers about a questionnaire say. */
#include <balint/clock.h>
#include <balint/date_words.h>
#include <balint/questionnaire.h>

#include <stdlib.h>
#include <string.h>

void
questionnaire_head(struct store *store, const struct edition *edition, const struct questionnaire *form, const char *language,
    struct tree *root)
{
	char words[DATE_WORDS], iso[DATE_TEXT];
	edition_head(store, edition, root);
	tree_text(root, "form", questionnaire_text(form->titles, language));
	tree_text(root, "intro", questionnaire_text(form->intros, language));
	tree_text(root, "as_of", date_in_full(clock_today(), language, words));
	tree_text(root, "as_of_iso", date_write(clock_today(), iso));
}

enum { PAPER_WIDTH = 80, MARGIN = 4, GAP = 2, BOX = 4 }; /* of plain text: "    poco  [_] 1  [_] 2  molto" */

/* Whether a row of plain text has no room for the boxes of a scale and its labels. */
static bool
is_wide(const struct question *question, const char *least, const char *most)
{
	size_t width = MARGIN + (least ? text_width(least, strlen(least)) + GAP : 0) + (most ? text_width(most, strlen(most)) : 0);
	for (size_t i = 0; i < question->count; i++)
		width += BOX + strlen(question->values[i].value) + GAP;
	return least && most && width > PAPER_WIDTH;
}

/* The boxes to tick, and what stands at both ends of a scale. */
static void
add_boxes(const struct question *question, const char *language, struct tree *node)
{
	tree_truth(node, "words", question->kind == QUESTION_TEXT);
	tree_truth(node, "choice", question->kind == QUESTION_CHOICE);
	tree_truth(node, "scale", question->kind == QUESTION_SCALE);
	if (question->kind == QUESTION_SCALE) {
		const struct question_value *first = &question->values[0], *last = &question->values[question->count - 1];
		const char *least = questionnaire_text(first->labels, language), *most = questionnaire_text(last->labels, language);
		tree_text(node, "first", first->value);
		tree_text(node, "last", last->value);
		tree_text(node, "least", least);
		tree_text(node, "most", most);
		tree_truth(node, "wide", is_wide(question, least, most));
	}
	struct tree *values = tree_list(node, "values");
	for (size_t i = 0; i < question->count; i++) {
		const struct question_value *value = &question->values[i];
		const char *label = questionnaire_text(value->labels, language);
		struct tree *box = tree_object(values, NULL);
		tree_text(box, "value", value->value);
		tree_text(box, "label", label ? label : value->value);
	}
}

struct tree *
questionnaire_tree(struct store *store, const struct edition *edition, const struct questionnaire *form, const char *language)
{
	struct tree *root = tree_object(NULL, NULL);
	questionnaire_head(store, edition, form, language, root);
	struct tree *questions = tree_list(root, "questions");
	for (size_t i = 0; i < form->count; i++) {
		struct tree *node = tree_object(questions, NULL);
		tree_count(node, "place", (int64_t)i + 1);
		tree_text(node, "question", form->questions[i].code);
		tree_text(node, "text", questionnaire_text(form->questions[i].texts, language));
		add_boxes(&form->questions[i], language, node);
	}
	tree_pad(questions, "place", 2, true);
	return root;
}
