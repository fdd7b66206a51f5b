/* The parts of the leaflet that are made elsewhere than in brochure.c. */
#ifndef LETTER_BROCHURE_PARTS_H
#define LETTER_BROCHURE_PARTS_H

#include <balint/brochure.h>

/* A leaflet that is being written. */
struct leaflet {
	struct store *store;
	const struct edition *edition;
	const char *language;
	struct tree *root;
};

/* When the sessions are, by what rule, and which dates that leaves out. */
void leaflet_calendar(const struct leaflet *leaflet);

#endif
