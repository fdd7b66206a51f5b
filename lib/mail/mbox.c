/*
 * At the end of an mbox (mboxrd: a `>` goes before any line that begins with `From `, or with `>`s and that), behind a lock of
 * fcntl(2), as mail readers take it; or as an mbox on standard output.
 */
#include "ways.h"

#include <balint/clock.h>
#include <balint/sink.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WAIT_MILLISECONDS = 10000, NAP_MILLISECONDS = 20 };

/* The message as it stands in an mbox, from the line `From sender date` (in UTC) to the empty line behind it. */
static void
write_entry(struct sink *sink, const struct message *message)
{
	char stamp[CLOCK_STAMP], date[32];
	struct tm tm = { 0 };
	strptime(clock_stamp(stamp), "%Y-%m-%dT%H:%M:%SZ", &tm);
	sink_format(sink, "From %s %s", message->sender, asctime_r(&tm, date));
	const char *end = message->bytes + message->size;
	for (const char *line = message->bytes, *next; line < end; line = next) {
		const char *feed = memchr(line, '\n', (size_t)(end - line)), *text = line;
		next = feed ? feed + 1 : end;
		while (text < next && *text == '>')
			text++;
		if (next - text >= 5 && memcmp(text, "From ", 5) == 0)
			sink_char(sink, '>');
		sink_bytes(sink, line, (size_t)(next - line));
	}
	sink_text(sink, end > message->bytes && end[-1] == '\n' ? "\n" : "\n\n");
}

/* Opens the file, made if it is not there; -1 with errno. */
static int
open_file(const char *file)
{
	static const int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOCTTY;
	int fd = open(file, flags | O_CREAT | O_EXCL, 0600);
	if (fd < 0)
		return errno == EEXIST ? open(file, flags) : -1;
	if (fchmod(fd, 0600) == 0 && file_sync_parent(file))
		return fd;
	int error = errno;
	close(fd);
	errno = error;
	return -1;
}

/* Whether the file is still the one of that name: whoever had the lock may have put another in its place, or none. */
static bool
is_in_place(int fd, const char *file)
{
	struct stat opened, named;
	return fstat(fd, &opened) == 0 && stat(file, &named) == 0 && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

static bool
is_file(int fd)
{
	struct stat now;
	return fstat(fd, &now) == 0 && S_ISREG(now.st_mode);
}

/* Opens the file of that name behind a lock, when nobody else has it; -1 with a reason. */
static int
open_locked(const char *file, struct refusal *why)
{
	static const struct timespec nap = { .tv_nsec = NAP_MILLISECONDS * 1000000 };
	for (int naps = 0; naps < WAIT_MILLISECONDS / NAP_MILLISECONDS; naps++) {
		struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
		int fd = open_file(file);
		if (fd < 0)
			return way_closed(why, file), -1;
		if (!is_file(fd))
			return refuse(why, "%s: an mbox is a file; for standard output, say --via -", file), close(fd), -1;
		bool locked = fcntl(fd, F_OFD_SETLK, &whole) == 0;
		if (locked && is_in_place(fd, file))
			return fd;
		if (!locked && errno != EAGAIN)
			return way_closed(why, file), close(fd), -1;
		close(fd);
		nanosleep(&nap, NULL);
	}
	return refuse(why, "%s is locked by another program", file), -1;
}

/* What the end lacks of an empty line, which goes between two messages. */
static const char *
lacking(int fd, off_t size)
{
	char last[2];
	if (size == 0)
		return "";
	if (size == 1 || pread(fd, last, 2, size - 2) != 2 || last[1] != '\n')
		return "\n\n";
	return last[0] == '\n' ? "" : "\n";
}

/* Puts it at the end; what could not be written whole is taken back. */
static bool
append(int fd, const struct message *message)
{
	struct stat now;
	struct sink sink;
	if (fstat(fd, &now) != 0)
		return false;
	sink_init(&sink, -1);
	sink_hold(&sink);
	sink_text(&sink, lacking(fd, now.st_size));
	write_entry(&sink, message);
	bool good = file_write(fd, sink.buffer, sink.used) && file_sync(fd);
	int error = errno;
	if (!good && ftruncate(fd, now.st_size) == 0)
		file_sync(fd);
	sink_release(&sink);
	errno = error;
	return good;
}

enum handed
mbox_take(const char *file, const struct message *message, struct refusal *why)
{
	int fd = open_locked(file, why);
	if (fd < 0)
		return MAIL_CLOSED;
	enum handed handed = append(fd, message) ? MAIL_SENT : way_closed(why, file);
	close(fd);
	return handed;
}

enum handed
output_take(const struct message *message, struct refusal *why)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	write_entry(&sink, message);
	enum handed handed = file_write(STDOUT_FILENO, sink.buffer, sink.used) ? MAIL_SENT : way_closed(why, "standard output");
	sink_release(&sink);
	return handed;
}
