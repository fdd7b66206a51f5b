/* The verbs of balint-fees, one file a noun or verb. */
#ifndef VERBS_H
#define VERBS_H

#include <balint/command.h>

extern const struct verb verb_tariff_set, verb_tariff_list, verb_plan, verb_due, verb_pay, verb_adjust, verb_refund, verb_reverse, verb_status;

/* Warns of each person who has credit because something was taken back since that allocation. */
void tell_credit(struct command *command, int64_t since);

#endif
