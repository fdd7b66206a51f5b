/* What somebody who pays for others writes on one transfer for all of them: the edition's reference with the payer's own name. */
#ifndef FEES_PAYER_REFERENCE_H
#define FEES_PAYER_REFERENCE_H

#include <balint/date.h>
#include <balint/reference.h>
#include <balint/store.h>

/*
 * The family name only, as of a participant, or with the given name where a participant of the edition has the same; the
 * month with its year where the edition has it twice. Refused as reference_write does.
 */
bool payer_reference(struct store *store, int64_t edition, int64_t payer, struct month month, char text[REFERENCE_TEXT], struct refusal *why);

/* Whether another participant of the edition has that person's family name, accents and case aside. */
bool has_namesake(struct store *store, int64_t edition, int64_t person);

#endif
