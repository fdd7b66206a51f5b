#include "grid_drawing.h"

#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEGEND_GAP = 3 };

static const enum shade sign_shades[GRID_SIGNS] = {
	[GRID_PRESENT] = SHADE_GREEN,
	[GRID_ONLINE] = SHADE_CYAN,
	[GRID_LATE] = SHADE_YELLOW,
	[GRID_ABSENT] = SHADE_RED,
	[GRID_EXCUSED] = SHADE_BOLD,
	[GRID_HOLE] = SHADE_REVERSE,
	[GRID_COMING] = SHADE_DIM,
	[GRID_OUTSIDE] = SHADE_DIM,
	[GRID_CANCELLED] = SHADE_DIM,
};

static const struct verdict {
	const char *name, *words[2], *plain, *sign; /* plain: the sign in ASCII */
	enum shade shade;
} verdicts[] = {
	{ "pass", { "pass", "raggiunto" }, "+", "✓", SHADE_GREEN },
	{ "open", { "open", "aperto" }, "", "", SHADE_NONE },
	{ "fail", { "fail", "mancato" }, "!", "✗", SHADE_RED },
	{ "incomplete", { "incomplete", "incompleto" }, "?", "?", SHADE_YELLOW },
};
enum { VERDICTS = sizeof verdicts / sizeof verdicts[0] };

static const struct verdict *
verdict_of(const struct grid_member *member)
{
	for (size_t i = 0; member->verdict && i < VERDICTS; i++)
		if (strcmp(verdicts[i].name, member->verdict) == 0)
			return &verdicts[i];
	return NULL;
}

static const char *
verdict_text(const struct drawing *drawing, const struct verdict *verdict)
{
	if (drawing->layout.words)
		return verdict->words[drawing_italian(drawing)];
	return drawing->view->unicode ? verdict->sign : verdict->plain;
}

static void
put_sign(struct drawing *drawing, enum grid_sign sign)
{
	pen_text(&drawing->pen, grid_mark(sign, drawing->view->language, drawing->view->unicode), sign_shades[sign]);
}

static void
put_bar(struct drawing *drawing, int64_t percent, enum shade shade)
{
	static const char *const lines[2][3] = { { "##########", "", ".........." }, { "━━━━━━━━━━", "╸", "──────────" } };
	const char *const *line = lines[drawing->view->unicode];
	int size = (int)strlen(line[0]) / LAYOUT_BAR, halves = (int)(percent * 2 * LAYOUT_BAR / 1000);
	const char *half = halves % 2 ? line[1] : "";
	char full[64], rest[64];
	snprintf(full, sizeof full, "%.*s%s", size * (halves / 2), line[0], half);
	snprintf(rest, sizeof rest, "%.*s", size * (LAYOUT_BAR - halves / 2 - (*half != '\0')), line[2]);
	pen_text(&drawing->pen, full, shade);
	pen_text(&drawing->pen, rest, SHADE_DIM);
}

static void
put_figures(struct drawing *drawing, const struct grid_member *member)
{
	const struct layout *layout = &drawing->layout;
	const struct verdict *verdict = verdict_of(member);
	enum shade shade = verdict ? verdict->shade : SHADE_NONE;
	int64_t percent = grid_percent(member);
	char text[MONEY_TEXT];
	size_t column = layout->name + layout->area + LAYOUT_PERCENT;
	if (percent != COUNT_NONE) {
		pen_to(&drawing->pen, column - strlen(tenths_write(percent, text)));
		pen_text(&drawing->pen, text, SHADE_NONE);
	}
	if (percent != COUNT_NONE && layout->bar) {
		pen_to(&drawing->pen, column + 1);
		put_bar(drawing, percent, shade);
	}
	if (verdict) {
		pen_to(&drawing->pen, column + 1 + (layout->bar ? LAYOUT_BAR + 1 : 0));
		pen_text(&drawing->pen, verdict_text(drawing, verdict), shade);
	}
}

static void
put_member(struct drawing *drawing, const struct grid_member *member)
{
	const struct layout *layout = &drawing->layout;
	char *name = text_both(member->family, member->given);
	drawing_cut(drawing, name, layout->name, SHADE_NONE);
	for (size_t i = layout->first; i < layout->first + layout->count; i++) {
		pen_to(&drawing->pen, drawing_column(drawing, i));
		put_sign(drawing, member->signs[i]);
	}
	if (layout->last)
		put_figures(drawing, member);
	pen_line(&drawing->pen);
	free(name);
}

/* For a sign and what it means, on this line or the next. */
static void
make_room(struct drawing *drawing, const char *word)
{
	struct pen *pen = &drawing->pen;
	if (pen->column && pen->column + LEGEND_GAP + 2 + text_width(word, strlen(word)) > drawing->view->width)
		pen_line(pen);
	pen_to(pen, pen->column ? pen->column + LEGEND_GAP : 0);
}

static void
put_meaning(struct drawing *drawing, const char *word)
{
	pen_to(&drawing->pen, drawing->pen.column + 1);
	pen_text(&drawing->pen, word, SHADE_NONE);
}

static void
put_legend(struct drawing *drawing)
{
	bool signs[GRID_SIGNS], judged[VERDICTS] = { false };
	grid_signs(drawing->grid, signs);
	for (size_t i = 0; i < drawing->grid->member_count; i++) {
		const struct verdict *verdict = verdict_of(&drawing->grid->members[i]);
		if (verdict)
			judged[verdict - verdicts] = true;
	}
	pen_line(&drawing->pen);
	for (size_t i = 0; i < GRID_SIGNS; i++)
		if (signs[i]) {
			const char *word = grid_word((enum grid_sign)i, drawing->view->language);
			make_room(drawing, word);
			put_sign(drawing, (enum grid_sign)i);
			put_meaning(drawing, word);
		}
	for (size_t i = 0; i < VERDICTS && !drawing->layout.words; i++)
		if (judged[i] && *verdicts[i].sign && !(*verdicts[i].sign == '?' && signs[GRID_HOLE])) { /* a hole's sign is the same */
			const char *word = verdicts[i].words[drawing_italian(drawing)];
			make_room(drawing, word);
			pen_text(&drawing->pen, verdict_text(drawing, &verdicts[i]), verdicts[i].shade);
			put_meaning(drawing, word);
		}
	pen_line(&drawing->pen);
}

void
grid_view_write(const struct grid_view *asked, struct sink *sink)
{
	struct grid_view view = *asked;
	view.width = view.width < GRID_NARROWEST ? GRID_NARROWEST : view.width;
	const struct grid *grid = view.grid;
	struct drawing drawing = { &view, grid, layout_choose(&view), { .sink = sink, .colour = view.colour } };
	size_t participants = grid->member_count - grid->conductors;
	for (size_t first = 0; first < grid->session_count; first += drawing.layout.per_block) {
		layout_block(&drawing.layout, grid, first);
		if (first > 0)
			pen_line(&drawing.pen);
		drawing_header(&drawing);
		for (size_t i = 0; i < participants; i++)
			put_member(&drawing, &grid->members[i]);
		drawing_totals(&drawing);
		if (grid->conductors && participants)
			pen_line(&drawing.pen);
		for (size_t i = participants; i < grid->member_count; i++)
			put_member(&drawing, &grid->members[i]);
	}
	put_legend(&drawing);
}
