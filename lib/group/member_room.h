/* Whether the edition has places for those whom a file brings. */
#ifndef BALINT_GROUP_MEMBER_ROOM_H
#define BALINT_GROUP_MEMBER_ROOM_H

#include "member_record.h"

/* Keeps a fault of each line that begins or leads on an enrolment in a closed edition, or for which there is no place. */
void member_room_check(struct member_reading *reading);

#endif
