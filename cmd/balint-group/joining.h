/* What is to be said after somebody came, or went. */
#ifndef JOINING_H
#define JOINING_H

#include "verbs.h"

/* Warns if that participant's profession is not the one of the edition, where it is meant for a single one. */
void warn_of_stranger(struct command *command, const char *handle);

/* Warns that a place is free from some day after `last` on, and who is next for it, if anybody waits. */
void warn_of_vacancy(struct command *command, struct date last);

#endif
