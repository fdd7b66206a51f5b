/* What restore and demo share. */
#ifndef RESTORING_H
#define RESTORING_H

#include "verbs.h"

#include <balint/restore.h>

/* Makes up the content and looks whether the ledger adds up; NULL with a reason. */
struct restoration *begin_restoring(struct command *command, const char *path, const struct restore_source *source);

#endif
