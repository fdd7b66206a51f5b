/* What becomes of the rows of temp.line once all are read. */
#ifndef BALINT_GROUP_MEMBER_ENTER_H
#define BALINT_GROUP_MEMBER_ENTER_H

#include "member_record.h"

/* Gives handles to the new who have none, looks for payers and for room in the edition, and keeps the faults of that. */
void member_lines_settle(struct member_reading *reading);

/* Enters people and enrolments. False, with a fault kept, if somebody cannot be. */
bool member_lines_enter(struct member_reading *reading);

/* What has become of each row, in their order. */
void member_lines_tell(struct member_reading *reading, row_taker *take, void *context);

#endif
