#include <balint/date_words.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ENGLISH, ITALIAN, LANGUAGES, EVENING = 18 * 60 };

static const char *const weekdays_long[LANGUAGES][7] = {
	{ "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
	{ "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica" },
};
static const char *const weekdays[LANGUAGES][7] = {
	{ "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
	{ "lun", "mar", "mer", "gio", "ven", "sab", "dom" },
};
static const char *const months[LANGUAGES][12] = {
	{ "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
	{ "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" },
};
static const char *const words[LANGUAGES][WORD_CANCELLED + 1] = {
	{ "today", "session", "skipped", "cancelled" },
	{ "oggi", "seduta", "saltata", "annullata" },
};
static const struct near {
	const char *now, *tonight, *tomorrow, *in, *days;
} near[LANGUAGES] = {
	{ "now", "tonight", "tomorrow", "in", "days" },
	{ "in corso", "stasera", "domani", "fra", "giorni" },
};

static int
language_index(const char *language)
{
	return language && strcmp(language, "it") == 0 ? ITALIAN : ENGLISH;
}

const char *
language_of_locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_TIME", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *locale = getenv(names[i]);
		if (locale && *locale)
			return strncmp(locale, "it", 2) == 0 ? "it" : "en";
	}
	return "en";
}

const char *
date_weekday_long(struct date date, const char *language)
{
	return weekdays_long[language_index(language)][date_weekday(date) - 1];
}

const char *
date_weekday_short(struct date date, const char *language)
{
	return weekdays[language_index(language)][date_weekday(date) - 1];
}

const char *
month_name(struct month month, const char *language)
{
	return months[language_index(language)][month.month % 12];
}

/* In Italian the first of a month is an ordinal. */
static const char *
ordinal(struct date date, const char *language)
{
	return language_index(language) == ITALIAN && date_civil(date).day == 1 ? "°" : "";
}

char *
day_of_month(struct date date, const char *language, char text[DATE_WORDS])
{
	snprintf(text, DATE_WORDS, "%d%s %s", date_civil(date).day, ordinal(date, language), month_name(month_of(date), language));
	return text;
}

char *
date_in_full(struct date date, const char *language, char text[DATE_WORDS])
{
	char day[DATE_WORDS];
	snprintf(text, DATE_WORDS, "%.40s %d", day_of_month(date, language, day), date_civil(date).year);
	return text;
}

char *
day_in_words(struct date date, const char *language, char text[DATE_WORDS])
{
	char day[DATE_WORDS];
	snprintf(text, DATE_WORDS, "%s %.40s", date_weekday_long(date, language), day_of_month(date, language, day));
	return text;
}

char *
date_in_words(struct date date, const char *language, char text[DATE_WORDS])
{
	char day[DATE_WORDS];
	snprintf(text, DATE_WORDS, "%.50s %d", day_in_words(date, language, day), date_civil(date).year);
	return text;
}

bool
day_has_vowel(struct date date)
{
	int day = date_civil(date).day;
	return day == 8 || day == 11;
}

char *
date_on_paper(struct date date, const char *language, char text[DATE_WORDS])
{
	struct civil civil = date_civil(date);
	if (language_index(language) == ITALIAN)
		snprintf(text, DATE_WORDS, "%02d/%02d/%04d", civil.day, civil.month, civil.year);
	else
		snprintf(text, DATE_WORDS, "%d %.3s %d", civil.day, month_name(month_of(date), language), civil.year);
	return text;
}

char *
range_in_words(struct date_range range, const char *language, char text[DATE_WORDS])
{
	struct civil first = date_civil(range.first), last = date_civil(range.last);
	char from[DATE_WORDS], to[DATE_WORDS];
	day_of_month(range.first, language, from);
	day_of_month(range.last, language, to);
	if (range.first.day == range.last.day)
		snprintf(text, DATE_WORDS, "%s", from);
	else if (first.year != last.year)
		snprintf(text, DATE_WORDS, "%.20s %d – %.20s %d", from, first.year, to, last.year);
	else if (first.month != last.month)
		snprintf(text, DATE_WORDS, "%.20s – %.20s", from, to);
	else
		snprintf(text, DATE_WORDS, "%d%s–%.20s", first.day, ordinal(range.first, language), to);
	return text;
}

const char *
date_word(enum date_word word, const char *language)
{
	return words[language_index(language)][word];
}

char *
date_distance(struct moment start, struct moment now, const char *language, char text[DISTANCE_TEXT])
{
	const struct near *phrases = &near[language_index(language)];
	const char *phrase = phrases->now;
	int days = start.date.day - now.date.day;
	if (days > 1) {
		snprintf(text, DISTANCE_TEXT, "%s %d %s", phrases->in, days, phrases->days);
		return text;
	}
	if (days == 1)
		phrase = phrases->tomorrow;
	else if (days == 0 && start.time.minute > now.time.minute)
		phrase = start.time.minute >= EVENING ? phrases->tonight : date_word(WORD_TODAY, language);
	snprintf(text, DISTANCE_TEXT, "%s", phrase);
	return text;
}
