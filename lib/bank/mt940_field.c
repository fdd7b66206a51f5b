#include "mt940.h"

#include <stdio.h>
#include <string.h>

void
mt940_field_begin(struct mt940_field *field, const char *tag, size_t line)
{
	snprintf(field->tag, sizeof field->tag, "%s", tag);
	field->line = line;
	field->count = field->used = 0;
	field->over = false;
}

void
mt940_field_add(struct mt940_field *field, const char *line)
{
	size_t size = strlen(line) + 1;
	if (field->count == MT940_LINES || field->used + size > MT940_FIELD) {
		field->over = true;
		return;
	}
	field->starts[field->count++] = field->used;
	memcpy(field->bytes + field->used, line, size);
	field->used += size;
}

bool
mt940_field_tag(const char *line, char tag[4], const char **value)
{
	size_t length = line[0] == ':' ? strspn(line + 1, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
	if (length < 2 || length > 3 || line[length + 1] != ':')
		return false;
	snprintf(tag, 4, "%.*s", (int)length, line + 1);
	*value = line + length + 2;
	return true;
}

bool
mt940_field_is_single(const struct mt940_field *field)
{
	static const char *const single[] = { "20", "25", "28", "28C", "60F", "60M", "62F", "62M" };
	for (size_t i = 0; i < sizeof single / sizeof single[0]; i++)
		if (strcmp(field->tag, single[i]) == 0)
			return true;
	return false;
}

/* Whether the field begins on one of the lines, or right behind the envelope. */
static bool
has_field(const char *bytes, size_t length, const char *tag)
{
	size_t size = strlen(tag);
	for (const char *at = bytes; (at = memmem(at, length - (size_t)(at - bytes), tag, size)) != NULL; at++)
		if (at == bytes || strchr("\n:\xbf", at[-1]))
			return true;
	return false;
}

bool
mt940_recognised(const char *bytes, size_t length)
{
	return has_field(bytes, length, ":20:") && has_field(bytes, length, ":25");
}
