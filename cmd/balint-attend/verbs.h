/* The verbs of balint-attend, one file a noun or verb. */
#ifndef VERBS_H
#define VERBS_H

#include <balint/command.h>

extern const struct verb verb_mark, verb_announce, verb_import, verb_list, verb_grid;
extern const struct verb verb_report, verb_requirements, verb_rules, verb_conductors;
extern const struct verb verb_rota, verb_rota_set, verb_rota_clear, verb_rota_swap, verb_rota_history, verb_present;
extern const struct verb verb_sheet;
extern const struct verb verb_certify, verb_verify, verb_revoke, verb_certificates;
extern const struct verb verb_evaluate_form, verb_evaluate_import, verb_evaluate_report, verb_evaluate_pending, verb_evaluate_received;

#endif
