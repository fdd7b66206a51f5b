/*
 * The frame that the four programs hang in. A verb is one const record; the frame finds it, parses
 * its options, opens the store as the verb needs it, runs it, commits, and only then prints.
 */
#ifndef BALINT_COMMAND_H
#define BALINT_COMMAND_H

#include <balint/edition.h>
#include <balint/fatal.h>
#include <balint/option.h>
#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>
#include <balint/tree.h>

struct command;

enum needs {
	NEEDS_NOTHING, /* works without a store, and uses none */
	MAY_READ,      /* uses a store if there is one */
	READS,
	WRITES,
	CREATES, /* opens the store for writing, or makes it */
	REPLACES, /* a writing verb that deals with the file itself: the frame opens no store */
};

struct verb {
	const char *name;     /* "due", "edition add" */
	const char *operands; /* as usage shows them: "HANDLE AMOUNT" */
	int least, most;      /* how many operands; most -1: any number */
	enum needs needs;
	const char *summary; /* one line, for --help */
	const struct option_spec *options;
	size_t option_count;
	bool some;            /* at least one of them must be given */
	const void *defaults; /* the options' struct before parsing */
	size_t size;
	const struct listing *listing; /* what it prints, or NULL */
	const char *other_option;            /* the name of an option with which it prints another one, or NULL */
	const struct listing *other_listing; /* that one */
	bool (*tries)(const void *options); /* whether with these options it is but a dry run; NULL: when --dry-run says so */
	bool unlogged; /* what it writes is outside the log, and nothing takes it back */
	bool saves; /* a reading verb that makes a file of its own all the same */
	bool maps; /* --columns may also say which column of its file holds what: date=Data */
	enum status (*run)(struct command *command);
	enum status (*after)(struct command *command); /* of a writing verb: what it does once its change is durable and the store closed, or NULL; DONE leaves what run returned */
};

#define VERB_OPTIONS(table, defaults_value) \
	.options = (table), .option_count = sizeof(table) / sizeof(table)[0], .defaults = &(defaults_value), .size = sizeof(defaults_value)

struct program {
	const char *name, *summary;
	const struct verb *const *verbs; /* ends with NULL */
};

/* What a verb's function works with. */
struct command {
	const struct verb *verb;
	struct store *store; /* NULL without one */
	const char *path;    /* of the store */
	char *line;          /* the command line, as the log keeps it */
	struct rows *rows;   /* of the verb's listing, or NULL */
	struct row_style style; /* what was said of the format, and the terminal: for verbs that lay out text */
	struct sink *out;    /* standard output; held until the change is durable */
	const void *options; /* the verb's struct */
	char **operands;
	int count;
	char *mapping;       /* of --columns what says which column of a file holds what, or NULL */
	const char *edition; /* what -e or BALINT_EDITION said, or NULL */
	struct edition meant; /* what command_edition found */
	char *language; /* the association's, once command_language was asked for it, or NULL */
	bool quiet;
	bool trial; /* nothing that is written will be kept */
	struct sink errors; /* warnings, held until the change is durable */
	struct refusal why; /* filled in by whatever refuses */
	struct option_texts texts;
	struct posting *posting; /* what a verb is about to deliver (see posting.h), or NULL */
	int64_t progress_at; /* when progress was shown last, in milliseconds of some clock; 0: not yet */
	bool progress_shown;
};

/* The whole of a program's main. */
int program_main(const struct program *program, int argc, char **argv);

/* MISUSED, for options or operands that make no sense together: usage follows the sentence. */
enum status command_misused(struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A line on standard error once the change is durable, unless --quiet. */
void command_warn(struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same under --quiet too: the name of what was made. */
void command_tell(struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Prints now what a reading verb has to print so far; whether both streams took it. Further rows are not taken. */
bool command_print(struct command *command);

/* What the imports complain by: a line on standard error about one of the file that is the first operand, and its column or NULL. */
void command_complain(void *command, size_t line, const char *column, const char *what);

/*
 * For what the trades tell of through a callback, whose context is the command: a warning that is a whole sentence; and at once a
 * fault in a line of the file that is the first operand, and in a column of it or NULL.
 */
void command_take_warning(void *command, const char *sentence);
void command_take_fault(void *command, size_t line, const char *column, const char *what);

/*
 * How far long work has got, on a terminal and unless --quiet: so much of `all` (0: not known). May be called often.
 * NULL wipes what was shown.
 */
void command_progress(struct command *command, const char *what, size_t done, size_t all);

/* The operand as an accepted text, a date or an amount; or a refusal that names it. */
bool command_text(struct command *command, int operand, const char *name, const char **text);
bool command_date(struct command *command, int operand, const char *name, struct date *date);

/* The edition meant: -e, else $BALINT_EDITION, else the only open one. NULL if that is refused; lives as long as the command. */
const struct edition *command_edition(struct command *command);

/* The id of the edition named, or EDITION_ALL when none was. */
bool command_editions(struct command *command, int64_t *edition);

/* What the verbs that print a paper take: their struct has `const char *language` (see command_language) and `bool html`. */
#define PAPER_OPTIONS(o) \
	CHOICE_OPTION(o, language, OPTION_MAY, "language", "it|en", "in this language and not the association's"), \
	    FLAG_OPTION(o, html, "html", "as a page for browsers and printers, and not as text")

/* The language of a paper: what --language said, else (NULL) the association's. Lives as long as the command. */
const char *command_language(struct command *command, const char *said);

/* Whether rows were asked for in so many words: by --format, --columns or a header. */
bool command_wants_rows(const struct command *command);

/* MISUSED because of that, where something else is printed: "--html makes a page". */
enum status command_not_rows(struct command *command, const char *instead);

/* Something else is printed in place of the verb's rows, or nothing. */
void command_drop_rows(struct command *command);

/* Fills the template NAME.txt or NAME.html in that language and writes it to standard output; refused if it is broken. */
bool command_paper(struct command *command, const char *name, const char *language, bool html, const struct tree *data);

/*
 * Calls `take` for each operand from `first` on; `-` stands for the lines of standard input, the
 * first TAB field of each. Goes on after a refusal, reporting each, and is false if there was one.
 */
typedef bool command_taker(struct command *command, const char *operand, void *context);
bool command_each(struct command *command, int first, command_taker *take, void *context);

#endif
