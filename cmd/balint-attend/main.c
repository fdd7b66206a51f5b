#include "verbs.h"

static const struct verb *const verbs[] = {
	&verb_mark,
	&verb_announce,
	&verb_import,
	&verb_list,
	&verb_grid,
	&verb_report,
	&verb_requirements,
	&verb_rules,
	&verb_conductors,
	&verb_rota_set,
	&verb_rota_clear,
	&verb_rota_swap,
	&verb_rota_history,
	&verb_rota,
	&verb_present,
	&verb_sheet,
	&verb_certify,
	&verb_verify,
	&verb_revoke,
	&verb_certificates,
	&verb_evaluate_form,
	&verb_evaluate_import,
	&verb_evaluate_report,
	&verb_evaluate_pending,
	&verb_evaluate_received,
	NULL,
};

static const struct program program = { "balint-attend", "The register: who was there, when they came and left.", verbs };

int
main(int argc, char **argv)
{
	return program_main(&program, argc, argv);
}
