#include "verbs.h"

#include <balint/certificate.h>
#include <balint/clock.h>

#include <stdlib.h>
#include <string.h>

struct options {
	const char *rule, *language;
	struct date as_of;
	bool all, html;
};

static const struct option_spec options[] = {
	FLAG_OPTION(struct options, all, "all", "all participants who qualify; the others are named"),
	WORD_OPTION(struct options, rule, OPTION_MAY, "rule", "NAME", "by this rule (default: the association's)"),
	DATE_OPTION(struct options, as_of, OPTION_MAY, "as-of", "DATE", "what was until the evening of this day, though more may follow"),
	CHOICE_OPTION(struct options, language, OPTION_MAY, "language", "it|en", "in this language and not the association's"),
	FLAG_OPTION(struct options, html, "html", "as pages for browsers and printers, and not as text"),
};
static const struct options defaults = { .as_of = { INT32_MIN } };

/* What was issued so far, in this order; and what refused the others. */
struct certifying {
	struct command *command;
	const struct certificate_wish *wish;
	struct certificate_issued *issued;
	size_t count;
	char **reasons;
	size_t refused;
};

/* Who is named twice gets one. */
static void
add_issued(struct certifying *certifying, const char *handle, const struct certificate_issued *one)
{
	for (size_t i = 0; i < certifying->count; i++)
		if (certifying->issued[i].id == one->id)
			return;
	if (*one->superseded)
		command_warn(certifying->command, certifying->command->trial ? "the certificate %s of '%s' would be superseded"
		    : "the certificate %s of '%s' is superseded", one->superseded, handle);
	certifying->issued = memory_for_one(certifying->issued, certifying->count, sizeof *certifying->issued);
	certifying->issued[certifying->count++] = *one;
}

static bool
take_named(struct command *command, const char *operand, void *context)
{
	struct certificate_issued one;
	struct certifying *certifying = context;
	if (!certificate_issue(command->store, certifying->wish, operand, &one, &command->why))
		return false;
	add_issued(certifying, operand, &one);
	return true;
}

static void
take_candidate(void *context, const void *taken)
{
	const char *handle = taken;
	struct certificate_issued one;
	struct refusal why;
	struct certifying *certifying = context;
	if (certificate_issue(certifying->command->store, certifying->wish, handle, &one, &why)) {
		add_issued(certifying, handle, &one);
		return;
	}
	certifying->reasons = memory_for_one(certifying->reasons, certifying->refused, sizeof *certifying->reasons);
	certifying->reasons[certifying->refused++] = memory_text(why.text);
}

/* A page each: of HTML in one document, of text with form feeds between them. */
static bool
print(struct certifying *certifying, const char *language, bool html)
{
	struct command *command = certifying->command;
	bool good = true;
	for (size_t i = 0; i < certifying->count && good;) {
		struct tree *root = tree_object(NULL, NULL), *list = tree_list(root, "certificates");
		if (i > 0)
			sink_char(command->out, '\f');
		do
			certificate_tree(command->store, &certifying->issued[i++], language, command->trial, list);
		while (html && i < certifying->count);
		tree_truth(root, "single", list->first == list->last);
		good = command_paper(command, "certificate", language, html, root);
		tree_free(root);
	}
	return good;
}

/* Those who do not qualify are named, and if nobody does, it is refused. */
static enum status
certify_all(struct certifying *certifying)
{
	struct command *command = certifying->command;
	certificate_candidates(command->store, certifying->wish->edition, take_candidate, certifying);
	for (size_t i = 0; i < certifying->refused; i++) {
		if (certifying->count)
			command_warn(command, "%s", certifying->reasons[i]);
		else
			message("%s", certifying->reasons[i]);
		free(certifying->reasons[i]);
	}
	free(certifying->reasons);
	if (certifying->count == 0)
		return refuse(&command->why, "nobody of edition %s can be certified", certifying->wish->edition->code), REFUSED;
	return certifying->refused ? ATTENTION : DONE;
}

static enum status
certify(struct command *command, const struct certificate_wish *wish)
{
	const struct options *o = command->options;
	struct certifying certifying = { .command = command, .wish = wish };
	enum status status = o->all ? certify_all(&certifying) : command_each(command, 0, take_named, &certifying) ? DONE : REFUSED;
	if (status != REFUSED && !print(&certifying, command_language(command, o->language), o->html))
		status = REFUSED;
	free(certifying.issued);
	return status;
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	struct rule rule;
	char text[DATE_TEXT];
	if (o->all == (command->count > 0))
		return command_misused(command, o->all ? "--all certifies everybody: name nobody" : "'certify' wants HANDLE... or --all");
	if (date_given(o->as_of) && o->as_of.day > clock_today().day)
		return refuse(&command->why, "--as-of: %s lies in the future", date_write(o->as_of, text)), REFUSED;
	const struct edition *edition = command_edition(command);
	if (!edition || !rule_find(command->store, o->rule, &rule, &command->why))
		return REFUSED;
	const struct certificate_wish wish = { edition, &rule, o->rule != NULL, o->as_of };
	enum status status = certify(command, &wish);
	rule_release(&rule);
	return status;
}

const struct verb verb_certify = {
	.name = "certify",
	.operands = "[HANDLE...]",
	.least = 0,
	.most = -1,
	.needs = WRITES,
	.summary = "issue certificates of attendance, and print them",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
