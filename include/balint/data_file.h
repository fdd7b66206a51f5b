/*
 * Data files by name, to which the association may add its own: FOLDER/NAME.ENDING in its own directory (the setting `directory`)
 * comes before share/FOLDER/NAME.ENDING, which the programs carry within them. A name is what text_is_handle takes.
 */
#ifndef BALINT_DATA_FILE_H
#define BALINT_DATA_FILE_H

#include <balint/refusal.h>

#include <stdbool.h>
#include <stddef.h>

enum { DATA_FILE_LARGEST = 1048576 }; /* bytes of one of the association's own */

/* Refused if the association's directory is set and not there: its own files would be missed in silence. NULL is fine. */
bool data_directory_check(const char *directory, struct refusal *why);

struct data_kind {
	const char *folder, *ending; /* "rules", ".rule" */
	const char *noun;            /* what one is called: "rule" */
	const char *others;          /* names that have no file, or NULL: "threshold" */
};

struct data_names {
	char **names; /* sorted; NULL after the last, or as a whole if there is none */
	size_t count;
};

/* The names of all of a kind; `directory` may be NULL. Refused as by data_directory_check, or if its folder cannot be read. Release them. */
bool data_names_find(const char *directory, const struct data_kind *kind, struct data_names *names, struct refusal *why);
void data_names_release(struct data_names *names);

/* Refused: there is none of that name, but those, and this one may be meant. Always false. */
bool data_name_refuse(const char *directory, const struct data_kind *kind, const char *name, struct refusal *why);

/* The names with commas. Heap memory, owned by the caller. */
char *data_names_joined(const struct data_names *names);

/*
 * Reads one of the association's own; NULL, and true, if there is none. Refused if it cannot be read, is no file, too large, or not
 * UTF-8. Heap memory, without a byte order mark.
 */
bool data_text_read(const char *path, char **text, struct refusal *why);

struct data_file {
	char *path; /* for messages: its own path, or the one below share/ */
	char *text;
};

/*
 * Reads the file of that name, whose text is NULL if there is none, as for what is no name. Refused as by data_directory_check and
 * data_text_read. Release it in any case.
 */
bool data_file_read(const char *directory, const struct data_kind *kind, const char *name, struct data_file *file, struct refusal *why);
void data_file_release(struct data_file *file);

/* Takes one line `key value` of such a text, counted from 1; the value may be empty. */
typedef bool data_line_taker(void *context, int line, const char *key, const char *value, struct refusal *why);

/* Hands over the lines but for those that are blank or begin with #. What is refused is refused as file:line: what; `where` is the file. */
bool data_lines_read(const char *where, const char *text, data_line_taker *take, void *context, struct refusal *why);

/* Puts file:line, or the file where line is 0, before the refusal. Always false. */
bool data_line_refuse(const char *where, int line, struct refusal *why);

#endif
