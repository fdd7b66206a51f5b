#include <balint/reference.h>
#include <balint/text.h>

#include <stdio.h>
#include <string.h>

static const char *const placeholders[] = { "title", "number", "year", "family", "given", "month", "code", "handle" };
enum { PLACEHOLDERS = sizeof placeholders / sizeof placeholders[0] };

/* The placeholder at `{`, and where the text goes on; -1 if there is no such placeholder. */
static int
placeholder_at(const char *brace, const char **rest)
{
	size_t length = strcspn(brace + 1, "{}");
	for (int i = 0; i < PLACEHOLDERS; i++)
		if (strlen(placeholders[i]) == length && memcmp(placeholders[i], brace + 1, length) == 0 && brace[1 + length] == '}') {
			*rest = brace + length + 2;
			return i;
		}
	return -1;
}

bool
reference_check(const char *template, struct refusal *why)
{
	for (const char *brace = strpbrk(template, "{}"); brace; brace = strpbrk(brace, "{}"))
		if (*brace == '}' || placeholder_at(brace, &brace) < 0)
			return refuse(why, "'%s' has an unknown placeholder at '%s'; there are {title} {number} {year} {family} {given} {month} {code} {handle}",
			    template, brace);
	return true;
}

static size_t
characters(const char *text)
{
	size_t count = 0;
	for (; *text; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

bool
reference_write(const char *template, const struct reference_facts *facts, char text[REFERENCE_TEXT], struct refusal *why)
{
	char number[16], year[16], long_text[4096] = "";
	const char *const values[PLACEHOLDERS] = { facts->title, number, year, facts->family, facts->given, facts->month, facts->code, facts->handle };
	size_t used = 0;
	snprintf(number, sizeof number, "%d", facts->number);
	snprintf(year, sizeof year, "%d", facts->year);
	for (const char *rest = template; *rest && used < sizeof long_text;) {
		int place = *rest == '{' ? placeholder_at(rest, &rest) : -1;
		int length = place >= 0 ? snprintf(long_text + used, sizeof long_text - used, "%s", values[place])
		                        : snprintf(long_text + used, sizeof long_text - used, "%c", *rest++);
		used += (size_t)length;
	}
	if (used >= REFERENCE_TEXT || characters(long_text) > REFERENCE_MOST)
		return refuse(why, "the reference of '%s' has more than %d characters; shorten the edition's --reference or --title: '%.*s…'", facts->handle,
		    REFERENCE_MOST, (int)text_fit(long_text, strlen(long_text), REFERENCE_MOST), long_text);
	memcpy(text, long_text, used + 1);
	return true;
}
