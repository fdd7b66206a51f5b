/* The data files in share/ that the programs carry within them: schema steps, templates, tables. */
#ifndef BALINT_SHARE_H
#define BALINT_SHARE_H

#include <stddef.h>

/* The text of a file by its name below share/, such as `templates/it/calendar.txt`; NULL if there is none. */
const char *share_file(const char *name);

/* The names of all of them, from 0; NULL after the last. */
const char *share_name(size_t index);

#endif
