/* A file under another name, which it leaves only when it is whole. */
#include "internal.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The names of what is being made: the program can end anywhere for want of memory, and then they go too. */
enum { MAKING_MOST = 3 };
static const char *in_the_making[MAKING_MOST];

static void
discard_at_exit(void)
{
	for (size_t i = 0; i < MAKING_MOST; i++)
		if (in_the_making[i])
			making_discard(in_the_making[i]);
}

void
making_begin(const char *name)
{
	size_t place = 0;
	while (place < MAKING_MOST && in_the_making[place])
		place++;
	assert(place < MAKING_MOST);
	in_the_making[place] = name;
	atexit(discard_at_exit);
}

void
making_end(const char *name)
{
	for (size_t i = 0; i < MAKING_MOST; i++)
		if (in_the_making[i] == name)
			in_the_making[i] = NULL;
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
	making_end(name);
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

bool
making_folders(const char *path, struct refusal *why)
{
	char *folder = memory_text(path);
	bool good = true;
	for (char *slash = strchr(folder + 1, '/'); slash && good; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		good = mkdir(folder, 0700) == 0 || errno == EEXIST || refuse(why, "%s: %s", folder, system_error(errno));
		*slash = '/';
	}
	free(folder);
	return good;
}

bool
is_same_file(const char *one, const char *other)
{
	struct stat a, b;
	return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_ino == b.st_ino && a.st_dev == b.st_dev;
}

bool
has_name(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0;
}
