#include "share_file.h"

#include <balint/share.h>

#include <stddef.h>
#include <string.h>

const char *
share_file(const char *name)
{
	for (const struct share_file *file = share_files; file->name; file++)
		if (strcmp(file->name, name) == 0)
			return file->text;
	return NULL;
}

const char *
share_name(size_t index)
{
	return share_files[index].name;
}
