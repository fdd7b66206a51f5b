#include "facts.h"

#include <balint/date.h>
#include <balint/text.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	VALUE = 4 * TEXT_MOST + 1,
	SHOWN = 400, /* bytes of both values that fit into a message */
};

/* Both values as text; false if nothing was said. */
static bool
write_values(const struct fact *fact, const char *said, const char *stored, char new[VALUE], char old[VALUE])
{
	said += fact->said;
	stored += fact->stored;
	if (fact->kind == FACT_TEXT || fact->kind == FACT_DATE) {
		char date[DATE_TEXT];
		const char *text = fact->kind == FACT_DATE ? date_write(*(const struct date *)stored, date) : *(const char *const *)stored;
		if (!*(const char *const *)said)
			return false;
		snprintf(new, VALUE, "%s", *(const char *const *)said);
		snprintf(old, VALUE, "%s", text ? text : "");
		return true;
	}
	if (fact->kind == FACT_COUNT || fact->kind == FACT_WEEKS) {
		const char *unit = fact->kind == FACT_WEEKS ? "w" : "";
		snprintf(new, VALUE, "%d%s", *(const int *)said, unit);
		snprintf(old, VALUE, "%lld%s", (long long)*(const int64_t *)stored, unit);
		return *(const int *)said != 0;
	}
	time_write(*(const struct daytime *)said, new);
	time_write(*(const struct daytime *)stored, old);
	return time_given(*(const struct daytime *)said);
}

bool
facts_agree(const struct fact *facts, size_t count, const void *said, const void *stored, const char *what, const char *change,
    struct refusal *why)
{
	for (size_t i = 0; i < count; i++) {
		char new[VALUE], old[VALUE];
		if (!write_values(&facts[i], said, stored, new, old) || strcmp(new, old) == 0)
			continue;
		if (strlen(new) + strlen(old) > SHOWN)
			return refuse(why, "%s is there with another %s; to change it: %s --%s TEXT", what, facts[i].option, change, facts[i].option);
		char *quoted = text_quoted(new);
		refuse(why, "%s is there, its %s is '%s' and not '%s'; to change it: %s --%s %s", what, facts[i].option, old, new, change,
		    facts[i].option, quoted);
		free(quoted);
		return false;
	}
	return true;
}
