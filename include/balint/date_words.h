/*
 * Dates in words, for people: Italian where the language is "it", else English. All names of days and
 * months that we write stand in one file. What scripts read has English weekdays and the ISO forms.
 */
#ifndef BALINT_DATE_WORDS_H
#define BALINT_DATE_WORDS_H

#include <balint/clock.h>
#include <balint/date.h>

enum { DATE_WORDS = 64, DISTANCE_TEXT = 32 }; /* bytes of a date in words, with the NUL */

/* The language of whoever sits at the terminal, by LC_ALL, else LC_TIME, else LANG: "it" or "en". */
const char *language_of_locale(void);

/* "mercoledì", "Wednesday"; its three letters: "mer", "Wed". */
const char *date_weekday_long(struct date date, const char *language);
const char *date_weekday_short(struct date date, const char *language);

/* "January", "gennaio" … */
const char *month_name(struct month month, const char *language);

/* Words that stand beside dates: "today", "oggi"; what a date is. */
enum date_word { WORD_TODAY, WORD_SESSION, WORD_SKIPPED, WORD_CANCELLED };
const char *date_word(enum date_word word, const char *language);

/* Write into the caller's buffer and return it: "mercoledì 1° settembre 2021", "Wednesday 1 September 2021". */
char *date_in_words(struct date date, const char *language, char text[DATE_WORDS]);

/* The same without the weekday, without the year, and without both: "17 febbraio". */
char *date_in_full(struct date date, const char *language, char text[DATE_WORDS]);
char *day_in_words(struct date date, const char *language, char text[DATE_WORDS]);
char *day_of_month(struct date date, const char *language, char text[DATE_WORDS]);

/* Whether Italian says l' and not il before the day, as it does before 8 (otto) and 11 (undici). */
bool day_has_vowel(struct date date);

/* For the columns of a paper: "17/02/2021", "17 Feb 2021". */
char *date_on_paper(struct date date, const char *language, char text[DATE_WORDS]);

/* "2–6 aprile", "1° luglio – 31 agosto", and where the years differ "20 dicembre 2020 – 10 gennaio 2021". */
char *range_in_words(struct date_range range, const char *language, char text[DATE_WORDS]);

/* How far away a start still to come or just begun is: "in 11 days", "tomorrow", "tonight" (from 18:00 on), "today", "now". */
char *date_distance(struct moment start, struct moment now, const char *language, char text[DISTANCE_TEXT]);

#endif
