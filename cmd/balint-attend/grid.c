#include "verbs.h"

#include <balint/clock.h>
#include <balint/grid_view.h>
#include <balint/pen.h>

enum { WIDTH_ELSEWHERE = 80 };

struct options {
	struct grid_choice choice;
	const char *rule, *language;
	bool html;
};

static const struct option_spec options[] = {
	FLAG_OPTION(struct options, html, "html", "as a page for browsers and printers, on A4 across"),
	CHOICE_OPTION(struct options, language, OPTION_MAY, "language", "it|en", "in this language and not the usual one"),
	WORD_OPTION(struct options, rule, OPTION_MAY, "rule", "NAME", "verdicts by this rule"),
	DATE_OPTION(struct options, choice.as_of, OPTION_MAY, "as-of", "DATE", "as it stood on the evening of this day (default: now)"),
	DATE_OPTION(struct options, choice.from, OPTION_MAY, "from", "DATE", "only the sessions from this day on"),
	DATE_OPTION(struct options, choice.until, OPTION_MAY, "until", "DATE", "only the sessions until this day"),
};
static const struct options defaults = { .choice = { { INT32_MIN }, { INT32_MIN }, { INT32_MIN } } };

/* Takes the place of the rows. */
static void
draw(struct command *command, const struct grid *grid, const struct rule *rule)
{
	const struct options *o = command->options;
	const struct row_style *style = &command->style;
	const struct grid_view view = {
		.grid = grid,
		.rule = rule->name,
		.width = style->width ? style->width : WIDTH_ELSEWHERE,
		.colour = style->colour,
		.unicode = pen_has_unicode(),
		.language = o->language ? o->language : style->language,
	};
	grid_view_write(&view, command->out);
}

static bool
print_page(struct command *command, const struct edition *edition, const struct grid *grid, const struct grid_choice *choice, const struct rule *rule)
{
	const struct options *o = command->options;
	const char *language = command_language(command, o->language);
	struct tree *data = grid_tree(command->store, edition, grid, choice, rule, language);
	bool good = command_paper(command, "grid", language, true, data);
	tree_free(data);
	return good;
}

/* For people, unless they want rows: columns and headers are theirs. */
static bool
is_drawn(const struct command *command)
{
	const struct options *o = command->options;
	return !o->html && rows_for_people(command->rows, NULL) && !command->style.columns && command->style.header < 0;
}

/* A page, a drawing for people, or rows for scripts and for who has chosen columns. */
static bool
show(struct command *command, const struct edition *edition, const struct grid *grid, const struct grid_choice *choice, const struct rule *rule)
{
	const struct options *o = command->options;
	bool drawn = is_drawn(command);
	if (!o->html && !drawn) {
		grid_each(grid, rows_emit, command->rows);
		return true;
	}
	command_drop_rows(command);
	if (o->html)
		return print_page(command, edition, grid, choice, rule);
	draw(command, grid, rule);
	return true;
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct grid_choice choice = o->choice;
	struct rule rule;
	if (o->html && command_wants_rows(command))
		return command_not_rows(command, "--html makes a page");
	if (o->language && !o->html && !is_drawn(command))
		return command_misused(command, "rows are in no language: --language has no meaning");
	if (date_given(choice.from) && date_given(choice.until) && choice.from.day > choice.until.day)
		return command_misused(command, "--from lies after --until");
	const struct edition *edition = command_edition(command);
	if (!edition || !rule_find(command->store, o->rule, &rule, &command->why))
		return REFUSED;
	choice.as_of = date_given(choice.as_of) ? choice.as_of : clock_today();
	struct grid *grid = grid_load(command->store, edition, &choice, &rule);
	bool good = grid_check(grid, edition, &choice, &command->why) && show(command, edition, grid, &choice, &rule);
	grid_free(grid);
	rule_release(&rule);
	return good ? DONE : REFUSED;
}

const struct verb verb_grid = {
	.name = "grid",
	.needs = READS,
	.summary = "show members by sessions, one sign a cell",
	VERB_OPTIONS(options, defaults),
	.listing = &grid_listing,
	.run = run,
};
