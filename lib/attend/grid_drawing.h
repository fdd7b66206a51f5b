/* The drawn grid in the making. */
#ifndef BALINT_ATTEND_GRID_DRAWING_H
#define BALINT_ATTEND_GRID_DRAWING_H

#include "grid_layout.h"

#include <balint/pen.h>

struct drawing {
	const struct grid_view *view;
	const struct grid *grid;
	struct layout layout;
	struct pen pen;
};

bool drawing_italian(const struct drawing *drawing);

/* The column of the line in which a session's sign stands. */
size_t drawing_column(const struct drawing *drawing, size_t session);

/* Writes a text; what is longer than its room is cut, and seen to be. */
void drawing_cut(struct drawing *drawing, const char *text, size_t room, enum shade shade);

/* The lines above a block: years if there are several, months, days. */
void drawing_header(struct drawing *drawing);

/* How many participants were at each session that is held. */
void drawing_totals(struct drawing *drawing);

#endif
