#include <balint/edition.h>
#include <balint/setting.h>

#include <stdlib.h>

void
edition_head(struct store *store, const struct edition *edition, struct tree *root)
{
	char *association = setting_get(store, "association");
	tree_text(root, "association", association);
	tree_text(root, "title", edition->title);
	tree_count(root, "number", edition->number);
	tree_count(root, "edition_year", edition->year);
	free(association);
}
