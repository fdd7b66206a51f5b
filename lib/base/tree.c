#include <balint/fatal.h>
#include <balint/tree.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct tree *
add(struct tree *parent, const char *name, struct tree like)
{
	struct tree *tree = memory(sizeof *tree);
	*tree = like;
	if (!parent)
		return tree;
	assert(parent->kind == TREE_OBJECT ? name != NULL : parent->kind == TREE_LIST && !name);
	tree->name = name ? memory_text(name) : NULL;
	if (parent->last)
		parent->last->next = tree;
	else
		parent->first = tree;
	return parent->last = tree;
}

struct tree *
tree_object(struct tree *parent, const char *name)
{
	return add(parent, name, (struct tree){ .kind = TREE_OBJECT });
}

struct tree *
tree_list(struct tree *parent, const char *name)
{
	return add(parent, name, (struct tree){ .kind = TREE_LIST });
}

struct tree *
tree_text(struct tree *parent, const char *name, const char *text)
{
	return add(parent, name, (struct tree){ .kind = TREE_TEXT, .text = memory_text(text ? text : "") });
}

struct tree *
tree_truth(struct tree *parent, const char *name, bool truth)
{
	return add(parent, name, (struct tree){ .kind = TREE_TRUTH, .truth = truth });
}

struct tree *
tree_count(struct tree *parent, const char *name, int64_t count)
{
	return add(parent, name, (struct tree){ .kind = TREE_TEXT, .text = memory_format("%lld", (long long)count) });
}

/* What is in a tree is put before what is still to go: no depth is too deep. */
void
tree_free(struct tree *root)
{
	while (root) {
		struct tree *next = root->next;
		if (root->last) {
			root->last->next = next;
			next = root->first;
		}
		free(root->name);
		free(root->text);
		free(root);
		root = next;
	}
}

const struct tree *
tree_find(const struct tree *tree, const char *name, size_t length)
{
	if (!tree || tree->kind != TREE_OBJECT)
		return NULL;
	for (const struct tree *one = tree->first; one; one = one->next)
		if (strncmp(one->name, name, length) == 0 && !one->name[length])
			return one;
	return NULL;
}

bool
tree_is_true(const struct tree *tree)
{
	if (!tree)
		return false;
	switch (tree->kind) {
	case TREE_LIST:
		return tree->first != NULL;
	case TREE_TEXT:
		return *tree->text != '\0';
	case TREE_TRUTH:
		return tree->truth;
	default:
		return true;
	}
}
