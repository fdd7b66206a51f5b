/* What `check` finds in the settings. */
#include "setting_value.h"

#include <balint/clock.h>
#include <balint/data_file.h>
#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/template.h>
#include <balint/via.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct check {
	struct store *store;
	row_taker *take;
	void *context;
};

/* Those that `init` asks for, with what stands for them in the command that sets them. */
static const char *
placeholder(const char *key)
{
	static const char *const needed[][2] = { { "association", "NAME" }, { "payee", "NAME" }, { "iban", "IBAN" } };
	for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
		if (strcmp(needed[i][0], key) == 0)
			return needed[i][1];
	return NULL;
}

/* The value by its rule; what is refused begins with the key, which is the subject. */
static void
check_value(const struct check *check, const struct known_setting *setting, const char *value)
{
	struct refusal why;
	const struct subject subject = { NULL, setting->key };
	const char *needed = placeholder(setting->key);
	char *cure = memory_format("balint-group set %s=%s", setting->key, needed ? needed : "");
	char *accepted = value ? setting_accept(setting, value, &why) : NULL;
	if (!value && needed)
		finding_report(check->take, check->context, "error", subject, cure, "it is not set");
	else if (value && !accepted)
		finding_report(check->take, check->context, "error", subject, cure, "%s", why.text + strlen(setting->key) + strlen(": "));
	free(accepted);
	free(cure);
}

static void
take_template(void *context, const char *what)
{
	const struct check *check = context;
	finding_report(check->take, check->context, "error", (struct subject){ NULL, "templates" }, "balint-group set directory=", "%s", what);
}

static void
check_templates(struct check *check)
{
	struct refusal why;
	char *directory = setting_get(check->store, "directory");
	if (directory && data_directory_check(directory, &why))
		template_check(directory, take_template, check);
	free(directory);
}

/* Members whom reminders would reach, of open editions with sessions to come, as long as nothing waits: that is outbox_check's. */
static void
check_sender(const struct check *check)
{
	char *from = setting_get(check->store, "from");
	int64_t members = from ? 0 : store_number(check->store,
	    SQL("SELECT count(DISTINCT p.id)\n"
	        "  FROM edition AS e\n"
	        "  JOIN enrolment AS m ON m.edition = e.id AND m.status = 'active'\n"
	        "  JOIN person AS p ON p.id = m.person AND p.email IS NOT NULL\n"
	        " WHERE e.status = 'open'\n"
	        "   AND EXISTS (SELECT 1 FROM session WHERE edition = e.id AND status = 'scheduled' AND date >= :today)\n"
	        "   AND NOT EXISTS (SELECT 1 FROM outbox WHERE status = 'queued')"),
	    ARG("today", clock_today()));
	if (members > 0)
		finding_report(check->take, check->context, "warning", (struct subject){ NULL, "from" }, "balint-group set from='Name <name@example.org>'",
		    "members with a mail address: %lld; and mails have no sender", (long long)members);
	free(from);
}

/* Commands may name a way of their own, so that one is missed only once something has waited for it. */
static void
check_way(const struct check *check)
{
	char stamp[CLOCK_STAMP];
	char *via = setting_get(check->store, "via"), *program = setting_get(check->store, "sendmail");
	if (!via
	    && store_has(check->store,
	        SQL("SELECT 1\n"
	            "  FROM notices AS v\n"
	            "  JOIN edition AS e ON e.code = v.edition AND e.status = 'open'\n"
	            "  JOIN person AS p ON p.handle = v.person AND p.email IS NOT NULL\n"
	            " WHERE v.status = 'queued' AND julianday(v.queued) < julianday(:stamp) - 1\n"
	            " LIMIT 1"),
	        ARG("stamp", clock_stamp(stamp))))
		finding_report(check->take, check->context, "warning", (struct subject){ NULL, "via" }, "balint-group set via=sendmail",
		    "notices wait, and no way to deliver mail is set");
	if (via && strcmp(via, "sendmail") == 0 && !program && access(VIA_PROGRAM, X_OK) != 0)
		finding_report(check->take, check->context, "error", (struct subject){ NULL, "sendmail" }, "balint-group set sendmail=PROGRAM",
		    "%s: no such program", VIA_PROGRAM);
	free(via);
	free(program);
}

void
setting_check(struct store *store, row_taker *take, void *context)
{
	struct check check = { store, take, context };
	const struct known_setting *setting;
	for (size_t i = 0; (setting = setting_known(i)) != NULL; i++) {
		char *value = setting_get(store, setting->key);
		check_value(&check, setting, value);
		free(value);
	}
	check_templates(&check);
	check_sender(&check);
	check_way(&check);
}
