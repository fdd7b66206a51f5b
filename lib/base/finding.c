#include <balint/finding.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define ROW struct finding
static const struct column columns[] = {
	TEXT_COLUMN(ROW, level),
	TEXT_COLUMN(ROW, subject),
	TEXT_COLUMN(ROW, finding),
	TEXT_COLUMN(ROW, cure),
};

static enum shade
finding_shade(const void *row)
{
	const struct finding *finding = row;
	return strcmp(finding->level, "error") == 0 ? SHADE_RED : SHADE_NONE;
}

const struct listing finding_listing = SHADED_LISTING(columns, finding_shade);

void
finding_report(row_taker *take, void *context, const char *level, const char *subject, const char *cure, const char *format, ...)
{
	char text[512];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	struct finding finding = { level, subject, text, cure };
	take(context, &finding);
}
