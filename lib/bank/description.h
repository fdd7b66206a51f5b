/* What a bank's description of a movement says, taken apart by the marks of a profile. */
#ifndef BANK_DESCRIPTION_H
#define BANK_DESCRIPTION_H

#include "profile.h"

struct slice {
	const char *at; /* not terminated; NULL: not there */
	size_t length;
};

struct description {
	struct slice payer, text, id;
	bool storno; /* a word for it is in the bank's own part */
};

struct description describe(const struct profile *profile, const char *text, size_t length);

#endif
