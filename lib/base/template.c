#include <balint/fatal.h>
#include <balint/mustache.h>
#include <balint/share.h>
#include <balint/template.h>
#include <balint/text.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What was found for one rendering, to be freed after it. */
struct finder {
	const char *directory, *language;
	const char *ending; /* of the main template: ".html" */
	char **kept;
	size_t count;
};

static char *
keep(struct finder *finder, char *text)
{
	finder->kept = memory_resized(finder->kept, (finder->count + 1) * sizeof *finder->kept);
	return finder->kept[finder->count++] = text;
}

/* The text must be UTF-8 and without NUL. */
static bool
check_text(const char *file, const char *text, size_t length, struct refusal *why)
{
	size_t line = 1, column = 1;
	for (size_t left = length, size; left > 0; text += size, left -= size) {
		int codepoint;
		size = text_character(text, left, &codepoint);
		if (codepoint <= 0)
			return refuse(why, "%s:%zu:%zu: byte 0x%02x is not UTF-8 text", file, line, column, (unsigned char)*text);
		column++;
		if (codepoint == '\n')
			line++, column = 1;
	}
	return true;
}

/* All of a file; NULL with a reason. */
static char *
read_text(int fd, const char *file, struct refusal *why)
{
	struct stat status;
	if (fstat(fd, &status) == 0 && !S_ISREG(status.st_mode))
		return refuse(why, "%s is not a file", file), NULL;
	char *text = memory(TEMPLATE_LARGEST + 2);
	size_t length = 0;
	ssize_t got;
	while ((got = read(fd, text + length, TEMPLATE_LARGEST + 1 - length)) != 0) {
		if (got > 0)
			length += (size_t)got;
		else if (errno != EINTR)
			break;
	}
	text[length] = '\0';
	if (got < 0)
		refuse(why, "%s cannot be read: %s", file, strerror(errno));
	else if (length > TEMPLATE_LARGEST)
		refuse(why, "%s is larger than 1 MiB", file);
	else if (check_text(file, text, length, why))
		return text;
	free(text);
	return NULL;
}

/* Looks for the association's own file; `found` stays as it is where there is none. */
static bool
find_own(struct finder *finder, const char *path, struct mustache_template *found, struct refusal *why)
{
	char *file = keep(finder, memory_format("%s/%s", finder->directory, path));
	int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO has nobody at its other end */
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return true;
	if (fd < 0)
		return refuse(why, "%s cannot be read: %s", file, strerror(errno));
	char *text = read_text(fd, file, why);
	close(fd);
	if (!text)
		return false;
	keep(finder, text);
	*found = (struct mustache_template){ file, text + (strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0) };
	return true;
}

static bool
find(void *context, const char *name, struct mustache_template *found, struct refusal *why)
{
	struct finder *finder = context;
	const char *ending = strchr(name, '.') ? "" : finder->ending;
	const char *const paths[] = { keep(finder, memory_format("templates/%s/%s%s", finder->language, name, ending)),
		keep(finder, memory_format("templates/%s%s", name, ending)) };
	for (size_t i = 0; i < 2 && finder->directory && !found->text; i++)
		if (!find_own(finder, paths[i], found, why))
			return false;
	for (size_t i = 0; i < 2 && !found->text; i++)
		*found = (struct mustache_template){ paths[i], share_file(paths[i]) };
	return true;
}

static bool
check_directory(const char *directory, struct refusal *why)
{
	struct stat status;
	int error = !directory ? 0 : stat(directory, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
	if (!error)
		return true;
	return refuse(why, "the setting directory is '%s': %s; to do without it: balint-group set directory=", directory, strerror(error));
}

bool
template_render(struct sink *sink, const char *directory, const char *language, const char *name, const struct tree *data, struct refusal *why)
{
	struct finder finder = { directory, language, strrchr(name, '.'), NULL, 0 };
	struct mustache_template main = { NULL, NULL };
	struct mustache_mode mode = { strcmp(finder.ending, ".html") == 0, find, &finder };
	bool good = check_directory(directory, why) && find(&finder, name, &main, why);
	if (good && !main.text)
		good = refuse(why, "there is no template %s", name);
	good = good && mustache_render(sink, &main, data, &mode, why);
	for (size_t i = 0; i < finder.count; i++)
		free(finder.kept[i]);
	free(finder.kept);
	return good;
}
