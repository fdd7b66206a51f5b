#include <balint/pen.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

void
pen_text(struct pen *pen, const char *text, enum shade shade)
{
	size_t blanks = strspn(text, " "), length = strlen(text);
	pen->blanks += blanks;
	pen->column += text_width(text, length);
	if (!text[blanks])
		return;
	sink_pad(pen->sink, pen->blanks);
	pen->blanks = 0;
	if (pen->colour && shade)
		sink_shade(pen->sink, shade);
	sink_visible(pen->sink, text + blanks, length - blanks);
	if (pen->colour && shade)
		sink_shade(pen->sink, SHADE_NONE);
}

void
pen_char(struct pen *pen, char character)
{
	pen_text(pen, (char[]){ character, '\0' }, SHADE_NONE);
}

void
pen_to(struct pen *pen, size_t column)
{
	if (pen->column < column) {
		pen->blanks += column - pen->column;
		pen->column = column;
	}
}

void
pen_line(struct pen *pen)
{
	sink_char(pen->sink, '\n');
	pen->blanks = pen->column = 0;
}

bool
pen_has_unicode(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *locale = getenv(names[i]);
		if (locale && *locale)
			return strcasestr(locale, "utf-8") || strcasestr(locale, "utf8");
	}
	return false;
}
