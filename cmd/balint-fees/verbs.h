/* The verbs of balint-fees, one file a noun or verb. */
#ifndef VERBS_H
#define VERBS_H

#include <balint/command.h>

extern const struct verb verb_tariff_set, verb_tariff_list, verb_plan, verb_due, verb_pay, verb_adjust, verb_refund, verb_receipt,
    verb_reverse, verb_status, verb_arrears, verb_statement, verb_reconcile, verb_match, verb_unmatch, verb_dismiss, verb_credits,
    verb_payers_list, verb_payers_forget, verb_explain, verb_qr, verb_request, verb_journal;

/* Warns of each person who has credit because something was taken back since that allocation. */
void tell_credit(struct command *command, int64_t since);

#endif
