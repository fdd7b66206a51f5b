/* What the files that erase share. */
#ifndef BALINT_STORE_ERASE_H
#define BALINT_STORE_ERASE_H

#include "changes.h"

#include <balint/erase.h>

/* Done with a change set; ends the program if it could not be read. */
void erase_end_changes(const struct store *store, struct changes *changes);

#endif
