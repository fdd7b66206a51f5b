/* What `check` finds in the register. */
#ifndef BALINT_REGISTER_CHECK_H
#define BALINT_REGISTER_CHECK_H

#include <balint/dependents.h>
#include <balint/edition.h>
#include <balint/person.h>

/*
 * Warnings of marks and presentations of people who are not enrolled on that day, turns to come of such people, presenters who
 * are marked absent or excused, and holes of days before today where a register is kept; errors if a session is cancelled and was
 * held, and if the setting `rule` names a rule that cannot be read. EDITION_ALL: all open editions.
 */
void register_check(struct store *store, int64_t edition, row_taker *take, void *context);

/* Writes in words what the register of the edition has of the person, marks and presentations; nothing if it has nothing. */
void register_has(struct store *store, const struct edition *edition, const struct person *person, char text[DEPENDENTS_TEXT]);

#endif
