#include "days.h"
#include "setting_value.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/text.h>
#include <balint/words.h>

#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
	TEXT_COLUMN(struct setting_row, key),
	TEXT_COLUMN(struct setting_row, value),
};
const struct listing setting_listing = LISTING(columns);

static const struct known_setting known[] = {
	{ "address", RULE_TEXT, 0, NULL, NULL },
	{ "association", RULE_TEXT, 0, NULL, NULL },
	{ "bic", RULE_BIC, 0, NULL, NULL },
	{ "consent", RULE_CHOICE, 0, "participants|everyone", "participants" },
	{ "directory", RULE_DIRECTORY, 0, NULL, NULL },
	{ "dunning", RULE_DAYS, 365, NULL, "7,21,42" },
	{ "from", RULE_MAILBOX, 0, NULL, NULL },
	{ "grace", RULE_COUNT, 120, NULL, "10" },
	{ "iban", RULE_IBAN, 0, NULL, NULL },
	{ "language", RULE_CHOICE, 0, "it|en", "it" },
	{ "payee", RULE_TEXT, 70, NULL, NULL }, /* EPC069-12: the beneficiary's name has at most 70 characters */
	{ "phone", RULE_TEXT, 60, NULL, NULL },
	{ "reply-to", RULE_MAILBOX, 0, NULL, NULL },
	{ "rota", RULE_CHOICE, 0, "yes|no", "no" },
	{ "rule", RULE_HANDLE, 0, NULL, NULL },
	{ "sendmail", RULE_PROGRAM, 0, NULL, NULL },
	{ "threshold", RULE_COUNT, 100, NULL, "90" },
	{ "via", RULE_VIA, 0, NULL, NULL },
	{ "website", RULE_LINK, 0, NULL, NULL },
};
enum { KNOWN = sizeof known / sizeof known[0] };

const struct known_setting *
setting_known(size_t index)
{
	return index < KNOWN ? &known[index] : NULL;
}

static const struct known_setting *
find_known(const char *key, struct refusal *why)
{
	const char *keys[KNOWN + 1] = { NULL };
	for (size_t i = 0; i < KNOWN; i++) {
		if (strcmp(known[i].key, key) == 0)
			return &known[i];
		keys[i] = known[i].key;
	}
	const char *closest = text_closest(key, keys);
	if (closest)
		refuse(why, "there is no setting '%s'; did you mean '%s'?", key, closest);
	else
		refuse(why, "there is no setting '%s'; 'balint-group get' lists them", key);
	return NULL;
}

/* What the store holds, without the default. */
static char *
stored(struct store *store, const char *key)
{
	char *value = NULL;
	struct query query = store_query(store,
	    SQL("SELECT value\n"
	        "  FROM setting\n"
	        " WHERE key = :key"),
	    ARG("key", key));
	if (query_next(&query))
		value = memory_text(query_text(&query, 0));
	query_end(&query);
	return value;
}

char *
setting_get(struct store *store, const char *key)
{
	struct refusal why;
	const struct known_setting *setting = find_known(key, &why);
	char *value = stored(store, key);
	if (!value && setting && setting->value)
		value = memory_text(setting->value);
	return value;
}

int
setting_count(struct store *store, const char *key)
{
	char *value = setting_get(store, key);
	int count = value ? atoi(value) : 0;
	free(value);
	return count;
}

int
setting_days(struct store *store, const char *key, int days[SETTING_DAYS])
{
	struct refusal why;
	const struct known_setting *setting = find_known(key, &why);
	char *value = setting_get(store, key);
	int count = setting && value ? days_parse(value, setting->most, days) : 0;
	free(value);
	return count;
}

/* Without these there is no association to speak of. */
static bool
is_needed(const struct known_setting *setting)
{
	return strcmp(setting->key, "association") == 0 || strcmp(setting->key, "payee") == 0 || strcmp(setting->key, "iban") == 0;
}

bool
setting_set(struct store *store, const char *key, const char *value, struct refusal *why)
{
	const struct known_setting *setting = find_known(key, why);
	if (setting && !*value && !is_needed(setting)) {
		store_run(store, SQL("DELETE FROM setting WHERE key = :key"), ARG("key", key));
		return true;
	}
	char *accepted = setting ? setting_accept(setting, value, why) : NULL;
	if (!accepted)
		return false;
	store_run(store,
	    SQL("INSERT INTO setting (key, value)\n"
	        "VALUES (:key, :value)\n"
	        "ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value"),
	    ARG("key", key), ARG("value", accepted));
	free(accepted);
	return true;
}

bool
setting_init(struct store *store, const char *key, const char *value, struct refusal *why)
{
	if (!value)
		return true;
	char *before = stored(store, key);
	bool good = setting_set(store, key, value, why);
	char *after = stored(store, key);
	if (good && before && strcmp(before, after) != 0) {
		char *quoted = text_quoted(after);
		good = refuse(why, "%s is '%s' and not '%s'; to change it: balint-group set %s=%s", key, before, after, key, quoted);
		free(quoted);
	}
	free(before);
	free(after);
	return good;
}

bool
setting_list(struct store *store, const char *key, row_taker *take, void *context, struct refusal *why)
{
	const struct known_setting *wanted = key ? find_known(key, why) : NULL;
	if (key && !wanted)
		return false;
	for (size_t i = 0; i < KNOWN; i++) {
		if (wanted && wanted != &known[i])
			continue;
		char *value = setting_get(store, known[i].key);
		struct setting_row row = { known[i].key, value };
		if (value)
			take(context, &row);
		else if (wanted)
			return refuse(why, "%s is not set; set it with 'balint-group set %s=…'", key, key);
		free(value);
	}
	return true;
}

void
words_of_settings(const struct word_scope *scope, word_taker *take, void *context)
{
	for (size_t i = 0; i < KNOWN; i++) {
		char *value = scope->store ? setting_get(scope->store, known[i].key) : NULL;
		take(context, known[i].key, value);
		free(value);
	}
}

void
words_of_values(const struct word_scope *scope, word_taker *take, void *context)
{
	struct refusal unasked;
	const struct known_setting *setting = find_known(scope->before, &unasked);
	if (!setting)
		return;
	for (const char *choice = setting->choices; choice && *choice;) {
		char *word = memory_format("%.*s", (int)strcspn(choice, "|"), choice);
		take(context, word, NULL);
		choice += strlen(word) + (choice[strlen(word)] == '|');
		free(word);
	}
	char *value = scope->store && !setting->choices ? setting_get(scope->store, setting->key) : NULL;
	if (value)
		take(context, value, "as it is");
	free(value);
}

bool
setting_is_path(const char *key)
{
	struct refusal unasked;
	const struct known_setting *setting = find_known(key, &unasked);
	return setting && (setting->rule == RULE_DIRECTORY || setting->rule == RULE_PROGRAM);
}
