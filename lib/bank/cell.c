/* Cells by what stands in them, and lists of such. */
#include "profile.h"

#include <balint/fatal.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_blank(char character)
{
	return character == ' ' || character == '\t' || character == '\r';
}

size_t
cell_key(const char *cell, size_t length, char key[KEY_SIZE])
{
	size_t used = 0;
	for (size_t i = 0; i < length && used < KEY_SIZE - 1; i++) {
		char c = cell[i];
		char small = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
		if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
			key[used++] = small;
		else if (used > 0 && key[used - 1] != ' ')
			key[used++] = ' ';
	}
	used -= used > 0 && key[used - 1] == ' ';
	key[used] = '\0';
	return used;
}

bool
cell_is(const struct cell_names *names, const char *key)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->names[i].key, key) == 0)
			return true;
	return false;
}

bool
cell_begins(const struct cell_names *names, const char *key, size_t *length)
{
	for (size_t i = 0; i < names->count; i++) {
		size_t size = strlen(names->names[i].key);
		if (strncmp(names->names[i].key, key, size) == 0 && (key[size] == '\0' || key[size] == ' ')) {
			*length = size;
			return true;
		}
	}
	return false;
}

static void
name_add(struct cell_names *names, const char *text, size_t length)
{
	names->names = memory_resized(names->names, (names->count + 1) * sizeof *names->names);
	struct cell_name *name = &names->names[names->count++];
	name->name = memory_format("%.*s", (int)length, text);
	cell_key(text, length, name->key);
	bool number = length > 0 && length < 5 && strspn(name->name, "0123456789") == length;
	name->number = number ? strtoul(name->name, NULL, 10) : 0;
}

bool
part_next(const char **text, const char *ends, const char **part, size_t *length)
{
	if (!*text)
		return false;
	size_t whole = strcspn(*text, ends);
	const char *first = *text, *last = first + whole;
	*text = *last ? last + 1 : NULL;
	while (first < last && is_blank(*first))
		first++;
	while (last > first && is_blank(last[-1]))
		last--;
	*part = first;
	*length = (size_t)(last - first);
	return true;
}

void
names_add(struct cell_names *names, const char *text, size_t size)
{
	char *copy = memory_format("%.*s", (int)size, text);
	const char *rest = copy, *part;
	size_t length;
	while (part_next(&rest, "|", &part, &length))
		if (length > 0)
			name_add(names, part, length);
	free(copy);
}

void
names_free(struct cell_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->names[i].name);
	free(names->names);
	*names = (struct cell_names){ 0 };
}
