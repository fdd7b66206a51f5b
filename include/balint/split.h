/*
 * Splitting a price into instalments (RULES 6.2): gross in equal parts with the spare cents on the first
 * ones; net by cumulative rounding; VAT the rest of each. Every column adds up exactly.
 */
#ifndef BALINT_SPLIT_H
#define BALINT_SPLIT_H

#include <balint/money.h>

struct part {
	cents net, vat, gross;
};

/* Part `number` (from 0) of `parts`, of a net price with VAT at `rate` once on the whole, half up. */
struct part split_part(cents net, int rate, int parts, int number);

/*
 * The net in so much of a gross price, half up; all of it where the price is 0. What belongs to a part from one
 * amount to another is the difference, so that the parts of an instalment add up however it is paid.
 */
cents split_net(cents net, cents gross, cents amount);

#endif
