/* Where profiles are: in share/banks, and under banks/ in the association's own directory. */
#include "profile.h"

#include <balint/fatal.h>
#include <balint/share.h>
#include <balint/text.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PROFILE_LARGEST = 65536 };

struct names {
	char **names; /* sorted, and a NULL after them */
	size_t count;
};

static int
name_order(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds what stands before `.bank`, unless it is there. */
static void
name_found(struct names *names, const char *file)
{
	size_t length = strlen(file);
	if (length < 6 || length > 69 || strcmp(file + length - 5, ".bank") != 0 || *file == '.')
		return;
	char *name = memory_format("%.*s", (int)(length - 5), file);
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->names[i], name) == 0) {
			free(name);
			return;
		}
	names->names = memory_resized(names->names, (names->count + 2) * sizeof *names->names);
	names->names[names->count++] = name;
	names->names[names->count] = NULL;
}

static struct names
names_find(const char *directory)
{
	struct names names = { NULL, 0 };
	const char *shared;
	for (size_t i = 0; (shared = share_name(i)); i++)
		if (strncmp(shared, "banks/", 6) == 0)
			name_found(&names, shared + 6);
	char *path = memory_format("%s/banks", directory ? directory : "");
	DIR *own = directory && *directory ? opendir(path) : NULL;
	for (struct dirent *entry; own && (entry = readdir(own));)
		name_found(&names, entry->d_name);
	if (own)
		closedir(own);
	free(path);
	if (names.count > 1)
		qsort(names.names, names.count, sizeof *names.names, name_order);
	return names;
}

static void
names_release(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->names[i]);
	free(names->names);
}

/* The text of an own profile; NULL with a reason, or without one if there is no such file. */
static char *
own_text(const char *path, struct refusal *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO has nobody at its other end */
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? NULL : (refuse(why, "%s cannot be read: %s", path, strerror(errno)), NULL);
	struct stat status;
	char *text = memory(PROFILE_LARGEST + 1);
	ssize_t got = 0;
	size_t length = 0;
	bool regular = fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
	while (regular && length < PROFILE_LARGEST && ((got = read(fd, text + length, PROFILE_LARGEST - length)) > 0 || (got < 0 && errno == EINTR)))
		length += got > 0 ? (size_t)got : 0;
	if (!regular)
		refuse(why, "%s is not a file", path);
	else if (got < 0)
		refuse(why, "%s cannot be read: %s", path, strerror(errno));
	else if (length == PROFILE_LARGEST)
		refuse(why, "%s is too large for a profile", path);
	close(fd);
	text[length] = '\0';
	if (!*why->text)
		return text;
	free(text);
	return NULL;
}

static struct profile *
profile_load(const char *directory, const char *name, struct refusal *why)
{
	char *own = memory_format("%s/banks/%s.bank", directory ? directory : "", name), *shared = memory_format("banks/%s.bank", name);
	why->text[0] = '\0';
	char *text = directory && *directory ? own_text(own, why) : NULL;
	const char *found = text ? text + (strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0) : share_file(shared);
	struct profile *profile = *why->text || !found ? NULL : profile_parse(name, text ? own : shared, found, why);
	free(text);
	free(own);
	free(shared);
	return profile;
}

static char *
names_joined(const struct names *names)
{
	char *list = memory_text("");
	for (size_t i = 0; i < names->count; i++) {
		char *longer = memory_format("%s%s%s", list, i ? ", " : "", names->names[i]);
		free(list);
		list = longer;
	}
	return list;
}

char *
profiles_known(const char *directory)
{
	struct names names = names_find(directory);
	char *list = names_joined(&names);
	names_release(&names);
	return list;
}

static bool
refuse_unknown(const struct names *names, const char *bank, struct refusal *why)
{
	const char *closest = names->count ? text_closest(bank, (const char *const *)names->names) : NULL;
	char *list = names_joined(names);
	refuse(why, "unknown bank '%s'%s%s%s; there are camt.053, mt940, %s", bank, closest ? "; did you mean '" : "", closest ? closest : "",
	    closest ? "'?" : "", list);
	free(list);
	return false;
}

struct profile *
profiles_load(const struct bank_choice *choice, struct refusal *why)
{
	struct names names = names_find(choice->directory);
	const char *bank = choice->bank ? choice->bank : choice->columns ? "generic" : NULL;
	struct profile *first = NULL, **last = &first;
	bool good = true;
	for (size_t i = 0; good && i < names.count; i++) {
		if (bank && strcmp(bank, names.names[i]) != 0)
			continue;
		*last = profile_load(choice->directory, names.names[i], why);
		good = *last != NULL;
		if (good)
			last = &(*last)->next;
	}
	if (good && !first)
		good = refuse_unknown(&names, bank ? bank : "", why);
	if (good && choice->columns)
		good = profile_columns(first, choice->columns, why);
	names_release(&names);
	if (good)
		return first;
	profile_free(first);
	return NULL;
}
