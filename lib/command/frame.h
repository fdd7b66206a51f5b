/* What the files of this room share. */
#ifndef BALINT_COMMAND_FRAME_H
#define BALINT_COMMAND_FRAME_H

#include <balint/command.h>
#include <balint/translation.h>

struct shared_options {
	const char *db, *edition, *format, *columns;
	bool header, no_header, dry_run, quiet, help, version;
};

extern const struct option_spec shared_options[];
extern const size_t shared_option_count;
enum { SHARED_MOST = 16 };

/* Those of them that mean something to the verb (NULL: all), into the caller's array; how many they are. */
size_t shared_options_of(const struct verb *verb, struct option_spec fitting[SHARED_MOST]);

/* The store that --db names, else $BALINT_DB, else $XDG_DATA_HOME/balint/balint.db, else ~/.local/share/balint/balint.db. Heap memory. */
char *store_path(const char *said);

bool verb_writes(const struct verb *verb);

/* Columns of the terminal; 0 if there is none. */
unsigned terminal_width(bool terminal);

/* NO_COLOR's rule: set and not empty, there is none. Nor on a terminal that says it understands nothing. */
bool takes_colour(bool terminal);

/* The lines of --help. */
void help_program(struct sink *sink, const struct program *program);
void help_verb(struct sink *sink, const struct program *program, const struct verb *verb);

/* `usage: balint-fees due …` */
void help_usage(struct sink *sink, const char *program, const struct verb *verb);

/* The same two lines on standard error, after the reason; MISUSED. */
enum status help_misuse(const char *program, const struct verb *verb, const struct refusal *why);

/*
 * For completion in a shell: the words that may stand in place of the last one of a command line as far as it is typed, a line each,
 * `described` with a TAB and what there is to say of each. The shell chooses those that fit what is typed. Where a file is wanted there
 * is nothing but how much of the word stands before its name, and the status is ATTENTION. All other trouble is passed over in silence.
 */
enum status complete(struct sink *sink, const struct program *program, bool described, int count, char **words);

/* The verb that the words name and how many words its name took, or NULL with a reason. */
const struct verb *find_verb(const struct program *program, int count, char **words, int *taken, struct refusal *why);

/* The verb's listing, or the other one if the option was given that asks for it. */
const struct listing *verb_listing(const struct verb *verb, const bool *given);

/*
 * Of --columns, what has an `=` is about the verb's file and the rest about what it prints: each becomes a list
 * in heap memory, NULL where there is nothing. False if there is no `=` at all.
 */
bool split_columns(const char *all, char **printed, char **mapping);

/* The command line as a shell would take it again; new heap memory, owned by the caller. */
char *command_line(int argc, char **argv);

#endif
