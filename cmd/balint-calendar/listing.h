/* What list and next share: the options, the view of months, and a word to who got nothing. */
#ifndef LISTING_H
#define LISTING_H

#include "verbs.h"

#include <balint/session.h>

/* Months instead of rows: `list --month [MONTH]`. */
enum status list_months(struct command *command, const struct session_filter *asked);

/* Tells people why their list is empty. */
void warn_of_none(struct command *command, const struct edition *edition, const struct session_filter *filter);

#endif
