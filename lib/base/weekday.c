/* Days of the week as people write them, in Italian and in English. */
#include <balint/date.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { FORMS = 4 }; /* of each day, Monday first */

static const char *const forms[] = {
	"mon", "monday", "lun", "lunedi", /* the folded forms */
	"tue", "tuesday", "mar", "martedi",
	"wed", "wednesday", "mer", "mercoledi",
	"thu", "thursday", "gio", "giovedi",
	"fri", "friday", "ven", "venerdi",
	"sat", "saturday", "sab", "sabato",
	"sun", "sunday", "dom", "domenica",
	NULL,
};

static bool
take_day(const char *name, struct weekdays *days, struct refusal *why)
{
	char *folded = text_fold(name);
	size_t form = 0;
	while (forms[form] && strcmp(forms[form], folded) != 0)
		form++;
	const char *closest = forms[form] ? NULL : text_closest(folded, forms);
	free(folded);
	if (forms[form])
		return days->days |= 1U << (form / FORMS + 1), true;
	if (closest)
		return refuse(why, "unknown day of the week '%s'; did you mean '%s'?", name, closest);
	return refuse(why, "unknown day of the week '%s'; there are mon, tue, wed, thu, fri, sat, sun, or lun, mar, mer, gio, ven, sab, dom", name);
}

bool
weekdays_parse(const char *text, struct weekdays *days, struct refusal *why)
{
	char *accepted = text_accept(text, why), *rest = accepted;
	bool good = accepted != NULL;
	while (good && rest)
		good = take_day(strsep(&rest, ","), days, why);
	free(accepted);
	return good;
}

bool
weekdays_have(struct weekdays days, struct date date)
{
	return days.days == 0 || days.days >> date_weekday(date) & 1U;
}
