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

int
making_folder(const char *path)
{
	char *folder = memory_text(path);
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	return fd;
}
