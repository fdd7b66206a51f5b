/* The vectors of tests/data, for the tests that read them. After cmocka.h. */
#ifndef VECTORS_H
#define VECTORS_H

#include <stdio.h>
#include <stdlib.h>

static inline FILE *
open_data(const char *name)
{
	const char *root = getenv("BALINT_ROOT");
	char path[4096];
	snprintf(path, sizeof path, "%s/tests/data/%s", root ? root : ".", name);
	FILE *file = fopen(path, "r");
	if (!file)
		fail_msg("%s: cannot be opened", path);
	return file;
}

#endif
