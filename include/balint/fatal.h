/*
 * What cannot be mended ends the program: no memory, no random numbers, a full disk, SQL that should have worked.
 * Messages go to standard error as one line that starts with the program's name; control
 * characters in them are made visible, so that no stored or typed text can steer a terminal.
 */
#ifndef BALINT_FATAL_H
#define BALINT_FATAL_H

#include <stdarg.h>
#include <stddef.h>

/* The exit statuses of every program: a contract with scripts (see balint(7)). */
enum status {
	DONE = 0,
	REFUSED = 1,    /* refused or failed; nothing changed */
	MISUSED = 2,    /* wrong options or operands; usage on standard error */
	ATTENTION = 3,  /* done, but something needs a person */
	UNWRITTEN = 74, /* done and saved, but the output could not be written */
	BUSY = 75,      /* the store is busy; try again */
};

/* Prints "program: text" as one line on standard error. */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints the same and ends the program with the given status. SQLite rolls an open transaction back. */
_Noreturn void fatal(enum status status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Heap memory that is there or ends the program; the caller frees it. */
void *memory(size_t size);
void *memory_resized(void *block, size_t size);
char *memory_text(const char *text);

/* The array of so many elements with room for one more, perhaps elsewhere; it doubles at each power of two. */
void *memory_for_one(void *array, size_t count, size_t size);

/* From here on, if there is no more memory, the change is saved and the same command can do the rest: exit status 75 says so. */
void memory_after_change(void);

/* Random bytes, at most 256, that are there or end the program. */
void random_fill(void *buffer, size_t size);

/* printf into new heap memory, owned by the caller. */
char *memory_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
