#include "setting_value.h"

#include "days.h"

#include <balint/fatal.h>
#include <balint/iban.h>
#include <balint/text.h>
#include <balint/translation.h>
#include <balint/via.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What follows takes a value on the heap and gives one back, or frees it and refuses. */

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
accept_days(char *value, int most, struct refusal *why)
{
	int days[SETTING_DAYS], count = days_parse(value, most, days);
	char list[DAYS_TEXT];
	if (count == 0)
		refuse(why, "'%s' is no list of at most %d whole numbers that rise from 1 to %d, such as 7,21,42", value, SETTING_DAYS, most);
	free(value);
	return count > 0 ? memory_text(days_write(days, count, list)) : NULL;
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
		refuse(why, "%s: %s", value, system_error(errno));
	else if (!S_ISDIR(status.st_mode))
		refuse(why, "%s: %s", value, system_error(ENOTDIR));
	else
		return value;
	free(value);
	return NULL;
}

/* A program with its first arguments, blanks between them: it is run without a shell, and by cron. */
static char *
accept_program(char *value, struct refusal *why)
{
	struct stat status;
	char *program = memory_format("%.*s", (int)strcspn(value, " "), value);
	if (*program != '/')
		refuse(why, "'%s' is not the absolute path of a program; begin it with /", program);
	else if (stat(program, &status) != 0)
		refuse(why, "%s: %s", program, system_error(errno));
	else if (!S_ISREG(status.st_mode) || access(program, X_OK) != 0)
		refuse(why, "%s: not a program that can be run", program);
	else {
		free(program);
		return value;
	}
	free(program);
	free(value);
	return NULL;
}

/* The name of a file, which is looked for where it is used. */
static char *
accept_handle(char *value, struct refusal *why)
{
	if (text_is_handle(value, why))
		return value;
	refuse(why, "'%s' is not the name of a rule, such as ecm; 'balint-attend rules' lists them", value);
	free(value);
	return NULL;
}

static char *
accept_link(char *value, struct refusal *why)
{
	if (text_is_link(value, why))
		return value;
	free(value);
	return NULL;
}

static char *
accept_via(char *value, struct refusal *why)
{
	if (via_is_lasting(value, why))
		return value;
	free(value);
	return NULL;
}

char *
setting_accept(const struct known_setting *setting, const char *text, struct refusal *why)
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
	else if (value && setting->rule == RULE_DAYS)
		value = accept_days(value, setting->most, why);
	else if (value && setting->rule == RULE_DIRECTORY)
		value = accept_directory(value, why);
	else if (value && setting->rule == RULE_HANDLE)
		value = accept_handle(value, why);
	else if (value && setting->rule == RULE_LINK)
		value = accept_link(value, why);
	else if (value && setting->rule == RULE_MAILBOX)
		value = accept_mailbox(value, why);
	else if (value && setting->rule == RULE_PROGRAM)
		value = accept_program(value, why);
	else if (value && setting->rule == RULE_VIA)
		value = accept_via(value, why);
	else if (value)
		value = accept_text(value, setting->most, why);
	if (!value)
		refuse_within(why, setting->key);
	return value;
}
