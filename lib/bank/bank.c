#include "internal.h"

#include "sheet.h"

#include <balint/csv.h>
#include <balint/fatal.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BEGINNING = 4096, PIECE = 65536 };

/* The readers other than that of CSV. */
static const struct reader {
	const char *name;
	bool (*recognised)(const char *bytes, size_t length);
	bool (*read)(int fd, const char *name, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why);
} readers[] = {
	{ "camt.053", camt_recognised, camt_read },
	{ "mt940", mt940_recognised, mt940_read },
	{ NULL, NULL, NULL },
};

/* One reading: what it hands over is counted on the way. */
struct count {
	const struct bank_reading *reading;
	struct bank_facts *facts;
	size_t faults;
	bool overflow;
};

static void
count_line(void *context, const struct bank_line *line)
{
	struct count *count = context;
	struct bank_facts *facts = count->facts;
	facts->lines++;
	facts->pending += line->pending;
	facts->credits += !line->pending && line->amount > 0;
	facts->debits += !line->pending && line->amount < 0;
	if (!line->pending) {
		cents *sum = line->amount > 0 ? &facts->in : &facts->out;
		count->overflow |= __builtin_add_overflow(*sum, line->amount > 0 ? line->amount : -line->amount, sum);
		if (!date_given(facts->first) || line->booked.day < facts->first.day)
			facts->first = line->booked;
		if (!date_given(facts->last) || line->booked.day > facts->last.day)
			facts->last = line->booked;
	}
	count->reading->take(count->reading->context, line);
}

static void
count_fault(void *context, size_t line, size_t column, const char *what)
{
	struct count *count = context;
	count->faults++;
	count->reading->complain(count->reading->context, line, column, what);
}

static bool
refuse_unread(const char *name, struct refusal *why)
{
	return refuse(why, "%s cannot be read: %s", name, system_error(errno));
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

/* Copies what may be readable once only into a file without a name, never into memory. Its descriptor, or -1. */
static int
spool(int from)
{
	FILE *file = tmpfile();
	char bytes[PIECE];
	ssize_t got = -1;
	while (file && (got = read_some(from, bytes, sizeof bytes)) > 0)
		if (fwrite(bytes, 1, (size_t)got, file) != (size_t)got)
			break;
	int fd = file && got == 0 && fflush(file) == 0 ? dup(fileno(file)) : -1;
	int error = errno;
	if (file)
		fclose(file);
	errno = error;
	return fd;
}

/* A descriptor that can be read again and again; -1 with a reason. */
static int
file_open(const char *path, const char *name, struct refusal *why)
{
	bool input = strcmp(path, "-") == 0;
	struct stat status;
	int fd = input ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
	bool good = fd >= 0 && fstat(fd, &status) == 0;
	if (good && S_ISDIR(status.st_mode)) {
		errno = EISDIR;
		good = false;
	} else if (good && !S_ISREG(status.st_mode)) {
		int copy = spool(fd);
		good = copy >= 0;
		close(fd);
		fd = copy;
	}
	if (good)
		return fd;
	refuse_unread(name, why);
	if (fd >= 0)
		close(fd);
	return -1;
}

static bool
check_foreign(const char *name, const char *bytes, size_t length, struct refusal *why)
{
	const char *what = csv_foreign(bytes, length);
	return !what || refuse(why, "%s is %s; save it as CSV (UTF-8), or download camt.053", name, what);
}

/* The reader that was chosen by name or knows the file; NULL: it is CSV. */
static const struct reader *
reader_find(const struct bank_choice *choice, const char *bytes, size_t length)
{
	for (const struct reader *reader = readers; reader->name; reader++)
		if (choice->bank ? strcmp(choice->bank, reader->name) == 0 : !choice->columns && reader->recognised(bytes, length))
			return reader;
	return NULL;
}

static bool
is_blank(const char *bytes, size_t length)
{
	size_t at = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	while (at < length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n'))
		at++;
	return at == length && length < BEGINNING;
}

static bool
file_read(int fd, const char *name, const struct bank_choice *choice, const struct bank_reading *reading, struct bank_facts *facts,
    struct refusal *why)
{
	char bytes[BEGINNING];
	ssize_t length = pread(fd, bytes, sizeof bytes, 0);
	if (length < 0)
		return refuse_unread(name, why);
	if (is_blank(bytes, (size_t)length))
		return refuse(why, "%s is empty; download the list of movements again", name);
	const struct reader *reader = reader_find(choice, bytes, (size_t)length);
	if (lseek(fd, 0, SEEK_SET) != 0)
		return refuse_unread(name, why);
	if (!reader)
		return check_foreign(name, bytes, (size_t)length, why) && sheet_read(fd, name, choice, reading, facts, why);
	if (choice->columns)
		return refuse(why, "--columns says what the columns of a CSV file hold; it does not go with --bank %s", choice->bank);
	return reader->read(fd, name, reading, facts, why);
}

/* Where the file says both balances, what it lists must lead from one to the other. */
static bool
check_balances(const struct bank_facts *facts, const char *name, struct refusal *why)
{
	char opening[MONEY_TEXT], in[MONEY_TEXT], out[MONEY_TEXT], closing[MONEY_TEXT], missing[MONEY_TEXT];
	if (facts->opening == CENTS_NONE || facts->closing == CENTS_NONE)
		return true;
	cents away = facts->closing - (facts->opening + facts->in - facts->out);
	if (away == 0)
		return true;
	return refuse(why, "%s does not add up: %s at first, %s in and %s out do not make %s but %s %s; download the whole list of movements again", name,
	    money_write(facts->opening, opening), money_write(facts->in, in), money_write(facts->out, out), money_write(facts->closing, closing),
	    money_write(away < 0 ? -away : away, missing), away < 0 ? "more" : "less");
}

bool
bank_read(const char *path, const struct bank_choice *choice, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why)
{
	const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
	struct count count = { reading, facts, 0, false };
	struct bank_reading counting = { count_line, count_fault, &count };
	*facts = (struct bank_facts){ .first = DATE_NONE, .last = DATE_NONE, .opening = CENTS_NONE, .closing = CENTS_NONE };
	why->text[0] = '\0';
	int fd = file_open(path, name, why);
	if (fd < 0)
		return false;
	bool good = file_read(fd, name, choice, &counting, facts, why);
	close(fd);
	if (good && count.overflow)
		good = refuse(why, "%s adds up to more than can be counted", name);
	if (good && count.faults == 0)
		return check_balances(facts, name, why);
	if (good)
		why->text[0] = '\0';
	return false;
}
