/* A file under another name, which it leaves only when it is whole. */
#include "internal.h"

#include <balint/fatal.h>

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The name of what is being made: the program can end anywhere for want of memory, and then it goes too. */
static const char *in_the_making;

static void
discard_at_exit(void)
{
	if (in_the_making)
		making_discard(in_the_making);
}

void
making_begin(const char *name)
{
	in_the_making = name;
	atexit(discard_at_exit);
}

/* Does without memory of its own. */
void
making_discard(const char *name)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
	char path[PATH_MAX];
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		snprintf(path, sizeof path, "%s%s", name, endings[i]);
		unlink(path);
	}
	if (in_the_making == name)
		in_the_making = NULL;
}

char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? memory_format("%.*s", slash == path ? 1 : (int)(slash - path), path) : memory_text(".");
}

int
making_folder(const char *path)
{
	char *folder = folder_of(path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	return fd;
}
