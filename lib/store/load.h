/* Filling a new store from an export (balint-formats(5)). */
#ifndef BALINT_STORE_LOAD_H
#define BALINT_STORE_LOAD_H

#include "export_line.h"
#include "internal.h"

/*
 * Makes the empty store one of the export's schema and puts its rows there; the schema, or 0 with a reason. What the rows refer to is
 * looked at afterwards.
 */
int load_export(struct store *store, struct export_lines *lines, struct refusal *why);

#endif
