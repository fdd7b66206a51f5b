/* The options of plan and generate, and the plan that they and the edition make together. */
#ifndef PLANNING_H
#define PLANNING_H

#include "verbs.h"

#include <balint/session.h>

struct plan_options {
	struct date from, until;
	struct daytime at;
	int count, year, every, minutes;
	const char *resume;
};

enum { PLAN_OPTIONS = 8 };
extern const struct option_spec plan_options[PLAN_OPTIONS];
extern const struct plan_options plan_defaults;

/* The edition meant, or NULL without a store or an open edition where none was named; false if that is refused. */
bool edition_if_any(struct command *command, const struct edition **edition);

/* The plan: what was said, else what the edition has, else every 2 weeks, 21:00, 90 minutes without an edition. */
bool plan_of(struct command *command, const struct edition *edition, struct plan *plan);

#endif
