#include "intake.h"
#include "judge.h"

#include <balint/fatal.h>
#include <balint/query.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REASON = 160, PROGRESS_EVERY = 1024 };

#define ROW struct reconcile_row
static const struct column columns[] = {
	COUNT_COLUMN(ROW, line),
	DATE_COLUMN(ROW, date),
	AMOUNT_COLUMN(ROW, amount),
	TEXT_DETAIL(ROW, payer),
	TEXT_DETAIL(ROW, text),
	TEXT_COLUMN(ROW, verdict),
	TEXT_COLUMN(ROW, handle),
	MONTH_COLUMN(ROW, month),
	AMOUNT_COLUMN(ROW, allocated),
	SENTENCE_COLUMN(ROW, reason),
	TEXT_DETAIL(ROW, edition),
	COUNT_DETAIL(ROW, credit),
};
const struct listing reconcile_listing = LISTING(columns);

/* A credit of the file, and its place: by day, stornos after what they may take back, then by line. */
struct item {
	int64_t credit; /* as by intake_keep */
	uint32_t line;
	int32_t day; /* twice, plus one for a storno */
};

struct file {
	struct store *store;
	const struct reconcile_request *request;
	const struct reconcile_taker *taker;
	struct intake intake;
	struct item *items;
	size_t count, lines, returned;
	cents returned_amount;
	bool sorted;
};

static int
compare_items(const void *a, const void *b)
{
	const struct item *left = a, *right = b;
	if (left->day != right->day)
		return left->day < right->day ? -1 : 1;
	return (left->line > right->line) - (left->line < right->line);
}

static void
take_line(void *context, const struct bank_line *line)
{
	struct file *file = context;
	if (++file->lines % PROGRESS_EVERY == 0)
		file->taker->progress(file->taker->context, "lines read", file->lines, 0);
	if (line->pending || (line->amount < 0) != line->storno) {
		file->returned += line->amount > 0 && !line->pending;
		file->returned_amount += line->amount > 0 && !line->pending ? line->amount : 0;
		return;
	}
	file->items = memory_for_one(file->items, file->count, sizeof *file->items);
	struct item *item = &file->items[file->count++];
	*item = (struct item){ intake_keep(&file->intake, line), (uint32_t)line->line, 2 * line->booked.day + (line->amount < 0) };
	file->sorted = file->sorted && (file->count == 1 || compare_items(item - 1, item) <= 0);
}

static void
complain(void *context, size_t line, size_t column, const char *what)
{
	const struct file *file = context;
	file->taker->complain(file->taker->context, line, column, what);
}

/* What is to be done with a credit that was there before. */
static void
judge_again(struct judge *judge, const struct credit *credit, const char *state, bool probable)
{
	char reason[REASON];
	bool waits = strcmp(state, "waiting") == 0;
	struct reconcile_row row = judge_row(judge, credit);
	if (waits && probable) {
		judge_now(judge, credit);
		return;
	}
	snprintf(reason, sizeof reason, "there already as credit %lld, %s", (long long)credit->id, waits ? "which waits for a person" : state);
	row.verdict = "duplicate";
	row.reason = reason;
	judge->take(judge->context, &row);
	judge->totals->duplicate++;
	judge->totals->known += credit->amount > 0 ? credit->amount : 0;
	judge->totals->waiting += waits;
}

static void
judge_known(struct judge *judge, const struct file *file, const struct item *item)
{
	struct query query = store_query(judge->store,
	    SQL("SELECT id, booked_on, amount, payer, iban, text, source, state\n"
	        "  FROM credit_account\n"
	        " WHERE id = :credit"),
	    ARG("credit", -item->credit));
	query_next(&query);
	struct credit credit = judge_load(&query);
	credit.line = item->line;
	judge_again(judge, &credit, query_text(&query, 7), file->request->probable);
	query_end(&query);
}

/* New credits from the first of the items on, in their order: one, or as many as there are. */
static size_t
judge_new(struct judge *judge, const struct item *items, size_t most)
{
	size_t count = 0;
	struct query query = store_query(judge->store,
	    SQL("SELECT c.id, c.booked_on, c.amount, c.payer, c.iban, c.text, s.source\n"
	        "  FROM credit AS c\n"
	        "  JOIN statement AS s ON s.id = c.statement\n"
	        " WHERE c.id >= :first\n"
	        " ORDER BY c.id"),
	    ARG("first", items[0].credit));
	while (count < most && query_next(&query) && query_int(&query, 0) == items[count].credit) {
		struct credit credit = judge_load(&query);
		credit.line = items[count++].line;
		judge_now(judge, &credit);
	}
	query_end(&query);
	return count;
}

static void
judge_items(struct judge *judge, struct file *file)
{
	if (!file->sorted)
		qsort(file->items, file->count, sizeof *file->items, compare_items);
	for (size_t i = 0; i < file->count;) {
		file->taker->progress(file->taker->context, "credits judged", i, file->count);
		if (file->items[i].credit < 0)
			judge_known(judge, file, &file->items[i++]);
		else
			i += judge_new(judge, &file->items[i], file->count - i < PROGRESS_EVERY ? file->count - i : PROGRESS_EVERY);
	}
}

/* The file is read whole before anything is judged, so that its faults are told and nothing else. */
static bool
read_file(struct file *file, struct reconcile_totals *totals, struct refusal *why)
{
	const struct bank_reading reading = { take_line, complain, file };
	file->intake = intake_begin(file->store, file->request->path);
	if (!bank_read(file->request->path, &file->request->choice, &reading, &totals->facts, why))
		return false;
	intake_end(&file->intake, totals->facts.source);
	return true;
}

static bool
reconcile_file(struct judge *judge, const struct reconcile_request *request, const struct reconcile_taker *taker, struct refusal *why)
{
	struct file file = { .store = judge->store, .request = request, .taker = taker, .sorted = true };
	bool good = read_file(&file, judge->totals, why);
	if (good && file.count) {
		judge->hidden = request->kept ? INT64_MAX : file.intake.before;
		judge->before = file.intake.before;
		judge_items(judge, &file);
	}
	judge->totals->returned = file.returned;
	judge->totals->returned_amount = file.returned_amount;
	free(file.items);
	return good;
}

/* Stornos after the credits of their day: a credit that one takes back is not met again. */
static void
reconcile_waiting(struct judge *judge)
{
	judge->hidden = judge->before = INT64_MAX - 1;
	struct query query = store_query(judge->store,
	    SQL("SELECT id, booked_on, amount, payer, iban, text, source\n"
	        "  FROM credit_account\n"
	        " WHERE state = 'waiting'\n"
	        " ORDER BY booked_on, amount < 0, id"));
	while (query_next(&query)) {
		const struct credit credit = judge_load(&query);
		judge_now(judge, &credit);
	}
}

bool
reconcile(struct store *store, const struct reconcile_request *request, const struct reconcile_taker *taker, struct reconcile_totals *totals,
    struct refusal *why)
{
	*totals = (struct reconcile_totals){ 0 };
	struct judge judge = {
		.store = store,
		.edition = request->edition,
		.probable = request->probable,
		.records = true,
		.take = taker->take,
		.context = taker->context,
		.totals = totals,
	};
	bool good = true;
	if (request->path)
		good = reconcile_file(&judge, request, taker, why);
	else
		reconcile_waiting(&judge);
	claims_free(judge.claims);
	return good;
}
