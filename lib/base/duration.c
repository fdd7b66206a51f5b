#include <balint/duration.h>

#include <stdio.h>
#include <string.h>

/* How many of the unit make four weeks; 0 for what is no unit. */
static int
most_of(char unit)
{
	switch (unit) {
	case 'w': return 4;
	case 'd': return 4 * 7;
	case 'h': return 4 * 7 * 24;
	case 'm': return 4 * 7 * 24 * 60;
	default: return 0;
	}
}

bool
duration_parse(const char *text, struct duration *duration, struct refusal *why)
{
	size_t digits = strspn(text, "0123456789");
	int count = 0;
	for (size_t i = 0; i < digits && count < 100000; i++)
		count = 10 * count + (text[i] - '0');
	if (digits == 0 || count < 1 || count > most_of(text[digits]) || text[digits + 1])
		return refuse(why, "'%s' is not a time from 1m to 4w; write it as 30m, 2h, 1d or 1w", text);
	*duration = (struct duration){ count, text[digits] };
	return true;
}

char *
duration_write(struct duration duration, char text[DURATION_TEXT])
{
	bool clock = duration.unit == 'h' || duration.unit == 'm';
	snprintf(text, DURATION_TEXT, "P%s%d%c", clock ? "T" : "", duration.count, duration.unit - 'a' + 'A');
	return text;
}
