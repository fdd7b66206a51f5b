/*
 * The whole store but its log as JSON lines (balint-formats(5)): a head, the rows of every table by primary key, parents before
 * children, and a last line that says how many they are. The same content is the same bytes.
 */
#ifndef BALINT_EXPORT_H
#define BALINT_EXPORT_H

#include <balint/sink.h>
#include <balint/store.h>

/* Writes the store as it was when it was opened, row by row in constant memory; ends early where the sink cannot be written. */
void store_export(struct store *store, struct sink *sink);

#endif
