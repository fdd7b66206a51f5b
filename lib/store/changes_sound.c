/* Whether bytes are a change set (sqlite.org/session/changegroup.html): of those of a damaged file SQLite may read one for ever. */
#include "changes.h"

#include <string.h>

enum { COLUMNS_MOST = 63, UNDEFINED = 0 };

struct bytes {
	const unsigned char *at, *end;
	bool good;
};

/* So many bytes that must be there; the first of them. */
static const unsigned char *
take(struct bytes *bytes, uint64_t count)
{
	static const unsigned char none[1];
	if (!bytes->good || count > (uint64_t)(bytes->end - bytes->at)) {
		bytes->good = false;
		return none;
	}
	bytes->at += count;
	return bytes->at - count;
}

/* SQLite's integer: seven bits a byte, the highest first, while the eighth bit is set; a ninth byte has all its bits. */
static uint64_t
take_number(struct bytes *bytes)
{
	uint64_t number = 0;
	for (int i = 0; i < 8; i++) {
		unsigned char byte = *take(bytes, 1);
		number = number << 7 | (byte & 0x7fu);
		if (!(byte & 0x80u))
			return number;
	}
	return number << 8 | *take(bytes, 1);
}

static void
take_record(struct bytes *bytes, uint64_t columns)
{
	for (uint64_t i = 0; i < columns && bytes->good; i++) {
		switch (*take(bytes, 1)) {
		case UNDEFINED:
		case SQLITE_NULL: break;
		case SQLITE_INTEGER:
		case SQLITE_FLOAT: take(bytes, 8); break;
		case SQLITE_TEXT:
		case SQLITE_BLOB: take(bytes, take_number(bytes)); break;
		default: bytes->good = false;
		}
	}
}

/* A table: how many columns, which of them are the key, its name. */
static uint64_t
take_table(struct bytes *bytes)
{
	uint64_t columns = take_number(bytes);
	bytes->good = bytes->good && columns >= 1 && columns <= COLUMNS_MOST;
	take(bytes, columns);
	const unsigned char *name = bytes->at, *end = bytes->good ? memchr(name, '\0', (size_t)(bytes->end - name)) : NULL;
	bytes->good = end != NULL;
	take(bytes, end ? (uint64_t)(end - name) + 1 : 0);
	return columns;
}

bool
changes_sound(const void *start, size_t size)
{
	struct bytes bytes = { start, (const unsigned char *)start + size, true };
	uint64_t columns = 0;
	while (bytes.good && bytes.at < bytes.end) {
		unsigned char operation = *take(&bytes, 1);
		if (operation == 'T') {
			columns = take_table(&bytes);
			continue;
		}
		bytes.good = columns > 0 && (operation == SQLITE_INSERT || operation == SQLITE_UPDATE || operation == SQLITE_DELETE);
		take(&bytes, 1); /* whether a trigger did it */
		take_record(&bytes, columns);
		if (operation == SQLITE_UPDATE)
			take_record(&bytes, columns);
	}
	return bytes.good;
}
