/*
 * Dates in words, for people: Italian where the language is "it", else English. All names of days and
 * months stand in one file. What scripts read has date_weekday_name and the ISO forms instead.
 */
#ifndef BALINT_DATE_WORDS_H
#define BALINT_DATE_WORDS_H

#include <balint/clock.h>
#include <balint/date.h>

enum { DISTANCE_TEXT = 32 };

/* The language of whoever sits at the terminal, by LC_ALL, else LC_TIME, else LANG: "it" or "en". */
const char *language_of_locale(void);

/* "Mon" … "Sun", "lun" … "dom": three letters. */
const char *date_weekday_short(struct date date, const char *language);

/* "January", "gennaio" … */
const char *month_name(struct month month, const char *language);

/* Words that stand beside dates: "today", "oggi"; what a date is. */
enum date_word { WORD_TODAY, WORD_SESSION, WORD_SKIPPED, WORD_CANCELLED };
const char *date_word(enum date_word word, const char *language);

/* How far away a start still to come or just begun is: "in 11 days", "tomorrow", "tonight" (from 18:00 on), "today", "now". */
char *date_distance(struct moment start, struct moment now, const char *language, char text[DISTANCE_TEXT]);

#endif
