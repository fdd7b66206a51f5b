#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/translation.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
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
finding_report(row_taker *take, void *context, const char *level, struct subject subject, const char *cure, const char *format, ...)
{
	char *text;
	va_list arguments;
	va_start(arguments, format);
	if (vasprintf(&text, translated(format), arguments) < 0)
		fatal(REFUSED, "there is no memory");
	va_end(arguments);
	const char *edition = subject.edition, *about = subject.about;
	char *whole = edition ? memory_format(translated("edition %s"), edition) : NULL;
	char *name = memory_format("%s%s%s", whole ? whole : "", whole && about ? ", " : "", about ? about : "");
	take(context, &(struct finding){ level, name, text, cure, edition });
	free(whole);
	free(name);
	free(text);
}
