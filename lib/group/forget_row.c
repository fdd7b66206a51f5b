#include <balint/finding.h>
#include <balint/forget.h>
#include <balint/translation.h>

#define ROW struct forget_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, what),
	COUNT_COLUMN(ROW, rows),
	TEXT_COLUMN(ROW, action),
	DATE_COLUMN(ROW, until),
};
const struct listing forget_listing = LISTING(columns);

void
forget_say(struct forgetting *forgetting, const char *what, int64_t rows, const char *action, struct date until)
{
	const ROW row = { what, rows, action, until };
	if (rows > 0)
		forgetting->take(forgetting->context, &row);
}

void
forget_suspect(struct forgetting *forgetting, int64_t rows, const char *sentence)
{
	if (rows > 0)
		forgetting->tell(forgetting->told, translated(sentence));
}

void
forget_check(struct store *store, row_taker *take, void *context)
{
	if (erase_is_due(store))
		finding_report(take, context, "error", (struct subject){ NULL, "store" }, translated("balint-group forget HANDLE, as before"),
		    "the file still has old pages of somebody who was forgotten");
}
