/* Taking back what was entered by mistake, while nothing depends on it. */
#ifndef BALINT_REMOVE_H
#define BALINT_REMOVE_H

#include <balint/edition.h>
#include <balint/person.h>

/* Removes a person; refused with what still needs them. */
bool person_remove(struct store *store, const struct person *person, struct refusal *why);

/* Takes a member's enrolment back as if it had never been; refused if anything was entered for it, or they `attended` (register_has). */
bool enrolment_remove(struct store *store, const struct edition *edition, const struct person *person, const char *attended, struct refusal *why);

/* Whether nothing hangs on the edition but what belongs to it alone: its breaks, closures and tariffs, which their own trades remove. */
bool edition_removable(struct store *store, const struct edition *edition, struct refusal *why);

/* Removes an edition that is removable, and of which those are gone. */
void edition_remove(struct store *store, const struct edition *edition);

#endif
