#include <balint/hours.h>

#include <inttypes.h>
#include <stdio.h>

char *
hours_write(int64_t minutes, char text[HOURS_TEXT])
{
	if (minutes < 60)
		snprintf(text, HOURS_TEXT, "%" PRId64 " min", minutes);
	else if (minutes % 60 == 0)
		snprintf(text, HOURS_TEXT, "%" PRId64 " h", minutes / 60);
	else
		snprintf(text, HOURS_TEXT, "%" PRId64 " h %" PRId64 " min", minutes / 60, minutes % 60);
	return text;
}
