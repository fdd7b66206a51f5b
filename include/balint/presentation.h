/* Who presented, and of which kind it was. Of what was presented nothing is known to the store. */
#ifndef BALINT_PRESENTATION_H
#define BALINT_PRESENTATION_H

#include <balint/edition.h>
#include <balint/person.h>

#define PRESENTATION_KINDS "case|group-event|institution"

struct presentation_row {
	struct date date;
	const char *handle, *kind, *edition;
};
extern const struct listing presentation_listing;

/*
 * Records that a participant presented at a session that has begun and is not cancelled, and was there as far as the register
 * knows. The same again changes nothing, another kind takes the place of the one before.
 */
bool presentation_record(struct store *store, const struct edition *edition, struct date date, const char *handle, const char *kind,
    struct refusal *why);

/* Takes such a record back, whether or not they belong to the edition on that day (any more); without one, changes nothing. */
bool presentation_remove(struct store *store, const struct edition *edition, struct date date, const char *handle, struct refusal *why);

/*
 * What was presented, by date, edition, family, given: in an edition or (EDITION_ALL) in all, closed ones too; by one person or
 * (NULL) all. Of one person it reads no more than that person's rows, of an edition no more than that edition's.
 */
void presentation_list(struct store *store, int64_t edition, const struct person *person, row_taker *take, void *context);

#endif
