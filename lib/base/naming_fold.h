/* What the files of naming share: the words, and texts folded so that they can be compared with them. */
#ifndef BALINT_BASE_NAMING_FOLD_H
#define BALINT_BASE_NAMING_FOLD_H

#include <balint/naming.h>

#include <stddef.h>

struct word {
	char *folded; /* of a name: a blank where its parts are joined */
	enum naming_kind kind;
	enum naming_scope scope;
};

struct naming {
	char *pseudonym;
	struct word *words;
	size_t count;
};

/* A text for comparing, and which bytes of the text each of its bytes stands for. */
struct folded {
	const char *text;
	char *bytes;
	size_t *from, *to;
	size_t length;
};

/* folded_free when done with it; the text must live as long. */
struct folded naming_fold(const char *text);
void folded_free(struct folded *folded);

/* A letter or digit; those beyond ASCII that are left after folding are letters. */
bool is_letter(char c);

/* What may stand between the parts of a name, or the groups of a number. */
bool is_joint(char c);

#endif
