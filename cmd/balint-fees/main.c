#include "verbs.h"

static const struct verb *const verbs[] = {
	&verb_tariff_set,
	&verb_tariff_list,
	&verb_plan,
	&verb_due,
	&verb_pay,
	&verb_adjust,
	&verb_refund,
	&verb_reverse,
	&verb_status,
	NULL,
};

static const struct program program = { "balint-fees", "Tariffs, instalments, the transfers that each member must make, payments.", verbs };

int
main(int argc, char **argv)
{
	return program_main(&program, argc, argv);
}
