/* What a setting takes, and what of it is stored. */
#ifndef BALINT_GROUP_SETTING_VALUE_H
#define BALINT_GROUP_SETTING_VALUE_H

#include <balint/refusal.h>

#include <stddef.h>

enum rule { RULE_TEXT, RULE_IBAN, RULE_BIC, RULE_MAILBOX, RULE_CHOICE, RULE_COUNT, RULE_DAYS, RULE_DIRECTORY, RULE_HANDLE, RULE_LINK, RULE_PROGRAM, RULE_VIA };

struct known_setting {
	const char *key;
	enum rule rule;
	int most; /* of a text: characters, 0: any number; of a count: the greatest */
	const char *choices;
	const char *value; /* the default */
};

/* Every setting that there is, by key, from 0; NULL after the last. */
const struct known_setting *setting_known(size_t index);

/* The value by the setting's rule, as it will be stored; NULL if it is refused, with a sentence that names the key. Owned by the caller. */
char *setting_accept(const struct known_setting *setting, const char *text, struct refusal *why);

#endif
