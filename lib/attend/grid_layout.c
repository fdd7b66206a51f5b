#include "grid_layout.h"

#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { NAME_COMFORTABLE = 16, NAME_MOST = 30, BAR_FROM = 60 };

static size_t
longest_name(const struct grid_view *view)
{
	size_t most = 1;
	for (size_t i = 0; i < view->grid->member_count; i++) {
		char *name = text_both(view->grid->members[i].family, view->grid->members[i].given);
		size_t width = text_width(name, strlen(name));
		most = width > most ? width : most;
		free(name);
	}
	return most < NAME_MOST ? most : NAME_MOST;
}

size_t
layout_verdict(const struct layout *layout)
{
	return (layout->bar ? (size_t)LAYOUT_BAR + 1 : 0) + (layout->words ? (size_t)LAYOUT_WORD : 1);
}

static size_t
figures_width(const struct layout *layout)
{
	return LAYOUT_PERCENT + 1 + layout_verdict(layout);
}

size_t
layout_column(const struct layout *layout, const struct grid *grid, size_t session)
{
	size_t column = layout->cell - 1 + layout->cell * (session - layout->first);
	if (layout->cell > 1)
		return column;
	for (size_t i = layout->first + 1; i <= session; i++)
		column += i < grid->session_count && month_of(grid->sessions[i].date).month != month_of(grid->sessions[i - 1].date).month;
	return column + 1;
}

void
layout_block(struct layout *layout, const struct grid *grid, size_t first)
{
	size_t left = grid->session_count - first;
	layout->first = first;
	layout->count = left < layout->per_block ? left : layout->per_block;
	layout->last = layout->count == left;
	layout->area = layout_column(layout, grid, first + layout->count - 1) + 1;
}

/* Equal blocks, as few as go beside names that are not cut to nothing; the names get what is left. */
static struct layout
several_blocks(const struct grid_view *view, size_t longest, size_t least)
{
	struct layout layout = { .cell = 2, .bar = view->width >= BAR_FROM };
	size_t sessions = view->grid->session_count, name = least < view->width / 3 ? least : view->width / 3;
	size_t most = (view->width - name - figures_width(&layout)) / layout.cell, blocks = (sessions + most - 1) / most;
	layout.per_block = (sessions + blocks - 1) / blocks;
	size_t room = view->width - figures_width(&layout) - layout.cell * layout.per_block;
	layout.name = longest < room ? longest : room;
	return layout;
}

struct layout
layout_choose(const struct grid_view *view)
{
	static const struct layout forms[] = {
		{ .cell = 3, .bar = true, .words = true },
		{ .cell = 3, .bar = true },
		{ .cell = 2, .bar = true, .words = true },
		{ .cell = 2, .bar = true },
		{ .cell = 1, .bar = true },
		{ .cell = 1 },
	};
	size_t longest = longest_name(view), least = longest < NAME_COMFORTABLE ? longest : NAME_COMFORTABLE;
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		struct layout layout = forms[i];
		layout.per_block = view->grid->session_count;
		layout_block(&layout, view->grid, 0);
		size_t taken = layout.area + figures_width(&layout);
		if (taken + least > view->width)
			continue;
		layout.name = view->width - taken < longest ? view->width - taken : longest;
		return layout;
	}
	return several_blocks(view, longest, least);
}
