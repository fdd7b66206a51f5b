#include "days.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
days_parse(const char *text, int most, int days[SETTING_DAYS])
{
	for (int count = 0; count < SETTING_DAYS; text++) {
		char *end;
		text += strspn(text, " ");
		long day = strtol(text, &end, 10);
		if (*text < '0' || *text > '9' || day > most || day <= (count > 0 ? days[count - 1] : 0))
			return 0;
		days[count++] = (int)day;
		text = end + strspn(end, " ");
		if (*text != ',')
			return *text ? 0 : count;
	}
	return 0;
}

char *
days_write(const int days[], int count, char text[DAYS_TEXT])
{
	*text = '\0';
	for (int i = 0, used = 0; i < count; i++)
		used += snprintf(text + used, (size_t)(DAYS_TEXT - used), "%s%d", i > 0 ? "," : "", days[i]);
	return text;
}
