/*
 * The grid of the register drawn for a terminal: a line a member, a sign a session, the percentage, a bar and the verdict. It fits
 * the width: first the cells grow narrower, then the verdict becomes a sign, then the bar goes, and then sessions follow in blocks
 * below each other. What colour says can be read without it, and a legend explains the signs that occur.
 */
#ifndef BALINT_GRID_VIEW_H
#define BALINT_GRID_VIEW_H

#include <balint/grid.h>

enum { GRID_NARROWEST = 30 }; /* columns that a terminal must have */

struct grid_view {
	const struct grid *grid; /* with members and sessions */
	const char *rule;        /* the name of that by which the verdicts are */
	unsigned width;
	bool colour, unicode; /* unicode: signs and bars may be other than ASCII */
	const char *language;
};

void grid_view_write(const struct grid_view *view, struct sink *sink);

#endif
