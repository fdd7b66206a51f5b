/* Where what of the drawn grid stands, in columns. */
#ifndef BALINT_ATTEND_GRID_LAYOUT_H
#define BALINT_ATTEND_GRID_LAYOUT_H

#include <balint/grid_view.h>

enum {
	LAYOUT_PERCENT = 7, /* "  100.0" */
	LAYOUT_BAR = 10,
	LAYOUT_WORD = 10, /* "incomplete" */
};

struct layout {
	unsigned cell;       /* columns of a session: 3, 2 or 1; where it is 1, a blank is between months */
	bool bar, words;     /* words: the verdict is one, and not a sign */
	size_t name, area;   /* columns of the names, and of all cells of a block */
	size_t first, count; /* the block's sessions */
	size_t per_block;
	bool last; /* block: it has the figures */
};

/* The most that fits: all sessions in one block, or as many as go into equal ones. */
struct layout layout_choose(const struct grid_view *view);

/* The block of sessions that begins with this one. */
void layout_block(struct layout *layout, const struct grid *grid, size_t first);

/* The column of a session's sign, from the first cell's left end; at the end of the block: of what follows it. */
size_t layout_column(const struct layout *layout, const struct grid *grid, size_t session);

/* The columns of bar and verdict together. */
size_t layout_verdict(const struct layout *layout);

#endif
