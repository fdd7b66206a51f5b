/* What closure add does with --patron. */
#ifndef PATRON_H
#define PATRON_H

#include "verbs.h"

#include <balint/session.h>
#include <balint/years.h>

/* Adds the city's patron saint's days as closures, lists them, and warns of sessions that are on them. */
bool patron_close(struct command *command, int64_t edition, const char *city, const struct years *years);

#endif
