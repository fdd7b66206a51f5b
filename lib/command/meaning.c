/* What the placeholders of the option tables stand for. A verb that is added finds its own here, or one is added. */
#include "complete.h"

#include <balint/bank.h>
#include <balint/clock.h>
#include <balint/date.h>
#include <balint/outbox_list.h>
#include <balint/questionnaire.h>
#include <balint/rule.h>
#include <balint/setting.h>

#include <stdlib.h>
#include <string.h>

/* Names of data files, those of the association among them; and those that have no file. */
static void
files(const struct word_scope *scope, const struct data_kind *kind, word_taker *take, void *context)
{
	struct refusal unasked;
	struct data_names names;
	char *directory = scope->store ? setting_get(scope->store, "directory") : NULL;
	if (data_names_find(directory, kind, &names, &unasked) || data_names_find(NULL, kind, &names, &unasked))
		for (size_t i = 0; i < names.count; i++)
			take(context, names.names[i], NULL);
	data_names_release(&names);
	free(directory);
	for (const char *other = kind->others; other && *other;) {
		char *name = memory_format("%.*s", (int)strcspn(other, ","), other);
		take(context, name, NULL);
		other += strlen(name);
		other += strspn(other, ", ");
		free(name);
	}
}

static void
rules(const struct word_scope *scope, word_taker *take, void *context)
{
	files(scope, &rule_files, take, context);
}

static void
forms(const struct word_scope *scope, word_taker *take, void *context)
{
	files(scope, &questionnaire_files, take, context);
}

static void
banks(const struct word_scope *scope, word_taker *take, void *context)
{
	files(scope, &bank_files, take, context);
}

static void
today(const struct word_scope *scope, word_taker *take, void *context)
{
	char text[DATE_TEXT];
	(void)scope;
	take(context, date_write(clock_today(), text), NULL);
}

#define GROUP "balint-group"
#define CALENDAR "balint-calendar"
#define ATTEND "balint-attend"
#define FEES "balint-fees"

/* The first that fits holds. */
static const struct meaning meanings[] = {
	{ NULL, NULL, NULL, "FILE", .file = true },
	{ NULL, NULL, NULL, "VIA", .words = "sendmail|maildir:|mbox:|-" },

	{ NULL, NULL, "payer", "HANDLE", .source = words_of_people },
	{ GROUP, "person add", "", "HANDLE", .words = NULL },
	{ GROUP, "admit", "", "HANDLE", .source = words_of_members, .which = "applicant waiting" },
	{ GROUP, "withdraw", "", "HANDLE", .source = words_of_members },
	{ GROUP, "unenrol", "", "HANDLE", .source = words_of_members },
	{ GROUP, NULL, NULL, "HANDLE", .source = words_of_people },
	{ FEES, "payers forget", "", "HANDLE", .source = words_of_paid },
	{ FEES, NULL, NULL, "HANDLE", .source = words_of_accounts },
	{ NULL, NULL, NULL, "HANDLE", .source = words_of_members },

	{ NULL, NULL, "edition", "CODE", .source = words_of_editions },
	{ GROUP, "edition add", "", "CODE", .words = NULL },
	{ GROUP, "profession add", "", "CODE", .words = NULL },
	{ GROUP, NULL, NULL, "CODE", .source = words_of_editions },
	{ ATTEND, NULL, NULL, "CODE", .source = words_of_certificates },

	{ NULL, NULL, "since", "DATE", .source = words_of_issues },
	{ NULL, NULL, "session", "DATE", .source = words_of_sessions },
	{ ATTEND, NULL, NULL, "DATE", .source = words_of_sessions },
	{ CALENDAR, "closure remove", "", "DATE", .source = words_of_suspensions, .which = "closure" },
	{ CALENDAR, "closure add", "", "DATE", .words = NULL },
	{ CALENDAR, "add", "", "DATE", .words = NULL },
	{ CALENDAR, "retract", "", "DATE", .source = words_of_changes },
	{ CALENDAR, "consent", "", "DATE", .source = words_of_changes },
	{ CALENDAR, "restore", "", "DATE", .source = words_of_sessions, .which = "cancelled" },
	{ CALENDAR, "cancel", "", "DATE", .source = words_of_sessions, .which = "scheduled" },
	{ CALENDAR, "move", "", "DATE", .source = words_of_sessions, .which = "scheduled" },
	{ CALENDAR, "list", NULL, "DATE", .source = words_of_sessions },
	{ CALENDAR, NULL, "", "DATE", .source = words_of_sessions },
	{ CALENDAR, NULL, NULL, "DATE", .words = NULL },
	{ NULL, NULL, "born-on", "DATE", .words = NULL },
	{ NULL, NULL, "start", "DATE", .words = NULL },
	{ NULL, NULL, NULL, "DATE", .source = today, .storeless = true },

	{ CALENDAR, NULL, NULL, "MONTH", .source = words_of_session_months },
	{ FEES, NULL, NULL, "MONTH", .source = words_of_months },
	{ FEES, NULL, NULL, "M", .source = words_of_months },
	{ CALENDAR, "break remove", "", "A..B", .source = words_of_suspensions, .which = "break" },
	{ FEES, NULL, "months", "A..B", .source = words_of_month_range },
	{ NULL, NULL, "year", "Y", .source = words_of_session_months, .which = "year" },
	{ NULL, NULL, "year", "YYYY", .source = words_of_session_months, .which = "year" },

	{ GROUP, "outbox show", "", "ID", .source = words_of_notices },
	{ GROUP, "outbox retry", "", "ID", .source = words_of_notices, .which = "failed dropped" },
	{ GROUP, "outbox drop", "", "ID", .source = words_of_notices, .which = "queued failed" },
	{ GROUP, "undo", NULL, "ID", .source = words_of_log },
	{ GROUP, "log", NULL, "ID", .source = words_of_log },
	{ FEES, "receipt", "", "ID", .source = words_of_entries, .which = "payment" },
	{ FEES, "reverse", "", "ID", .source = words_of_entries },
	{ FEES, "match", "", "CREDIT", .source = words_of_credits, .which = "waiting dismissed" },
	{ FEES, "dismiss", "", "CREDIT", .source = words_of_credits, .which = "waiting" },
	{ FEES, "unmatch", "", "CREDIT", .source = words_of_credits, .which = "matched" },
	{ FEES, "payers forget", "", "IBAN", .source = words_of_payers },

	{ NULL, NULL, NULL, "KEY", .source = words_of_settings, .storeless = true },
	{ NULL, NULL, NULL, "VALUE", .source = words_of_values, .storeless = true },
	{ NULL, NULL, "profession", "P", .source = words_of_professions },
	{ NULL, NULL, "category", "C", .source = words_of_categories },
	{ NULL, NULL, NULL, "CATEGORY", .source = words_of_categories },
	{ NULL, NULL, NULL, "CITY", .source = words_of_cities, .storeless = true },
	{ NULL, NULL, "kind", "KIND", .words = OUTBOX_KINDS },
	{ NULL, NULL, NULL, "MARK", .words = "present|absent|excused|online" },
	{ NULL, NULL, "rule", "NAME", .source = rules, .storeless = true },
	{ NULL, NULL, "form", "NAME", .source = forms, .storeless = true },
	{ NULL, NULL, "bank", "NAME", .source = banks, .storeless = true },
	{ NULL, NULL, "weekday", "D,E", .words = "mon|tue|wed|thu|fri|sat|sun" },
	{ NULL, NULL, "alarm", "1d", .words = "30m|1h|2h|1d|1w" },
};

static bool
fits(const char *wanted, const char *there)
{
	return !wanted || strcmp(wanted, there) == 0;
}

const struct meaning *
meaning_find(const char *program, const char *verb, const char *option, const char *placeholder)
{
	for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
		if (strcmp(meanings[i].placeholder, placeholder) == 0 && fits(meanings[i].program, program) && fits(meanings[i].verb, verb)
		    && fits(meanings[i].option, option))
			return &meanings[i];
	return NULL;
}
