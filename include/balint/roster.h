/* The address list of an edition: how its members are reached. As rows, or as cards for address books. */
#ifndef BALINT_ROSTER_H
#define BALINT_ROSTER_H

#include <balint/edition.h>

struct roster_row {
	const char *family, *given, *role, *profession, *email, *phone, *handle;
};
extern const struct listing roster_listing;

/* Who is on it; NULL: any. */
struct roster_choice {
	const char *role, *status;
};

/* The members by family, given, handle; texts live as long as the taker's call. */
void roster_list(struct store *store, const struct edition *edition, const struct roster_choice *choice, row_taker *take, void *context);

/*
 * The same as vCards (RFC 2426, version 3.0, which every address book takes): name, address, telephone, profession, the association and
 * the group. The UID of a person is for ever the same in this store, so that a card imported again replaces the one before.
 */
void roster_write_cards(struct store *store, const struct edition *edition, const struct roster_choice *choice, struct sink *sink);

#endif
