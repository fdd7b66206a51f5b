/* What parsing and help share of an option table. */
#ifndef BALINT_OPTION_GROUP_H
#define BALINT_OPTION_GROUP_H

#include <balint/option.h>

/* The end of the group of neighbours that exclude each other which begins at `first`. */
size_t option_group_end(const struct option_table *table, size_t first);

#endif
