/* Where templates are: the association's own come before the toolkit's, those of the language before those of all. */
#ifndef TEMPLATE_FIND_H
#define TEMPLATE_FIND_H

#include <balint/mustache.h>

#include <stddef.h>

/* For one rendering; what was found for it is freed after it. */
struct template_finder {
	const char *directory, *language; /* the directory may be NULL */
	const char *ending;               /* of the main template: ".html" */
	char **kept;
	size_t count;
};

/* Finds a template as mustache_finder has it; the second only one of the association's own. */
bool template_find(void *finder, const char *name, struct mustache_template *found, struct refusal *why);
bool template_find_own(struct template_finder *finder, const char *name, struct mustache_template *found, struct refusal *why);

void template_finder_release(struct template_finder *finder);

#endif
