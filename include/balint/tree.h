/*
 * Data for templates: objects, lists, texts and truths, built from the root down. Whatever is added
 * belongs to what it is added to, and texts are copied; only the root is freed.
 */
#ifndef BALINT_TREE_H
#define BALINT_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tree {
	enum { TREE_OBJECT, TREE_LIST, TREE_TEXT, TREE_TRUTH } kind;
	bool truth;
	char *name; /* in an object */
	char *text;
	struct tree *first, *last; /* what is in an object or list */
	struct tree *next;         /* beside it there */
};

/*
 * Adds to an object (under a name, of which the first one counts) or to a list (name NULL); without a
 * parent it is a root. Returns what was added.
 */
struct tree *tree_object(struct tree *parent, const char *name);
struct tree *tree_list(struct tree *parent, const char *name);
struct tree *tree_text(struct tree *parent, const char *name, const char *text); /* NULL is the empty text */
struct tree *tree_truth(struct tree *parent, const char *name, bool truth);
struct tree *tree_count(struct tree *parent, const char *name, int64_t count); /* as a text */

/*
 * For tables of plain text: beside `name` in each of the list a text with _padded behind the name, all of one width that is at least
 * `least`, the text at its right end or left.
 */
void tree_pad(struct tree *list, const char *name, size_t least, bool right);

/* Frees a root and all that is in it; NULL is fine. */
void tree_free(struct tree *root);

/* What an object has under that name, or NULL. Anything else than an object has nothing. */
const struct tree *tree_find(const struct tree *tree, const char *name, size_t length);

/* False are NULL, false, the empty text and the empty list. */
bool tree_is_true(const struct tree *tree);

#endif
