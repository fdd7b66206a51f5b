/*
 * Mustache: templates with {{names}} that are filled from a tree. The required modules of its
 * specification are here: interpolation, sections, inverted sections, comments, partials and set
 * delimiters; lambdas, inheritance and dynamic names are not. Nothing is written unless all of it
 * can be: a template with a fault is refused with FILE:LINE:COLUMN, columns counted in characters.
 */
#ifndef BALINT_MUSTACHE_H
#define BALINT_MUSTACHE_H

#include <balint/refusal.h>
#include <balint/sink.h>
#include <balint/tree.h>

enum {
	MUSTACHE_DEPTH = 64,             /* sections and partials within each other */
	MUSTACHE_PARTIALS = 64,          /* that a template and its partials can have between them */
	MUSTACHE_STEPS = 1000000,        /* tags and lines that are filled in */
	MUSTACHE_LARGEST = 64 * 1048576, /* bytes of what is made */
};

struct mustache_template {
	const char *file; /* as refusals name it */
	const char *text;
};

/*
 * Finds a partial by its name; what it fills in must live until mustache_render is back. A text that
 * stays NULL: there is none, and the tag gives nothing. False with a reason refuses the whole.
 */
typedef bool mustache_finder(void *context, const char *name, struct mustache_template *partial, struct refusal *why);

struct mustache_mode {
	bool html;             /* {{name}} is escaped for HTML; else only control characters are made visible */
	mustache_finder *find; /* or NULL: no partials */
	void *context;
};

/* Fills the template from the tree and writes it. {{{name}}} and {{&name}} are written as they are. */
bool mustache_render(struct sink *sink, const struct mustache_template *main, const struct tree *data, const struct mustache_mode *mode,
    struct refusal *why);

#endif
