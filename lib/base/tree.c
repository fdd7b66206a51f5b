#include <balint/fatal.h>
#include <balint/text.h>
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

static const char *
text_of(const struct tree *row, const char *name)
{
	const struct tree *found = tree_find(row, name, strlen(name));
	return found ? found->text : "";
}

void
tree_pad(struct tree *list, const char *name, size_t least, bool right)
{
	char *padded = memory_format("%s_padded", name);
	size_t most = least;
	for (const struct tree *row = list->first; row; row = row->next) {
		size_t width = text_width(text_of(row, name), strlen(text_of(row, name)));
		most = width > most ? width : most;
	}
	for (struct tree *row = list->first; row; row = row->next) {
		const char *text = text_of(row, name);
		int blanks = (int)(most - text_width(text, strlen(text)));
		char *cell = right ? memory_format("%*s%s", blanks, "", text) : memory_format("%s%*s", text, blanks, "");
		tree_text(row, padded, cell);
		free(cell);
	}
	free(padded);
}
