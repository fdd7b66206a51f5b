#include "frame.h"

#include <stdlib.h>
#include <string.h>

bool
split_columns(const char *all, char **printed, char **mapping)
{
	if (!all || !strchr(all, '='))
		return false;
	for (size_t length; *all; all += length + (all[length] == ',')) {
		length = strcspn(all, ",");
		char **list = memchr(all, '=', length) ? mapping : printed;
		char *longer = memory_format("%s%s%.*s", *list ? *list : "", *list ? "," : "", (int)length, all);
		free(*list);
		*list = longer;
	}
	return true;
}
