/* The papers of balint-fees, on standard output. */
#ifndef PAPER_H
#define PAPER_H

#include <balint/command.h>
#include <balint/tree.h>

/* Fills the template NAME.txt or NAME.html in that language and writes it; refused if it is broken. */
bool paper_write(struct command *command, const char *name, const char *language, bool html, const struct tree *data);

#endif
