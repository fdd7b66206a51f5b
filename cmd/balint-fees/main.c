#include "verbs.h"

static const struct verb *const verbs[] = {
	&verb_tariff_set,
	&verb_tariff_list,
	&verb_plan,
	&verb_due,
	&verb_pay,
	&verb_adjust,
	&verb_refund,
	&verb_receipt,
	&verb_reverse,
	&verb_status,
	&verb_arrears,
	&verb_statement,
	&verb_reconcile,
	&verb_match,
	&verb_unmatch,
	&verb_dismiss,
	&verb_credits,
	&verb_payers_list,
	&verb_payers_forget,
	&verb_explain,
	&verb_qr,
	&verb_request,
	&verb_journal,
	NULL,
};

static const struct program program = { "balint-fees", "Tariffs, instalments, the transfers that each member must make, payments.", verbs };

int
main(int argc, char **argv)
{
	return program_main(&program, argc, argv);
}
