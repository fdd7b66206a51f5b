/* What stands above and below the members of the drawn grid: months, days, who was there. */
#include "grid_drawing.h"

#include <balint/date_words.h>
#include <balint/fatal.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
drawing_italian(const struct drawing *drawing)
{
	return strcmp(drawing->view->language, "it") == 0;
}

size_t
drawing_column(const struct drawing *drawing, size_t session)
{
	return drawing->layout.name + layout_column(&drawing->layout, drawing->grid, session);
}

void
drawing_cut(struct drawing *drawing, const char *text, size_t room, enum shade shade)
{
	char *cut = text_cut(text, room, drawing->view->unicode ? "…" : "~");
	pen_text(&drawing->pen, cut, shade);
	free(cut);
}

/* Months or years above their first session, cut to the room before the next. */
static void
put_spans(struct drawing *drawing, bool years)
{
	const struct layout *layout = &drawing->layout;
	size_t end = layout->first + layout->count;
	for (size_t first = layout->first, next; first < end; first = next) {
		struct month month = month_of(drawing->grid->sessions[first].date);
		char text[5];
		next = grid_run(drawing->grid, first, end, years);
		size_t left = layout->cell == 3, column = drawing_column(drawing, first) - left;
		size_t room = (next < end ? drawing_column(drawing, next) - left : layout->name + layout->area + sizeof text - 1) - column - 1;
		if (years)
			snprintf(text, sizeof text, "%d", month_year(month));
		else
			snprintf(text, sizeof text, "%.3s", month_name(month, drawing->view->language));
		pen_to(&drawing->pen, column);
		text[room < sizeof text ? room : sizeof text - 1] = '\0';
		pen_text(&drawing->pen, years && room < 4 ? "" : text, SHADE_BOLD);
	}
	pen_line(&drawing->pen);
}

/* One line of numbers above or below the sessions: the digit of that weight, or where cells are wide the whole number. */
static void
put_digits(struct drawing *drawing, const int64_t *numbers, int64_t weight, enum shade shade)
{
	const struct layout *layout = &drawing->layout;
	for (size_t i = 0; i < layout->count; i++) {
		char text[24];
		if (numbers[i] == COUNT_NONE || (weight > 1 && numbers[i] < weight))
			continue;
		int length = snprintf(text, sizeof text, "%lld", (long long)(layout->cell == 3 ? numbers[i] : numbers[i] / weight % 10));
		pen_to(&drawing->pen, drawing_column(drawing, layout->first + i) + 1 - (size_t)length);
		pen_text(&drawing->pen, text, drawing->grid->sessions[layout->first + i].cancelled ? SHADE_DIM : shade);
	}
}

/* The weight of the first digit that is drawn in a line of its own; numbers up to 99 fit into wide cells. */
static int64_t
first_weight(const struct layout *layout, const int64_t *numbers)
{
	int64_t weight = 1;
	for (size_t i = 0; layout->cell < 3 && i < layout->count; i++)
		while (numbers[i] != COUNT_NONE && numbers[i] / weight >= 10)
			weight *= 10;
	return weight;
}

static const char *
rule_word(const struct drawing *drawing)
{
	return drawing_italian(drawing) && strcmp(drawing->view->rule, RULE_THRESHOLD) == 0 ? "soglia" : drawing->view->rule;
}

void
drawing_header(struct drawing *drawing)
{
	const struct layout *layout = &drawing->layout;
	const struct grid_session *sessions = drawing->grid->sessions, *last = &sessions[drawing->grid->session_count - 1];
	int64_t *days = memory(layout->count * sizeof *days);
	char year[8];
	for (size_t i = 0; i < layout->count; i++)
		days[i] = date_civil(sessions[layout->first + i].date).day;
	snprintf(year, sizeof year, "%d", date_civil(sessions[0].date).year);
	if (date_civil(sessions[0].date).year != date_civil(last->date).year)
		put_spans(drawing, true);
	else
		drawing_cut(drawing, year, layout->name, SHADE_BOLD);
	put_spans(drawing, false);
	for (int64_t weight = first_weight(layout, days); weight > 0; weight /= 10) {
		put_digits(drawing, days, weight, SHADE_BOLD);
		if (weight == 1 && layout->last) {
			pen_to(&drawing->pen, layout->name + layout->area + LAYOUT_PERCENT - 1);
			pen_text(&drawing->pen, "%", SHADE_BOLD);
			pen_to(&drawing->pen, drawing->pen.column + 1);
			if (layout->bar)
				drawing_cut(drawing, rule_word(drawing), layout_verdict(layout), SHADE_BOLD);
		}
		pen_line(&drawing->pen);
	}
	free(days);
}

/* How many participants were at each session that is held. */
void
drawing_totals(struct drawing *drawing)
{
	const struct layout *layout = &drawing->layout;
	int64_t *there = memory(layout->count * sizeof *there);
	bool any = false;
	for (size_t i = 0; i < layout->count; i++) {
		there[i] = drawing->grid->sessions[layout->first + i].there;
		any |= there[i] != COUNT_NONE;
	}
	for (int64_t weight = first_weight(layout, there); any && weight > 0; weight /= 10) {
		if (weight == 1)
			drawing_cut(drawing, drawing_italian(drawing) ? "presenti" : "present", layout->name, SHADE_BOLD);
		put_digits(drawing, there, weight, SHADE_BOLD);
		pen_line(&drawing->pen);
	}
	free(there);
}
