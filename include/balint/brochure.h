/*
 * The leaflet of an edition as data for a template: what, for whom, by whom, when and where, for how much. It is handed to people who
 * are no members yet: no participant and no link to a meeting is in it. What the store does not know yet is left out.
 */
#ifndef BALINT_BROCHURE_H
#define BALINT_BROCHURE_H

#include <balint/edition.h>
#include <balint/tree.h>

/* The data that balint-formats(5) lists under TEMPLATES, in that language ("it", "en"). Owned by the caller: free with tree_free. */
struct tree *brochure_tree(struct store *store, const struct edition *edition, const char *language);

#endif
