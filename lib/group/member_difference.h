/* What a row of a file says of somebody who is in the store, and what of that may change what the store has. */
#ifndef BALINT_GROUP_MEMBER_DIFFERENCE_H
#define BALINT_GROUP_MEMBER_DIFFERENCE_H

#include "member_record.h"

#include <balint/query.h>

struct member_difference {
	int64_t person, enrolment; /* COUNT_NONE: not in the store; not enrolled */
	bool changed, moved, joins; /* as in temp.line */
};

/*
 * Compares the row with that person, or COUNT_NONE for somebody new; completes what it says by what follows of it, such as the handle
 * and the day of joining, and keeps its faults. False if there is one.
 */
bool member_differs(struct member_reading *reading, int64_t person, struct member_record *record, struct member_difference *difference);

#endif
