#include "verbs.h"

#include <balint/setting.h>

struct options {
	const char *association, *payee, *iban, *bic, *from, *reply_to, *language;
};

static const struct option_spec options[] = {
	TEXT_OPTION(struct options, association, OPTION_MUST, "association", "NAME", "who runs the groups"),
	TEXT_OPTION(struct options, payee, OPTION_MUST, "payee", "NAME", "in whose name the account is"),
	TEXT_OPTION(struct options, iban, OPTION_MUST, "iban", "IBAN", "the account that fees are paid to"),
	TEXT_OPTION(struct options, bic, OPTION_MAY, "bic", "BIC", "its bank"),
	TEXT_OPTION(struct options, from, OPTION_MAY, "from", "MAILBOX", "the sender of mail, and organizer of calendars"),
	TEXT_OPTION(struct options, reply_to, OPTION_MAY, "reply-to", "MAILBOX", "who gets the answers"),
	CHOICE_OPTION(struct options, language, OPTION_MAY, "language", "it|en", "of papers and mail (default: it)"),
};
static const struct options defaults = { 0 };

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct store *store = command->store;
	struct refusal *why = &command->why;
	if (!setting_init(store, "association", o->association, why) || !setting_init(store, "payee", o->payee, why)
	    || !setting_init(store, "iban", o->iban, why) || !setting_init(store, "bic", o->bic, why)
	    || !setting_init(store, "from", o->from, why) || !setting_init(store, "reply-to", o->reply_to, why)
	    || !setting_init(store, "language", o->language, why))
		return REFUSED;
	sink_format(command->out, "%s\n", command->path);
	return DONE;
}

const struct verb verb_init = {
	.name = "init",
	.needs = CREATES,
	.summary = "make the store of an association",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
