/* The verbs of balint-fees, one file a noun or verb. */
#ifndef VERBS_H
#define VERBS_H

#include <balint/command.h>

extern const struct verb verb_tariff_set, verb_tariff_list, verb_plan, verb_due, verb_pay, verb_status;

#endif
