#include "verbs.h"

static const struct verb *const verbs[] = {
	&verb_plan,
	&verb_suggest,
	&verb_generate,
	&verb_renew,
	&verb_list,
	&verb_next,
	&verb_why,
	&verb_holiday_list,
	&verb_patron_list,
	&verb_break_add,
	&verb_break_list,
	&verb_break_remove,
	&verb_closure_add,
	&verb_closure_list,
	&verb_closure_remove,
	&verb_import,
	&verb_move,
	&verb_retract,
	&verb_consent,
	&verb_changes,
	&verb_cancel,
	&verb_restore,
	&verb_add,
	&verb_set,
	&verb_issue_list,
	&verb_issue,
	&verb_diff,
	&verb_export,
	&verb_print,
	&verb_remind,
	&verb_notify,
	NULL,
};

static const struct program program = { "balint-calendar", "The sessions: plan, skip holidays and breaks, publish, remind.", verbs };

int
main(int argc, char **argv)
{
	return program_main(&program, argc, argv);
}
