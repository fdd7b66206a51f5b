/* What `check` finds: how bad it is, what it is about, and the command that mends it. */
#ifndef BALINT_FINDING_H
#define BALINT_FINDING_H

#include <balint/rows.h>

struct finding {
	const char *level; /* "error" or "warning" */
	const char *subject, *finding, *cure;
	const char *edition; /* the code of the edition that it is about, or NULL; not a column */
};
extern const struct listing finding_listing;

/* What a finding is about: an edition, or something or somebody in it, or something else; NULL where there is none. */
struct subject {
	const char *edition, *about;
};

/* One finding, its sentence made by printf. */
void finding_report(row_taker *take, void *context, const char *level, struct subject subject, const char *cure, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

#endif
