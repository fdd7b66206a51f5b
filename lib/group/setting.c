#include <balint/fatal.h>
#include <balint/iban.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/text.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct column columns[] = {
	TEXT_COLUMN(struct setting_row, key),
	TEXT_COLUMN(struct setting_row, value),
};
const struct listing setting_listing = LISTING(columns);

enum rule { RULE_TEXT, RULE_IBAN, RULE_BIC, RULE_MAILBOX, RULE_CHOICE, RULE_COUNT, RULE_DIRECTORY };

static const struct known {
	const char *key;
	enum rule rule;
	int most;
	const char *choices;
	const char *value; /* the default */
} known[] = {
	{ "association", RULE_TEXT, 0, NULL, NULL },
	{ "bic", RULE_BIC, 0, NULL, NULL },
	{ "consent", RULE_CHOICE, 0, "participants|everyone", "participants" },
	{ "directory", RULE_DIRECTORY, 0, NULL, NULL },
	{ "from", RULE_MAILBOX, 0, NULL, NULL },
	{ "grace", RULE_COUNT, 120, NULL, "10" },
	{ "iban", RULE_IBAN, 0, NULL, NULL },
	{ "language", RULE_CHOICE, 0, "it|en", "it" },
	{ "payee", RULE_TEXT, 70, NULL, NULL }, /* EPC069-12: the beneficiary's name has at most 70 characters */
	{ "reply-to", RULE_MAILBOX, 0, NULL, NULL },
	{ "sendmail", RULE_TEXT, 0, NULL, NULL },
	{ "threshold", RULE_COUNT, 100, NULL, "90" },
	{ "via", RULE_TEXT, 0, NULL, NULL },
};
enum { KNOWN = sizeof known / sizeof known[0] };

static const struct known *
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

/* The value by its rule, as it will be stored; NULL if it is refused. */
static char *
accept_bic(char *value, struct refusal *why)
{
	size_t length = strlen(value);
	if ((length == 8 || length == 11) && strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length
	    && strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") >= 6)
		return value;
	free(value);
	return refuse(why, "a BIC has 8 or 11 capital letters and digits, such as UNCRITMM"), NULL;
}

static char *
accept_choice(char *value, const char *choices, struct refusal *why)
{
	const char *found = strstr(choices, value);
	size_t length = strlen(value);
	if (found && !strchr(value, '|') && (found == choices || found[-1] == '|') && (found[length] == '|' || !found[length]))
		return value;
	refuse(why, "'%s' is none of %s", value, choices);
	free(value);
	return NULL;
}

static char *
accept_count(char *value, int most, struct refusal *why)
{
	bool good = *value && !value[strspn(value, "0123456789")] && strlen(value) < 6 && atoi(value) <= most;
	char *count = good ? memory_format("%d", atoi(value)) : NULL;
	if (!good)
		refuse(why, "'%s' is not a whole number from 0 to %d", value, most);
	free(value);
	return count;
}

static char *
accept_iban(char *value, struct refusal *why)
{
	char iban[IBAN_TEXT];
	bool good = iban_parse(value, iban, why);
	free(value);
	return good ? memory_text(iban) : NULL;
}

static char *
accept_text(char *value, int most, struct refusal *why)
{
	size_t width = 0;
	for (const char *c = value; *c; c++)
		width += ((unsigned char)*c & 0xc0) != 0x80;
	if (most == 0 || width <= (size_t)most)
		return value;
	refuse(why, "%zu characters; the most is %d", width, most);
	free(value);
	return NULL;
}

static char *
accept_mailbox(char *value, struct refusal *why)
{
	if (text_is_mailbox(value, why))
		return value;
	free(value);
	return NULL;
}

/* Cron runs in another directory than people do. */
static char *
accept_directory(char *value, struct refusal *why)
{
	struct stat status;
	if (*value != '/')
		refuse(why, "'%s' is not an absolute path; begin it with /", value);
	else if (stat(value, &status) != 0)
		refuse(why, "%s: %s", value, strerror(errno));
	else if (!S_ISDIR(status.st_mode))
		refuse(why, "%s: %s", value, strerror(ENOTDIR));
	else
		return value;
	free(value);
	return NULL;
}

static char *
accept(const struct known *setting, const char *text, struct refusal *why)
{
	char *value = text_accept(text, why);
	if (value && setting->rule == RULE_IBAN)
		value = accept_iban(value, why);
	else if (value && setting->rule == RULE_BIC)
		value = accept_bic(value, why);
	else if (value && setting->rule == RULE_CHOICE)
		value = accept_choice(value, setting->choices, why);
	else if (value && setting->rule == RULE_COUNT)
		value = accept_count(value, setting->most, why);
	else if (value && setting->rule == RULE_DIRECTORY)
		value = accept_directory(value, why);
	else if (value && setting->rule == RULE_MAILBOX)
		value = accept_mailbox(value, why);
	else if (value)
		value = accept_text(value, setting->most, why);
	if (!value)
		refuse_within(why, setting->key);
	return value;
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
	const struct known *setting = find_known(key, &why);
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

/* Without these there is no association to speak of. */
static bool
is_needed(const struct known *setting)
{
	return strcmp(setting->key, "association") == 0 || strcmp(setting->key, "payee") == 0 || strcmp(setting->key, "iban") == 0;
}

bool
setting_set(struct store *store, const char *key, const char *value, struct refusal *why)
{
	const struct known *setting = find_known(key, why);
	if (setting && !*value && !is_needed(setting)) {
		store_run(store, SQL("DELETE FROM setting WHERE key = :key"), ARG("key", key));
		return true;
	}
	char *accepted = setting ? accept(setting, value, why) : NULL;
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
	const struct known *wanted = key ? find_known(key, why) : NULL;
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
