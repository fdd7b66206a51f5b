/* What the trades find, for those who check and those who undo. */
#include "verbs.h"

#include <balint/change.h>
#include <balint/enrolment.h>
#include <balint/finding.h>
#include <balint/forget.h>
#include <balint/instalment.h>
#include <balint/ledger.h>
#include <balint/outbox_list.h>
#include <balint/person.h>
#include <balint/register_check.h>
#include <balint/session.h>
#include <balint/setting.h>

void
findings_gather(struct store *store, int64_t edition, row_taker *take, void *context)
{
	forget_check(store, take, context);
	setting_check(store, take, context);
	names_check(store, take, context);
	member_check(store, edition, take, context);
	membership_check(store, edition, take, context);
	session_check(store, edition, DATE_NONE, DATE_NONE, take, context);
	change_check(store, edition, take, context);
	calendar_check(store, edition, take, context);
	register_check(store, edition, take, context);
	instalment_check(store, edition, take, context);
	ledger_check(store, take, context);
	outbox_check(store, edition, take, context);
}
