#include <balint/data_file.h>
#include <balint/fatal.h>
#include <balint/share.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool
data_directory_check(const char *directory, struct refusal *why)
{
	struct stat status;
	int error = !directory ? 0 : stat(directory, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
	if (!error)
		return true;
	return refuse(why, "the setting directory is '%s': %s; to do without it: balint-group set directory=", directory, system_error(error));
}

static int
name_order(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds what stands before the ending, unless it is there or no name. */
static void
name_found(struct data_names *names, const char *ending, const char *file)
{
	struct refusal unasked;
	size_t length = strlen(file), tail = strlen(ending);
	if (length <= tail || strcmp(file + length - tail, ending) != 0)
		return;
	char *name = memory_format("%.*s", (int)(length - tail), file);
	bool wanted = text_is_handle(name, &unasked);
	for (size_t i = 0; wanted && i < names->count; i++)
		wanted = strcmp(names->names[i], name) != 0;
	if (!wanted) {
		free(name);
		return;
	}
	names->names = memory_resized(names->names, (names->count + 2) * sizeof *names->names);
	names->names[names->count++] = name;
	names->names[names->count] = NULL;
}

/* The association's own folder of that kind: NULL if there is none. */
static bool
open_own(const char *directory, const struct data_kind *kind, DIR **own, struct refusal *why)
{
	char *path = memory_format("%s/%s", directory, kind->folder);
	*own = opendir(path);
	bool good = *own || errno == ENOENT || errno == ENOTDIR || refuse(why, "%s cannot be read: %s", path, system_error(errno));
	free(path);
	return good;
}

bool
data_names_find(const char *directory, const struct data_kind *kind, struct data_names *names, struct refusal *why)
{
	DIR *own = NULL;
	const char *shared;
	size_t folder = strlen(kind->folder);
	*names = (struct data_names){ NULL, 0 };
	if (!data_directory_check(directory, why) || (directory && !open_own(directory, kind, &own, why)))
		return false;
	for (size_t i = 0; (shared = share_name(i)); i++)
		if (strncmp(shared, kind->folder, folder) == 0 && shared[folder] == '/')
			name_found(names, kind->ending, shared + folder + 1);
	for (struct dirent *entry; own && (entry = readdir(own));)
		name_found(names, kind->ending, entry->d_name);
	if (own)
		closedir(own);
	if (names->count > 1)
		qsort(names->names, names->count, sizeof *names->names, name_order);
	return true;
}

void
data_names_release(struct data_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->names[i]);
	free(names->names);
}

bool
data_name_refuse(const char *directory, const struct data_kind *kind, const char *name, struct refusal *why)
{
	struct data_names names;
	if (!data_names_find(directory, kind, &names, why))
		return false;
	const char *closest = names.count ? text_closest(name, (const char *const *)names.names) : NULL;
	char *list = data_names_joined(&names);
	const char *comma = kind->others ? ", " : "", *others = kind->others ? kind->others : "";
	if (closest)
		refuse(why, "%s: unknown '%s'; did you mean '%s'?; there are %s%s%s", kind->noun, name, closest, list, comma, others);
	else
		refuse(why, "%s: unknown '%s'; there are %s%s%s", kind->noun, name, list, comma, others);
	free(list);
	data_names_release(&names);
	return false;
}

char *
data_names_joined(const struct data_names *names)
{
	char *list = memory_text("");
	for (size_t i = 0; i < names->count; i++) {
		char *longer = memory_format("%s%s%s", list, i ? ", " : "", names->names[i]);
		free(list);
		list = longer;
	}
	return list;
}

/* The text must be UTF-8 and without NUL. */
static bool
check_text(const char *path, const char *text, size_t length, struct refusal *why)
{
	size_t line = 1, column = 1;
	for (size_t left = length, size; left > 0; text += size, left -= size) {
		int codepoint;
		size = text_character(text, left, &codepoint);
		if (codepoint <= 0)
			return refuse(why, "%s:%zu:%zu: byte 0x%02x is not UTF-8 text", path, line, column, (unsigned char)*text);
		column++;
		if (codepoint == '\n')
			line++, column = 1;
	}
	return true;
}

/* All of a file, without a byte order mark; NULL with a reason. */
static char *
read_text(int fd, const char *path, struct refusal *why)
{
	struct stat status;
	if (fstat(fd, &status) == 0 && !S_ISREG(status.st_mode))
		return refuse(why, "%s is not a file", path), NULL;
	char *bytes = memory(DATA_FILE_LARGEST + 2), *text = NULL;
	size_t length = 0;
	ssize_t got;
	while ((got = read(fd, bytes + length, DATA_FILE_LARGEST + 1 - length)) > 0 || (got < 0 && errno == EINTR))
		length += got > 0 ? (size_t)got : 0;
	bytes[length] = '\0';
	if (got < 0)
		refuse(why, "%s cannot be read: %s", path, system_error(errno));
	else if (length > DATA_FILE_LARGEST)
		refuse(why, "%s is larger than 1 MiB", path);
	else if (check_text(path, bytes, length, why))
		text = memory_text(bytes + (strncmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0));
	free(bytes);
	return text;
}

bool
data_text_read(const char *path, char **text, struct refusal *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO has nobody at its other end */
	*text = NULL;
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR || refuse(why, "%s cannot be read: %s", path, system_error(errno));
	*text = read_text(fd, path, why);
	close(fd);
	return *text != NULL;
}

bool
data_file_read(const char *directory, const struct data_kind *kind, const char *name, struct data_file *file, struct refusal *why)
{
	struct refusal unasked;
	*file = (struct data_file){ NULL, NULL };
	if (!data_directory_check(directory, why))
		return false;
	if (!text_is_handle(name, &unasked))
		return true;
	if (directory) {
		file->path = memory_format("%s/%s/%s%s", directory, kind->folder, name, kind->ending);
		if (!data_text_read(file->path, &file->text, why) || file->text)
			return file->text != NULL;
		free(file->path);
	}
	file->path = memory_format("%s/%s%s", kind->folder, name, kind->ending);
	const char *shared = share_file(file->path);
	file->text = shared ? memory_text(shared) : NULL;
	return true;
}

void
data_file_release(struct data_file *file)
{
	free(file->path);
	free(file->text);
}

/* One line without its end, which is cut up. */
static bool
take_line(char *line, int number, data_line_taker *take, void *context, struct refusal *why)
{
	size_t length = strlen(line);
	while (length > 0 && strchr(" \t\r", line[length - 1]))
		line[--length] = '\0';
	line += strspn(line, " \t");
	if (!*line || *line == '#')
		return true;
	char *value = line + strcspn(line, " \t");
	if (*value) {
		*value++ = '\0';
		value += strspn(value, " \t");
	}
	return take(context, number, line, value, why);
}

bool
data_lines_read(const char *where, const char *text, data_line_taker *take, void *context, struct refusal *why)
{
	bool good = true;
	for (int number = 1; good && *text; number++) {
		size_t length = strcspn(text, "\n");
		char *line = memory_format("%.*s", (int)length, text);
		good = take_line(line, number, take, context, why) || data_line_refuse(where, number, why);
		free(line);
		text += length + (text[length] == '\n');
	}
	return good;
}

bool
data_line_refuse(const char *where, int line, struct refusal *why)
{
	char *place = line ? memory_format("%s:%d", where, line) : memory_text(where);
	refuse_within(why, place);
	free(place);
	return false;
}
