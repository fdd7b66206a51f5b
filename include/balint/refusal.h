/*
 * A refusal is a value: the sentence that says why a request cannot be granted and what to do next.
 * Libraries fill it in and return false; only the command layer prints it.
 */
#ifndef BALINT_REFUSAL_H
#define BALINT_REFUSAL_H

#include <stdbool.h>

struct refusal {
	char text[1024]; /* one sentence, UTF-8, cut if longer; empty when nothing was refused */
};

/* Writes the sentence. Always false, so that a check ends in `return refuse(why, ...)`. */
bool refuse(struct refusal *why, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Puts "what: " before the sentence that stands there. Always false. */
bool refuse_within(struct refusal *why, const char *what);

/* The same as a function for findings, of which the first one will do: `context` is a refusal that was emptied before. */
void refuse_first(void *context, const char *what);

#endif
