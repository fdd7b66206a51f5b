/* outbox list, show, retry, drop: what waits, went, failed, expired, and what is to become of it. */
#include "verbs.h"

#include <balint/letter.h>
#include <balint/outbox_list.h>
#include <balint/person.h>

#include <stdlib.h>
#include <string.h>

struct list_options {
	const char *status, *kind, *person;
};

static const struct option_spec list_options[] = {
	CHOICE_OPTION(struct list_options, status, OPTION_MAY, "status", OUTBOX_STATUSES, "only these"),
	WORD_OPTION(struct list_options, kind, OPTION_MAY, "kind", "KIND",
	    "only these: reminder, cancellation, restoration, move, addition, amendment, consent, request or overdue"),
	WORD_OPTION(struct list_options, person, OPTION_MAY, "person", "HANDLE", "only to this person"),
};
static const struct list_options list_defaults = { 0 };

static enum status
run_list(struct command *command)
{
	const struct list_options *o = command->options;
	struct person person;
	struct outbox_choice choice = { .status = o->status, .kind = o->kind, .person = o->person };
	if (o->kind && !outbox_has_kind(o->kind))
		return command_misused(command, "--kind: '%s' is none of %s", o->kind, OUTBOX_KINDS);
	if (!command_editions(command, &choice.edition) || (o->person && !person_find(command->store, o->person, &person, &command->why)))
		return REFUSED;
	outbox_list(command->store, &choice, rows_emit, command->rows);
	return DONE;
}

const struct verb verb_outbox_list = {
	.name = "outbox list",
	.needs = READS,
	.summary = "list the notices that wait, went, failed, expired",
	VERB_OPTIONS(list_options, list_defaults),
	.listing = &outbox_listing,
	.run = run_list,
};

struct show_options {
	bool text;
};

static const struct option_spec show_options[] = {
	FLAG_OPTION(struct show_options, text, "text", "the letter as it would go now"),
};
static const struct show_options show_defaults = { 0 };

static void
write_line(struct sink *out, const char *line, size_t length)
{
	sink_visible(out, line, length);
	sink_char(out, '\n');
}

static void
write_header(struct sink *out, const char *name, const char *value)
{
	char *line = memory_format("%s: %s", name, value);
	write_line(out, line, strlen(line));
	free(line);
}

/* Its headers with their letters as they are read, and the plain text; nothing of it can steer a terminal. */
static void
write_letter(struct sink *out, const struct mail *mail)
{
	char *to = *mail->address ? memory_format("%s <%s>", mail->name, mail->address) : memory_text(mail->name);
	write_header(out, "From", mail->from);
	write_header(out, "To", to);
	write_header(out, "Reply-To", mail->reply_to);
	write_header(out, "Subject", mail->subject);
	sink_char(out, '\n');
	for (const char *line = mail->text; *line;) {
		size_t length = strcspn(line, "\n");
		write_line(out, line, length);
		line += length + (line[length] == '\n');
	}
	free(to);
}

static enum status
show_letter(struct command *command, int64_t id)
{
	struct notice notice;
	struct mail mail = { 0 };
	bool good = notice_find(command->store, id, &notice, &command->why) && letter_compose(command->store, &notice, &mail, &command->why);
	if (good)
		write_letter(command->out, &mail);
	mail_release(&mail);
	return good ? DONE : REFUSED;
}

static enum status
run_show(struct command *command)
{
	const struct show_options *o = command->options;
	int64_t id;
	if (o->text && command_wants_rows(command))
		return command_not_rows(command, "--text writes a letter");
	if (!outbox_find(command->store, command->operands[0], &id, &command->why))
		return REFUSED;
	if (!o->text) {
		outbox_show(command->store, id, rows_emit, command->rows);
		return DONE;
	}
	command_drop_rows(command);
	return show_letter(command, id);
}

const struct verb verb_outbox_show = {
	.name = "outbox show",
	.operands = "ID",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "show all that is known of a notice, or what it says",
	VERB_OPTIONS(show_options, show_defaults),
	.listing = &outbox_record,
	.run = run_show,
};

static bool
retry_one(struct command *command, const char *operand, void *context)
{
	(void)context;
	return outbox_retry(command->store, operand, &command->why);
}

static enum status
retry_failed(struct command *command)
{
	int64_t edition;
	if (!command_editions(command, &edition))
		return REFUSED;
	int64_t left = outbox_retry_failed(command->store, edition);
	if (left > 0)
		command_warn(command, "%lld of what has failed can go no more; 'balint-group check' says why", (long long)left);
	return DONE;
}

static enum status
run_retry(struct command *command)
{
	if (command->count == 0)
		return retry_failed(command);
	return command_each(command, 0, retry_one, NULL) ? DONE : REFUSED;
}

const struct verb verb_outbox_retry = {
	.name = "outbox retry",
	.operands = "[ID...]",
	.most = -1,
	.needs = WRITES,
	.summary = "queue again what has failed, or was dropped",
	.run = run_retry,
};

static bool
drop_one(struct command *command, const char *operand, void *context)
{
	(void)context;
	return outbox_drop(command->store, operand, &command->why);
}

static enum status
run_drop(struct command *command)
{
	return command_each(command, 0, drop_one, NULL) ? DONE : REFUSED;
}

const struct verb verb_outbox_drop = {
	.name = "outbox drop",
	.operands = "ID...",
	.least = 1,
	.most = -1,
	.needs = WRITES,
	.summary = "have a notice never go",
	.run = run_drop,
};
