/*
 * Options are one const table a verb. The table parses the command line into a struct, and is the
 * only source of the usage line, of --help and of the completions.
 */
#ifndef BALINT_OPTION_H
#define BALINT_OPTION_H

#include <balint/date.h>
#include <balint/duration.h>
#include <balint/money.h>
#include <balint/sink.h>

#include <stddef.h>

enum option_kind {
	OPTION_FLAG,   /* bool: given or not */
	OPTION_OFF,    /* bool: set to false */
	OPTION_TEXT,   /* const char *: one line that text_accept accepts */
	OPTION_ANY,    /* const char *: the same, or the empty text, which takes away what was there */
	OPTION_WORD,   /* const char *: as it stands; the verb checks it */
	OPTION_CHOICE, /* const char *: one of the words in `argument`, separated by `|` */
	OPTION_ANY_CHOICE, /* const char *: the same, or the empty text, which takes away what was there */
	OPTION_COUNT,  /* int: whole number, least 1 */
	OPTION_WEEKS,  /* int: `1w`, `2w` … */
	OPTION_RATE,   /* int: percentage, in hundredths of a percent */
	OPTION_AMOUNT, /* cents */
	OPTION_DATE,   /* struct date */
	OPTION_DATES,  /* struct date_range */
	OPTION_DAYS,   /* struct weekdays; given again, it adds */
	OPTION_MONTH,  /* struct month */
	OPTION_MONTHS, /* struct month_range */
	OPTION_TIME,   /* struct daytime */
	OPTION_DURATION, /* struct duration */
};

/* Neighbours of the same rule ONE or EITHER exclude each other. */
enum option_rule {
	OPTION_MAY,
	OPTION_MUST,
	OPTION_ONE,    /* exactly one of these neighbours */
	OPTION_EITHER, /* at most one of these neighbours */
};

struct option_spec {
	const char *name;
	char letter; /* or 0 */
	enum option_kind kind;
	enum option_rule rule;
	const char *argument;
	const char *help;
	size_t target;
};

/* An option whose value goes to a field of the verb's struct, checked at compile time. */
#define OPTION_OF(type, options, field, kind, rule, name, letter, argument, help) \
	{ name, letter, kind, rule, argument, help, offsetof(options, field) + 0 * sizeof(1 ? &((options *)0)->field : (type *)0) }
#define FLAG_OPTION(o, f, name, help) OPTION_OF(bool, o, f, OPTION_FLAG, OPTION_MAY, name, 0, NULL, help)
#define TEXT_OPTION(o, f, rule, name, arg, help) OPTION_OF(const char *, o, f, OPTION_TEXT, rule, name, 0, arg, help)
#define ANY_OPTION(o, f, rule, name, arg, help) OPTION_OF(const char *, o, f, OPTION_ANY, rule, name, 0, arg, help)
#define WORD_OPTION(o, f, rule, name, arg, help) OPTION_OF(const char *, o, f, OPTION_WORD, rule, name, 0, arg, help)
#define CHOICE_OPTION(o, f, rule, name, arg, help) OPTION_OF(const char *, o, f, OPTION_CHOICE, rule, name, 0, arg, help)
#define ANY_CHOICE_OPTION(o, f, rule, name, arg, help) OPTION_OF(const char *, o, f, OPTION_ANY_CHOICE, rule, name, 0, arg, help)
#define COUNT_OPTION(o, f, rule, name, arg, help) OPTION_OF(int, o, f, OPTION_COUNT, rule, name, 0, arg, help)
#define WEEKS_OPTION(o, f, rule, name, arg, help) OPTION_OF(int, o, f, OPTION_WEEKS, rule, name, 0, arg, help)
#define RATE_OPTION(o, f, rule, name, arg, help) OPTION_OF(int, o, f, OPTION_RATE, rule, name, 0, arg, help)
#define AMOUNT_OPTION(o, f, rule, name, arg, help) OPTION_OF(cents, o, f, OPTION_AMOUNT, rule, name, 0, arg, help)
#define DATE_OPTION(o, f, rule, name, arg, help) OPTION_OF(struct date, o, f, OPTION_DATE, rule, name, 0, arg, help)
#define DATES_OPTION(o, f, rule, name, arg, help) OPTION_OF(struct date_range, o, f, OPTION_DATES, rule, name, 0, arg, help)
#define DAYS_OPTION(o, f, rule, name, arg, help) OPTION_OF(struct weekdays, o, f, OPTION_DAYS, rule, name, 0, arg, help)
#define MONTH_OPTION(o, f, rule, name, arg, help) OPTION_OF(struct month, o, f, OPTION_MONTH, rule, name, 0, arg, help)
#define MONTHS_OPTION(o, f, rule, name, arg, help) OPTION_OF(struct month_range, o, f, OPTION_MONTHS, rule, name, 0, arg, help)
#define TIME_OPTION(o, f, rule, name, arg, help) OPTION_OF(struct daytime, o, f, OPTION_TIME, rule, name, 0, arg, help)
#define DURATION_OPTION(o, f, rule, name, arg, help) OPTION_OF(struct duration, o, f, OPTION_DURATION, rule, name, 0, arg, help)

bool option_takes_argument(const struct option_spec *option);

/* A table and the struct that it fills. */
struct option_table {
	const struct option_spec *options;
	size_t count;
	void *values;
};

/* What option parsing made on the heap: texts that had to be composed anew. Free with option_texts_free. */
struct option_texts {
	char **texts;
	size_t count;
};
void option_texts_free(struct option_texts *texts);

/*
 * Reads argv[1…] by both tables, as getopt_long does; returns the index in argv of the first operand
 * (operands are moved behind the options, unless `stop` asks to end at the first one), or -1 with a
 * reason. Whether all required options came is option_complete's to say.
 */
int option_parse(int argc, char **argv, bool stop, const struct option_table tables[2], bool *given, struct option_texts *texts, struct refusal *why);

/* Whether what must be given was, and what excludes each other was not; `given` is the second table's. */
bool option_complete(const struct option_table *table, const bool *given, struct refusal *why);

/* The options of the table as a usage line has them: ` --from DATE (--count N | --until DATE) [--at HH:MM]`. */
void option_synopsis(struct sink *sink, const struct option_table *table);

/* The options of the table as --help lists them, a line each. */
void option_help(struct sink *sink, const struct option_table *table);

#endif
