/* The grid as data for a page. */
#include <balint/clock.h>
#include <balint/date_words.h>
#include <balint/grid.h>
#include <balint/money_words.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_MOST = 40, DENSE = 26 }; /* sessions beside each other on A4 across; from how many on they stand close */

struct print {
	const struct grid *grid;
	const char *language;
	size_t first, end; /* the block's sessions */
};

static bool
is_italian(const struct print *print)
{
	return strcmp(print->language, "it") == 0;
}

static void
add_spans(const struct print *print, struct tree *list, bool years)
{
	for (size_t first = print->first, next; first < print->end; first = next) {
		struct month month = month_of(print->grid->sessions[first].date);
		char name[8];
		next = grid_run(print->grid, first, print->end, years);
		struct tree *span = tree_object(list, NULL);
		snprintf(name, sizeof name, "%.3s", month_name(month, print->language));
		if (years)
			tree_count(span, "year", month_year(month));
		else
			tree_text(span, "month", name);
		tree_count(span, "sessions", (int64_t)(next - first));
	}
}

/* Whether a line goes before the session: it is the first of a month. */
static bool
begins_month(const struct print *print, size_t session)
{
	const struct grid_session *sessions = print->grid->sessions;
	return session > print->first && month_of(sessions[session].date).month != month_of(sessions[session - 1].date).month;
}

static void
add_sessions(const struct print *print, struct tree *list)
{
	char words[DATE_WORDS], iso[DATE_TEXT];
	for (size_t i = print->first; i < print->end; i++) {
		const struct grid_session *session = &print->grid->sessions[i];
		struct tree *one = tree_object(list, NULL);
		tree_count(one, "number", session->number);
		tree_count(one, "day", date_civil(session->date).day);
		tree_text(one, "date", date_in_words(session->date, print->language, words));
		tree_text(one, "iso", date_write(session->date, iso));
		tree_truth(one, "cancelled", session->cancelled);
		if (session->there != COUNT_NONE)
			tree_count(one, "there", session->there);
		tree_truth(one, "begins", begins_month(print, i));
	}
}

static void
add_member(const struct print *print, struct tree *list, const struct grid_member *member)
{
	struct tree *one = tree_object(list, NULL), *cells = tree_list(one, "cells");
	char *name = text_both(member->family, member->given), text[MONEY_TEXT];
	int64_t percent = grid_percent(member);
	tree_text(one, "name", name);
	for (size_t i = print->first; i < print->end; i++) {
		struct tree *cell = tree_object(cells, NULL);
		tree_text(cell, "sign", grid_mark(member->signs[i], print->language, true));
		tree_text(cell, "kind", grid_name(member->signs[i]));
		tree_text(cell, "word", grid_word(member->signs[i], print->language));
		tree_truth(cell, "begins", begins_month(print, i));
	}
	if (percent != COUNT_NONE) {
		tree_text(one, "percent", tenths_on_paper(percent, print->language, text));
		tree_text(one, "width", tenths_write(percent, text));
	}
	tree_text(one, "verdict", member->verdict);
	if (member->verdict)
		tree_truth(one, member->verdict, true);
	free(name);
}

static void
add_blocks(struct print *print, struct tree *list)
{
	const struct grid *grid = print->grid;
	size_t blocks = (grid->session_count + BLOCK_MOST - 1) / BLOCK_MOST, most = (grid->session_count + blocks - 1) / blocks;
	for (print->first = 0; print->first < grid->session_count; print->first = print->end) {
		struct tree *block = tree_object(list, NULL);
		print->end = print->first + most < grid->session_count ? print->first + most : grid->session_count;
		tree_truth(block, "last", print->end == grid->session_count);
		tree_truth(block, "dense", print->end - print->first >= DENSE);
		add_spans(print, tree_list(block, "years"), true);
		add_spans(print, tree_list(block, "months"), false);
		add_sessions(print, tree_list(block, "sessions"));
		struct tree *participants = tree_list(block, "participants"), *conductors = tree_list(block, "conductors");
		for (size_t i = 0; i < grid->member_count; i++)
			add_member(print, i < grid->member_count - grid->conductors ? participants : conductors, &grid->members[i]);
		tree_truth(block, "conducted", grid->conductors > 0);
	}
}

static void
add_legend(const struct print *print, struct tree *list)
{
	bool signs[GRID_SIGNS];
	grid_signs(print->grid, signs);
	for (size_t i = 0; i < GRID_SIGNS; i++)
		if (signs[i]) {
			struct tree *one = tree_object(list, NULL);
			tree_text(one, "sign", grid_mark((enum grid_sign)i, print->language, true));
			tree_text(one, "kind", grid_name((enum grid_sign)i));
			tree_text(one, "word", grid_word((enum grid_sign)i, print->language));
		}
}

static void
add_rule(const struct print *print, struct tree *root, const struct rule *rule)
{
	struct tree *one = tree_object(root, "rule");
	tree_text(one, "name", rule->name);
	tree_text(one, "label", is_italian(print) ? rule->label_it : rule->label_en);
	if (rule->percent > 0)
		tree_count(one, "percent", rule->percent);
}

struct tree *
grid_tree(struct store *store, const struct edition *edition, const struct grid *grid, const struct grid_choice *choice, const struct rule *rule,
    const char *language)
{
	struct print print = { .grid = grid, .language = language };
	struct tree *root = tree_object(NULL, NULL);
	char words[DATE_WORDS], iso[DATE_TEXT];
	edition_head(store, edition, root);
	tree_text(root, "first", date_in_full(grid->sessions[0].date, language, words));
	tree_text(root, "last", date_in_full(grid->sessions[grid->session_count - 1].date, language, words));
	tree_count(root, "count", (int64_t)grid->session_count);
	tree_truth(root, "single", grid->session_count == 1);
	tree_text(root, "as_of", date_in_full(choice->as_of, language, words));
	tree_text(root, "as_of_iso", date_write(choice->as_of, iso));
	add_rule(&print, root, rule);
	add_blocks(&print, tree_list(root, "blocks"));
	add_legend(&print, tree_list(root, "legend"));
	return root;
}
