/* Why a date has a session or none, for any date. */
#ifndef BALINT_EXPLANATION_H
#define BALINT_EXPLANATION_H

#include <balint/session.h>

struct explanation {
	const char *verdict; /* scheduled, held, cancelled; moved: its session is on another date; skipped; free */
	char *reason;        /* owned, free it */
};

/* Of an edition, or without one (NULL) by what the skips know. A session counts more than what skips its date. */
struct explanation date_explain(struct store *store, const struct edition *edition, const struct skips *skips, struct date date);

#endif
