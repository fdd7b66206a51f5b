/* A file under another name, which it leaves only when it is whole. */
#include "internal.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What SQLite keeps beside a store; but for the second all are read as part of whatever has that name. */
static const char *const sides[] = { "-wal", "-shm", "-journal" };
enum { SIDES = sizeof sides / sizeof sides[0], SHARED_MEMORY = 1 };

/* The names of what is being made: the program can end anywhere for want of memory, or by a signal, and then they go too. */
enum { MAKING_MOST = 3 };
static const char *volatile in_the_making[MAKING_MOST];
static volatile sig_atomic_t outlasts_signals[MAKING_MOST];

static void
discard_at_exit(void)
{
	for (size_t i = 0; i < MAKING_MOST; i++)
		if (in_the_making[i])
			making_discard(in_the_making[i]);
}

/* What is kept of a store stays: it may be replaced already. The signal comes again, and ends the program. */
static void
discard_and_end(int signal)
{
	for (size_t i = 0; i < MAKING_MOST; i++)
		if (in_the_making[i] && !outlasts_signals[i])
			making_discard(in_the_making[i]);
	raise(signal);
}

/* What our parent ignores (nohup) stays ignored. */
static void
catch_signals(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction now, ours = { .sa_handler = discard_and_end, .sa_flags = (int)SA_RESETHAND };
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
		if (sigaction(signals[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL)
			sigaction(signals[i], &ours, NULL);
}

static void
enter(const char *name, bool outlasts)
{
	size_t place = 0;
	while (place < MAKING_MOST && in_the_making[place])
		place++;
	assert(place < MAKING_MOST);
	outlasts_signals[place] = outlasts;
	in_the_making[place] = name;
	atexit(discard_at_exit);
	catch_signals();
}

void
making_begin(const char *name)
{
	enter(name, false);
}

void
making_keeps(const char *name)
{
	enter(name, true);
}

void
making_end(const char *name)
{
	for (size_t i = 0; i < MAKING_MOST; i++)
		if (in_the_making[i] == name)
			in_the_making[i] = NULL;
}

/* Does without memory of its own, and with nothing that a signal forbids. */
void
making_discard(const char *name)
{
	char path[PATH_MAX];
	size_t length = strlen(name);
	unlink(name);
	for (size_t i = 0; i < SIDES && length + sizeof "-journal" <= sizeof path; i++) {
		memcpy(path, name, length + 1);
		memcpy(path + length, sides[i], strlen(sides[i]) + 1);
		unlink(path);
	}
	making_end(name);
}

const char *
side_ending(const char *path)
{
	size_t length = strlen(path);
	for (size_t i = 0; i < SIDES; i++) {
		size_t end = strlen(sides[i]);
		if (length >= end && strcmp(path + length - end, sides[i]) == 0)
			return sides[i];
	}
	return NULL;
}

char *
side_of(const char *path)
{
	for (size_t i = 0; i < SIDES; i++) {
		char *side = memory_format("%s%s", path, sides[i]);
		if (i != SHARED_MEMORY && has_name(side))
			return side;
		free(side);
	}
	return NULL;
}

bool
check_bare(const char *path, struct refusal *why)
{
	if (*path && path[strlen(path) - 1] == '/')
		return refuse(why, "%s: is a folder; name a file in it", path);
	char *side = side_of(path);
	bool bare = !side || has_name(path); /* a store that somebody has made meanwhile has its own */
	if (!bare)
		refuse(why, "%s: lies there without its store; move it away", side);
	free(side);
	return bare;
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
making_folders(const char *path, int *made, struct refusal *why)
{
	char *folder = memory_text(path);
	bool good = true;
	for (char *slash = strchr(folder + 1, '/'); slash && good; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		bool new = mkdir(folder, 0700) == 0;
		*made += new;
		good = new || errno == EEXIST || refuse(why, "%s: %s", folder, system_error(errno));
		*slash = '/';
	}
	free(folder);
	return good;
}

/* Does without memory of its own: it may be called once a change is durable. */
void
making_no_folders(const char *path, int made)
{
	char folder[PATH_MAX];
	snprintf(folder, sizeof folder, "%s", path);
	for (char *slash = strrchr(folder, '/'); made > 0 && slash && slash > folder; slash = strrchr(folder, '/'), made--) {
		*slash = '\0';
		if (rmdir(folder) != 0)
			return;
	}
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
