/* The verbs of balint-calendar, one file a noun or verb. */
#ifndef VERBS_H
#define VERBS_H

#include <balint/command.h>

/* Warns of a session that was planned before the days became free: nobody moves it unasked. A taker of findings. */
void warn_of_session(void *command, const void *finding);

extern const struct verb verb_plan, verb_suggest, verb_generate, verb_renew, verb_list, verb_next, verb_why, verb_holiday_list, verb_break_add,
    verb_break_list, verb_break_remove, verb_closure_add, verb_closure_list, verb_closure_remove, verb_export, verb_move, verb_retract, verb_consent,
    verb_changes, verb_cancel, verb_restore, verb_add, verb_set, verb_issue, verb_issue_list, verb_diff, verb_print,
    verb_patron_list, verb_import, verb_remind, verb_notify;

#endif
