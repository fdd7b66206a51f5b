#include "verbs.h"

#include <balint/reconcile.h>
#include <balint/setting.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct options {
	const char *bank;
	bool apply, probable;
};

static const struct option_spec options[] = {
	TEXT_OPTION(struct options, bank, OPTION_MAY, "bank", "NAME", "the bank's profile, camt.053 or mt940 (default: found by what is in the file)"),
	FLAG_OPTION(struct options, apply, "apply", "keep the credits, and record the payments of the matched ones"),
	FLAG_OPTION(struct options, probable, "probable", "those of the probable ones too, also of credits of the file that wait"),
};
static const struct options defaults = { 0 };

static bool
only_tries(const void *values)
{
	return !((const struct options *)values)->apply;
}

static void
take(void *context, const void *row)
{
	struct command *command = context;
	rows_emit(command->rows, row);
}

static void
complain(void *context, size_t line, size_t column, const char *what)
{
	const struct command *command = context;
	if (column)
		message("%s:%zu:%zu: %s", command->operands[0], line, column, what);
	else
		message("%s:%zu: %s", command->operands[0], line, what);
}

static void
progress(void *context, const char *what, size_t done, size_t all)
{
	command_progress(context, what, done, all);
}

static const char *
plural(size_t count)
{
	return count == 1 ? "" : "s";
}

/* The lines of the file, and that its balances have been looked at. */
static void
tell_file(struct command *command, const struct bank_facts *facts)
{
	char in[MONEY_TEXT], out[MONEY_TEXT], opening[MONEY_TEXT], closing[MONEY_TEXT], first[DATE_TEXT], last[DATE_TEXT], days[40] = "";
	if (date_given(facts->first))
		snprintf(days, sizeof days, ", %s to %s", date_write(facts->first, first), date_write(facts->last, last));
	command_warn(command, "%s%s: %zu line%s read, %zu credit%s of %s, %zu debit%s of %s, %zu pending", facts->source, days, facts->lines,
	    plural(facts->lines), facts->credits, plural(facts->credits), money_write(facts->in, in), facts->debits, plural(facts->debits),
	    money_write(facts->out, out), facts->pending);
	if (facts->opening != CENTS_NONE && facts->closing != CENTS_NONE)
		command_warn(command, "the balances add up: %s + %s - %s = %s", money_write(facts->opening, opening), in, out,
		    money_write(facts->closing, closing));
}

static void
tell_account(struct command *command, const struct bank_facts *facts)
{
	char *iban = setting_get(command->store, "iban");
	if (*facts->iban && iban && strcmp(facts->iban, iban) != 0)
		command_warn(command, "the statement is of the account %s, and not of the association's %s", facts->iban, iban);
	free(iban);
}

/* Every credit is in one of these sums; what stornos take back is beside them. */
static void
tell_sums(struct command *command, const struct reconcile_totals *totals)
{
	char taken[MONEY_TEXT], rest[MONEY_TEXT], known[MONEY_TEXT], back[MONEY_TEXT];
	command_warn(command, "%zu matched, %zu probable, %zu ambiguous, %zu unknown, %zu duplicate", totals->matched, totals->probable, totals->ambiguous,
	    totals->unknown, totals->duplicate);
	command_warn(command, command->trial ? "%s would be booked as payments, %s not, %s there already" : "%s booked as payments, %s not, %s there already", money_write(totals->taken, taken), money_write(totals->rest, rest),
	    money_write(totals->known, known));
	if (totals->taken_back)
		command_warn(command, "%s of payments taken back by stornos", money_write(totals->taken_back, back));
	if (totals->returned)
		command_warn(command, "%s of %zu debit%s that the bank gave back, such as a refund that did not arrive: left alone",
		    money_write(totals->returned_amount, back), totals->returned, plural(totals->returned));
}

/* What came of it, and what to do next. */
static void
tell(struct command *command, const struct options *o, const struct reconcile_totals *totals)
{
	if (command->count) {
		tell_file(command, &totals->facts);
		tell_account(command, &totals->facts);
	}
	tell_sums(command, totals);
	if (command->trial)
		command_warn(command, o->apply ? "a dry run, nothing is written" : "a preview, nothing is written; to record what is matched, add --apply");
	else if (totals->waiting)
		command_warn(command, "%zu credit%s wait%s for a person; see: balint-fees credits", totals->waiting, plural(totals->waiting),
		    totals->waiting == 1 ? "s" : "");
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct reconcile_totals totals;
	if (o->probable && !o->apply)
		return command_misused(command, "--probable goes with --apply; a preview shows what is probable in any case");
	char *directory = setting_get(command->store, "directory");
	struct reconcile_request request = {
		.path = command->count ? command->operands[0] : NULL,
		.choice = { o->bank, command->mapping, directory },
		.probable = o->probable,
		.kept = o->apply,
	};
	const struct reconcile_taker taker = { take, complain, progress, command };
	bool good = command_editions(command, &request.edition) && reconcile(command->store, &request, &taker, &totals, &command->why);
	command_progress(command, NULL, 0, 0);
	free(directory);
	if (!good)
		return REFUSED;
	tell(command, o, &totals);
	return totals.waiting ? ATTENTION : DONE;
}

const struct verb verb_reconcile = {
	.name = "reconcile",
	.operands = "[FILE]",
	.most = 1,
	.needs = WRITES,
	.tries = only_tries,
	.maps = true,
	.summary = "match a bank statement to what is owed: preview, or --apply",
	VERB_OPTIONS(options, defaults),
	.listing = &reconcile_listing,
	.run = run,
};
