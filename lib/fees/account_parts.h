/* The parts of an account on paper that are about instalments; the rest is in account_print.c. */
#ifndef BALINT_ACCOUNT_PARTS_H
#define BALINT_ACCOUNT_PARTS_H

#include "movement.h"
#include "paper.h"

struct account {
	struct paper paper;
	struct movement_choice movements;
	int year; /* 0: all */
	struct date as_of;
	struct tree *root, *list; /* the list that is being filled */
	cents balance;
	int64_t count; /* of movements, those of other years included */
};

/* Adds `editions`: of each its instalments, their sums, and the VAT in them by rate. */
void account_editions(const struct account *account);

/* Adds `people`: what each of those whom the person pays for is charged, and what was paid of it by the person and in all. */
void account_people(const struct account *account);

/* Adds `credit`, if there is one, and what is open of the person's own instalments that somebody else pays, as `others_pay`. */
void account_credit(const struct account *account);

#endif
