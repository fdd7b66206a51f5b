#include "csv_source.h"

#include <balint/csv.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
source_refuse(const struct csv_source *source, struct refusal *why)
{
	return refuse(why, "%s cannot be read: %s", source->path, system_error(errno));
}

static ssize_t
read_some(int fd, char *bytes, size_t size)
{
	ssize_t got;
	do
		got = read(fd, bytes, size);
	while (got < 0 && errno == EINTR);
	return got;
}

/* The length of the beginning that is UTF-8; a character cut by the end is not part of it. */
static size_t
sound_length(const char *bytes, size_t length)
{
	size_t done = 0;
	while (done < length) {
		int codepoint = 0;
		size_t size = 1;
		if ((unsigned char)bytes[done] >= 0x80)
			size = text_character(bytes + done, length - done, &codepoint);
		if (codepoint < 0)
			break;
		done += size;
	}
	return done;
}

/* Reads everything once: whether it is UTF-8, and into the spool where there is one. */
static bool
source_survey(struct csv_source *source, int from, bool *sound)
{
	size_t kept = 0;
	ssize_t got;
	*sound = true;
	while ((got = read_some(from, source->bytes + kept, CSV_PIECE - kept)) > 0) {
		if (source->spool && fwrite(source->bytes + kept, 1, (size_t)got, source->spool) != (size_t)got)
			return false;
		kept += (size_t)got;
		size_t whole = *sound ? sound_length(source->bytes, kept) : kept;
		kept -= whole;
		memmove(source->bytes, source->bytes + whole, kept);
		if (kept > 3) /* more than a cut character */
			*sound = false, kept = 0;
	}
	*sound = *sound && kept == 0;
	return got == 0 && (!source->spool || fflush(source->spool) == 0);
}

/* Whatever is no regular file is spooled: it may be readable once only. */
static bool
source_begin(struct csv_source *source, int from, bool *sound)
{
	struct stat status;
	if (fstat(from, &status) != 0)
		return false;
	source->fd = from;
	if (S_ISREG(status.st_mode)) {
		source->start = lseek(from, 0, SEEK_CUR);
		return source->start >= 0 && source_survey(source, from, sound);
	}
	source->spool = tmpfile();
	if (!source->spool)
		return false;
	source->fd = fileno(source->spool);
	bool read = source_survey(source, from, sound);
	if (!source->borrowed)
		close(from);
	return read;
}

/* Finds out what the bytes are, unless it was said: a byte order mark says UTF-8 even where they are not. */
static bool
source_charset(struct csv_source *source, const char *said, bool sound, struct refusal *why)
{
	bool marked = source->used >= 3 && memcmp(source->bytes, "\xef\xbb\xbf", 3) == 0;
	bool other = said && !marked && strcmp(said, "UTF-8") != 0;
	source->at = marked ? 3 : 0;
	if (sound && !other)
		return true;
	const char *charset = marked ? "UTF-8" : said ? said : "WINDOWS-1252";
	source->converter = iconv_open("UTF-8", charset);
	if (source->converter == (iconv_t)-1)
		return source_refuse(source, why);
	source->charset = charset;
	return true;
}

const char *
csv_foreign(const char *bytes, size_t length)
{
	static const struct {
		const char *beginning;
		size_t length;
		const char *what;
	} foreign[] = {
		{ "PK\3\4", 4, N_("a spreadsheet or an archive") },
		{ "\xd0\xcf\x11\xe0", 4, N_("an old spreadsheet") },
		{ "%PDF", 4, N_("a PDF") },
		{ "<html", 5, N_("a web page") },
		{ "<HTML", 5, N_("a web page") },
		{ "<table", 6, N_("a web page") },
		{ "\xff\xfe", 2, "UTF-16" },
		{ "\xfe\xff", 2, "UTF-16" },
	};
	for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
		if (length >= foreign[i].length && memcmp(bytes, foreign[i].beginning, foreign[i].length) == 0)
			return translated(foreign[i].what);
	return NULL;
}

static bool
source_open(struct csv_source *source, const char *charset, struct refusal *why)
{
	bool sound = true;
	source->spool = NULL;
	source->charset = NULL;
	source->start = 0;
	source->used = source->at = 0;
	if (source->fd < 0)
		return source_refuse(source, why);
	bool begun = source_begin(source, source->fd, &sound) || source_refuse(source, why);
	if (begun && csv_source_fill(source, why) && source_charset(source, charset, sound, why))
		return true;
	csv_source_close(source);
	return false;
}

bool
csv_source_open(struct csv_source *source, const char *path, struct refusal *why)
{
	bool input = strcmp(path, "-") == 0;
	source->path = input ? "standard input" : path;
	source->borrowed = input;
	source->fd = input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	return source_open(source, NULL, why);
}

bool
csv_source_borrow(struct csv_source *source, int fd, const char *name, const char *charset, struct refusal *why)
{
	source->path = name;
	source->borrowed = true;
	source->fd = fd;
	if (lseek(fd, 0, SEEK_SET) != 0)
		return source_refuse(source, why);
	return source_open(source, charset, why);
}

void
csv_source_close(struct csv_source *source)
{
	if (source->spool)
		fclose(source->spool);
	else if (source->fd >= 0 && !source->borrowed)
		close(source->fd);
	if (source->charset)
		iconv_close(source->converter);
	source->fd = -1;
	source->spool = NULL;
	source->charset = NULL;
}

bool
csv_source_fill(struct csv_source *source, struct refusal *why)
{
	if (source->at < source->used)
		return true;
	source->start += (off_t)source->used;
	source->used = source->at = 0;
	while (source->used < CSV_PIECE) {
		ssize_t got = pread(source->fd, source->bytes + source->used, CSV_PIECE - source->used, source->start + (off_t)source->used);
		if (got < 0 && errno != EINTR)
			return source_refuse(source, why);
		if (got == 0)
			break;
		source->used += got > 0 ? (size_t)got : 0;
	}
	return true;
}

char
csv_source_separator(const struct csv_source *source)
{
	static const char separators[] = { ',', ';', '\t' };
	size_t counts[sizeof separators] = { 0 }, best = 0;
	bool quoted = false, begun = false;
	for (size_t i = source->at; i < source->used; i++) {
		char byte = source->bytes[i];
		bool end = byte == '\n' || byte == '\r';
		if (end && begun && !quoted)
			break;
		begun |= !end && byte != ' ';
		quoted ^= byte == '"';
		for (size_t k = 0; k < sizeof separators && !quoted; k++)
			counts[k] += byte == separators[k];
	}
	for (size_t k = 1; k < sizeof separators; k++)
		best = counts[k] > counts[best] ? k : best;
	return separators[best];
}

static bool
is_ascii(const char *bytes, size_t length)
{
	unsigned char all = 0;
	for (size_t i = 0; i < length; i++)
		all |= (unsigned char)bytes[i];
	return all < 0x80;
}

ssize_t
csv_source_text(const struct csv_source *source, char *bytes, size_t length, char *text, size_t room)
{
	if (!source->charset || is_ascii(bytes, length)) {
		if (length > room)
			return errno = E2BIG, -1;
		memcpy(text, bytes, length);
		return (ssize_t)length;
	}
	if (strcmp(source->charset, "UTF-8") == 0 && sound_length(bytes, length) < length) /* glibc lets U+110000 pass */
		return errno = EILSEQ, -1;
	char *end = text;
	iconv(source->converter, NULL, NULL, NULL, NULL);
	if (iconv(source->converter, &bytes, &length, &end, &room) == (size_t)-1)
		return -1;
	return end - text;
}

off_t
csv_source_offset(const struct csv_source *source)
{
	return source->start + (off_t)source->at;
}

void
csv_source_seek(struct csv_source *source, off_t offset)
{
	bool here = offset >= source->start && offset <= source->start + (off_t)source->used;
	if (!here) {
		source->start = offset;
		source->used = 0;
	}
	source->at = here ? (size_t)(offset - source->start) : 0;
}
