/* What the evaluations of an edition say together. */
#include <balint/evaluation.h>
#include <balint/fatal.h>
#include <balint/money_words.h>
#include <balint/query.h>

#include <stdlib.h>
#include <string.h>

enum { PAPER_WIDTH = 80, BAR_MOST = 40, FIGURES = 20 }; /* columns; FIGURES: indent, count, percentage and the gaps around them */

#define ROW struct evaluation_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, question),
	TEXT_COLUMN(ROW, label),
	TEXT_COLUMN(ROW, value),
	COUNT_COLUMN(ROW, count),
	PERCENT_COLUMN(ROW, percent),
	COUNT_COLUMN(ROW, answers),
	PERCENT_COLUMN(ROW, mean),
};
const struct listing evaluation_listing = LISTING(columns);

/* What was answered to one question. */
struct tally {
	int64_t counts[QUESTION_VALUES], answers, sum;
};

static struct query
answers_query(struct store *store, const struct evaluation_report *report, const struct question *question)
{
	return store_query(store,
	    SQL("SELECT a.value\n"
	        "  FROM evaluation AS v\n"
	        "  JOIN answer AS a ON a.evaluation = v.id\n"
	        " WHERE v.edition = :edition AND v.form = :form AND a.question = :question\n"
	        " ORDER BY a.value COLLATE NOCASE, a.value"),
	    ARG("edition", report->edition->id), ARG("form", report->form->name), ARG("question", question->code));
}

static struct tally
tally_of(struct store *store, const struct evaluation_report *report, const struct question *question)
{
	struct tally tally = { .answers = 0 };
	struct query query = answers_query(store, report, question);
	while (query_next(&query)) {
		tally.answers += question->kind == QUESTION_TEXT;
		for (size_t i = 0; i < question->count; i++)
			if (query_is(&query, 0, question->values[i].value)) {
				tally.counts[i]++;
				tally.answers++;
				tally.sum += question->kind == QUESTION_SCALE ? atoi(question->values[i].value) : 0;
			}
	}
	return tally;
}

static int64_t
mean_of(const struct question *question, const struct tally *tally)
{
	return question->kind == QUESTION_SCALE ? tally->sum * 10 / tally->answers : COUNT_NONE;
}

/* Answers to questions, or with values, that the questionnaire no longer has. */
static int64_t
strays_of(struct store *store, const struct evaluation_report *report, int64_t known)
{
	return store_number(store,
	           SQL("SELECT count(*)\n"
	               "  FROM evaluation AS v\n"
	               "  JOIN answer AS a ON a.evaluation = v.id\n"
	               " WHERE v.edition = :edition AND v.form = :form"),
	           ARG("edition", report->edition->id), ARG("form", report->form->name))
	    - known;
}

bool
evaluation_check(struct store *store, const struct evaluation_report *report, struct refusal *why)
{
	const char *code = report->edition->code, *form = report->form->name;
	int64_t count = evaluation_count(store, report->edition, form);
	if (count == 0)
		return refuse(why, "edition %s has no evaluations by the questionnaire '%s'; enter them with 'balint-attend evaluate import'", code, form);
	return count >= EVALUATION_LEAST
	    || refuse(why, "withheld: edition %s has %lld evaluation%s, and with fewer than %d nothing is shown", code, (long long)count,
	        count == 1 ? "" : "s", EVALUATION_LEAST);
}

static void
take_values(const struct evaluation_report *report, const struct question *question, const struct tally *tally, row_taker *take, void *context)
{
	struct evaluation_row row = { .question = question->code, .answers = tally->answers, .mean = mean_of(question, tally) };
	for (size_t i = 0; i < question->count; i++) {
		row.label = questionnaire_text(question->values[i].labels, report->language);
		row.value = question->values[i].value;
		row.count = tally->counts[i];
		row.percent = tally->counts[i] * 1000 / tally->answers;
		take(context, &row);
	}
}

static void
take_texts(struct store *store, const struct evaluation_report *report, const struct question *question, int64_t answers, row_taker *take,
    void *context)
{
	struct evaluation_row row = { .question = question->code, .count = COUNT_NONE, .percent = COUNT_NONE, .answers = answers, .mean = COUNT_NONE };
	struct query query = answers_query(store, report, question);
	while (query_next(&query)) {
		row.value = query_text(&query, 0);
		take(context, &row);
	}
}

void
evaluation_each(struct store *store, const struct evaluation_report *report, row_taker *take, void *context, int64_t *strays)
{
	int64_t known = 0;
	for (size_t i = 0; i < report->form->count; i++) {
		const struct question *question = &report->form->questions[i];
		const struct tally tally = tally_of(store, report, question);
		known += tally.answers;
		if (tally.answers < EVALUATION_LEAST)
			take(context, &(struct evaluation_row){ question->code, "withheld", NULL, COUNT_NONE, COUNT_NONE, COUNT_NONE, COUNT_NONE });
		else if (question->kind == QUESTION_TEXT)
			take_texts(store, report, question, tally.answers, take, context);
		else
			take_values(report, question, &tally, take, context);
	}
	*strays = strays_of(store, report, known);
}

/* What stands before a bar; free it. */
static char *
label_of(const struct question *question, const struct question_value *value, const char *language)
{
	const char *label = questionnaire_text(value->labels, language);
	if (question->kind == QUESTION_SCALE && label)
		return memory_format("%s %s", value->value, label);
	return memory_text(label ? label : value->value);
}

static size_t
bar_room(const struct question *question, const char *language)
{
	size_t widest = 0;
	for (size_t i = 0; i < question->count; i++) {
		char *label = label_of(question, &question->values[i], language);
		size_t width = text_width(label, strlen(label));
		widest = width > widest ? width : widest;
		free(label);
	}
	return PAPER_WIDTH - FIGURES - widest < BAR_MOST ? PAPER_WIDTH - FIGURES - widest : BAR_MOST;
}

/* Of all answers the whole room; whatever is not nothing has a bar. */
static void
add_bar(struct tree *node, int64_t count, int64_t answers, size_t room)
{
	static const char block[] = "█";
	char bar[BAR_MOST * (sizeof block - 1) + 1] = "";
	size_t length = (size_t)(count * (int64_t)room / answers);
	for (size_t i = 0; i < (length ? length : count > 0); i++)
		memcpy(bar + i * (sizeof block - 1), block, sizeof block);
	tree_text(node, "bar", bar);
	tree_count(node, "width", count * 100 / answers);
}

static void
add_values(struct tree *node, const struct evaluation_report *report, const struct question *question, const struct tally *tally)
{
	struct tree *values = tree_list(node, "values");
	size_t room = bar_room(question, report->language);
	char text[MONEY_TEXT];
	for (size_t i = 0; i < question->count; i++) {
		struct tree *value = tree_object(values, NULL);
		char *label = label_of(question, &question->values[i], report->language);
		tree_text(value, "label", label);
		tree_text(value, "value", question->values[i].value);
		tree_count(value, "count", tally->counts[i]);
		tree_text(value, "percent", tenths_on_paper(tally->counts[i] * 1000 / tally->answers, report->language, text));
		add_bar(value, tally->counts[i], tally->answers, room);
		free(label);
	}
	tree_pad(values, "label", 0, false);
	tree_pad(values, "count", 3, true);
	tree_pad(values, "percent", 5, true);
	if (question->kind == QUESTION_SCALE)
		tree_text(node, "mean", tenths_on_paper(mean_of(question, tally), report->language, text));
}

static void
add_words(struct store *store, const struct evaluation_report *report, const struct question *question, struct tree *node)
{
	struct tree *words = tree_list(node, "words");
	struct query query = answers_query(store, report, question);
	while (query_next(&query))
		tree_text(tree_object(words, NULL), "words", query_text(&query, 0));
}

/* How much was answered to the question; withheld if it is too little. */
static int64_t
add_question(struct store *store, const struct evaluation_report *report, const struct question *question, struct tree *node)
{
	const struct tally tally = tally_of(store, report, question);
	bool shown = tally.answers >= EVALUATION_LEAST;
	tree_text(node, "question", question->code);
	tree_text(node, "text", questionnaire_text(question->texts, report->language));
	tree_truth(node, "withheld", !shown);
	tree_truth(node, "figures", shown && question->kind != QUESTION_TEXT);
	tree_truth(node, "texts", shown && question->kind == QUESTION_TEXT);
	if (!shown)
		return tally.answers;
	tree_count(node, "answers", tally.answers);
	if (question->kind == QUESTION_TEXT)
		add_words(store, report, question, node);
	else
		add_values(node, report, question, &tally);
	return tally.answers;
}

struct tree *
evaluation_tree(struct store *store, const struct evaluation_report *report, int64_t *strays)
{
	struct tree *root = tree_object(NULL, NULL);
	int64_t known = 0;
	questionnaire_head(store, report->edition, report->form, report->language, root);
	tree_count(root, "count", evaluation_count(store, report->edition, report->form->name));
	struct tree *questions = tree_list(root, "questions");
	for (size_t i = 0; i < report->form->count; i++) {
		struct tree *node = tree_object(questions, NULL);
		tree_count(node, "place", (int64_t)i + 1);
		known += add_question(store, report, &report->form->questions[i], node);
	}
	tree_pad(questions, "place", 2, true);
	*strays = strays_of(store, report, known);
	return root;
}
