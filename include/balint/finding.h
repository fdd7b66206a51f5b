/* What `check` finds: how bad it is, what it is about, and the command that mends it. */
#ifndef BALINT_FINDING_H
#define BALINT_FINDING_H

#include <balint/rows.h>

struct finding {
	const char *level; /* "error" or "warning" */
	const char *subject, *finding, *cure;
};
extern const struct listing finding_listing;

/* One finding about an edition, its sentences made by printf. */
void finding_report(row_taker *take, void *context, const char *level, const char *subject, const char *cure, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

#endif
