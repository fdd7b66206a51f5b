/*
 * What the matcher has to know, read from the store once: the open editions, and closed ones in which
 * something is still to be paid; who takes part in them, or pays for somebody; their instalments; the
 * payer book. Indexes are those of the matcher.
 */
#ifndef FEES_CLAIMS_H
#define FEES_CLAIMS_H

#include <balint/matcher.h>
#include <balint/store.h>

struct claim {
	int64_t instalment;
	size_t person, edition;
	struct month month;
};

struct claims {
	struct matcher *matcher;
	struct claim *claims; /* by instalment */
	size_t claim_count;
	struct known_edition {
		int64_t id;
		char *code;
	} *editions; /* by id */
	size_t edition_count;
	struct known_person {
		int64_t id;
		char *handle;
	} *people;
	size_t person_count;
	struct place {
		int64_t id;
		size_t person;
	} *places; /* the people by id */
};

struct claims *claims_load(struct store *store);
void claims_free(struct claims *claims); /* NULL is fine */

/* Where an instalment or a person is; MATCH_NONE if not among them. */
size_t claims_find(const struct claims *claims, int64_t instalment);
size_t claims_person(const struct claims *claims, int64_t person);

#endif
