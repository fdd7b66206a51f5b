/* Lines of a file before anything is known of it. */
#include "header.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct split *
split_open(int fd)
{
	struct split *split = memory(sizeof *split);
	int own = dup(fd);
	split->file = own >= 0 ? fdopen(own, "r") : NULL;
	if (!split->file)
		fatal(REFUSED, "a file cannot be opened twice; nothing was changed");
	rewind(split->file);
	split->next = 0;
	split->number = 0;
	return split;
}

void
split_close(struct split *split)
{
	fclose(split->file);
	free(split);
}

bool
split_next(struct split *split)
{
	split->start = split->next;
	split->length = 0;
	split->number++;
	int byte;
	while ((byte = getc_unlocked(split->file)) != EOF && byte != '\n' && byte != '\r') {
		split->next++;
		if (split->length < LINE_MOST)
			split->bytes[split->length++] = (char)byte;
	}
	bool more = byte != EOF || split->next > split->start;
	split->next += byte != EOF;
	if (byte == '\r' && (byte = getc_unlocked(split->file)) != EOF) {
		split->next += byte == '\n';
		if (byte != '\n')
			ungetc(byte, split->file);
	}
	if (split->number == 1 && split->length >= 3 && memcmp(split->bytes, "\xef\xbb\xbf", 3) == 0) {
		split->length -= 3;
		memmove(split->bytes, split->bytes + 3, split->length);
	}
	return more;
}

/* The end of the cell that begins there; a separator in quotation marks does not end it. */
static const char *
cell_end(const char *at, const char *end, char separator)
{
	if (at < end && *at == '"') {
		at++;
		while (at < end && (*at != '"' || (at + 1 < end && at[1] == '"')))
			at += *at == '"' ? 2 : 1;
	}
	while (at < end && *at != separator)
		at++;
	return at < end ? at : end;
}

static bool
is_around(char character)
{
	return character == ' ' || character == '"' || character == '\t';
}

void
split_cells(struct split *split, char separator)
{
	const char *at = split->bytes, *end = at + split->length;
	split->count = 0;
	while (split->count < CELLS_MOST) {
		const char *stop = cell_end(at, end, separator), *first = at, *last = stop;
		while (first < last && is_around(*first))
			first++;
		while (last > first && is_around(last[-1]))
			last--;
		split->cells[split->count].text = first;
		split->cells[split->count++].length = (size_t)(last - first);
		if (stop == end)
			break;
		at = stop + 1;
	}
}
