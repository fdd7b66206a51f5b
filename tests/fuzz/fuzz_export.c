/* Exports of a store: whatever a line holds, it is refused with a reason or read; then its texts are whole and have no NUL. */
#include "fuzz.h"

#include "../../lib/store/export_line.h"

static void
check_object(const struct object *object)
{
	for (size_t i = 0; i < object->count; i++) {
		const struct field *field = &object->fields[i];
		EXPECT(strlen(field->name) <= LINE_MOST, "a name without an end");
		EXPECT(object_find(object, field->name) == field, "'%s' is there twice", field->name);
		EXPECT(field->kind != FIELD_TEXT || !memchr(field->text, '\0', field->length), "a NUL in '%s'", field->name);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char path[64];
	int fd = fuzz_file(bytes, size, path);
	struct export_lines lines;
	struct refusal why = { "" };
	size_t length, taken = 0;
	lseek(fd, 0, SEEK_SET);
	export_lines_init(&lines, fd, "fuzz", NULL);
	for (char *line; (line = export_lines_next(&lines, &length, &why));) {
		struct object object;
		taken += length + 1;
		EXPECT(!memchr(line, '\n', length) && line[length] == '\0', "line %zu does not end where it does", lines.number);
		if (object_parse(line, length, &object, &why))
			check_object(&object);
		else
			EXPECT(*why.text, "line %zu is refused without a reason", lines.number);
	}
	EXPECT(taken == size || taken == size + 1, "%zu of %zu bytes", taken, size);
	export_lines_release(&lines);
	close(fd);
	return 0;
}
