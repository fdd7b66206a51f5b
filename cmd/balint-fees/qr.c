#include "verbs.h"

#include <balint/qr.h>
#include <balint/sepa.h>
#include <balint/transfer.h>
#include <balint/translation.h>

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct options {
	struct month month;
	const char *as;
};

static const struct option_spec options[] = {
	MONTH_OPTION(struct options, month, OPTION_MAY, "month", "M", "for this month's instalment (default: the oldest open one)"),
	CHOICE_OPTION(struct options, as, OPTION_MAY, "as", "utf8|svg|png|payload", "as blocks of text (default), a picture, or the text in the code"),
};
static const struct options defaults = { .month = { INT32_MIN }, .as = "utf8" };

/* What stands above the code for whoever scans it. */
static char *
caption(const struct transfer *transfer)
{
	char amount[MONEY_TEXT];
	char *reference = sepa_text(transfer->reference);
	char *text = memory_format("EUR %s, %s", money_write(transfer->amount, amount), reference);
	free(reference);
	return text;
}

static unsigned
terminal_lines(void)
{
	struct winsize size;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

static int
lines_of(const struct qr *qr, int quiet)
{
	return (qr->width + 2 * quiet + 1) / 2;
}

/*
 * Too wide a code would be torn, and is refused. Of one that is too high the top has gone, where a warning would have
 * been too: what to do about it stands below. It is good again when the window is drawn larger.
 */
static bool
show(struct command *command, const struct qr *qr, const char *title)
{
	int columns = qr->width + 2 * QR_QUIET, lines = (int)terminal_lines(), quiet = QR_QUIET;
	if (columns > (int)command->style.width)
		return refuse(&command->why, "the code is %d columns wide and the window %u; widen it, or make a picture: --as svg", columns,
		    command->style.width);
	if (lines > 0 && lines_of(qr, quiet) >= lines) /* the prompt takes one */
		quiet = QR_QUIET / 2;
	sink_paragraph(command->out, 0, 0, title);
	qr_utf8(command->out, qr, command->style.colour ? QR_COLOURS : QR_SCREEN, quiet);
	if (lines > 0 && lines_of(qr, quiet) >= lines && !command->quiet)
		sink_format(command->out, translated("The code has %d lines and the window %d: enlarge it, or make a picture: --as svg\n"), lines_of(qr, quiet), lines);
	return true;
}

static bool
draw(struct command *command, const struct transfer *transfer, const char *payload)
{
	const struct options *o = command->options;
	struct qr qr;
	if (!qr_make(payload, &qr, &command->why))
		return false;
	char *title = caption(transfer);
	bool good = true;
	if (strcmp(o->as, "svg") == 0)
		qr_svg(command->out, &qr, title);
	else if (strcmp(o->as, "png") == 0)
		qr_png(command->out, &qr);
	else if (command->style.terminal)
		good = show(command, &qr, title);
	else
		qr_utf8(command->out, &qr, QR_PAPER, QR_QUIET);
	free(title);
	return good;
}

/* To the byte where it is read by a program; a terminal's line wants an end. */
static bool
print_payload(struct command *command, const char *payload)
{
	sink_text(command->out, payload);
	if (command->style.terminal)
		sink_char(command->out, '\n');
	return true;
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const char *handle = command->operands[0];
	struct transfer transfer = { 0 };
	char payload[EPC_TEXT];
	int64_t edition;
	if (strcmp(o->as, "png") == 0 && command->style.terminal)
		return refuse(&command->why, "a PNG picture is not for a terminal; send it to a file: --as png >%s.png", handle), REFUSED;
	if (!command_editions(command, &edition))
		return REFUSED;
	bool good = transfer_find(command->store, edition, handle, o->month, &transfer, &command->why)
	    && transfer_write(&transfer, payload, &command->why)
	    && (strcmp(o->as, "payload") == 0 ? print_payload(command, payload) : draw(command, &transfer, payload));
	transfer_release(&transfer);
	return good ? DONE : REFUSED;
}

const struct verb verb_qr = {
	.name = "qr",
	.operands = "HANDLE",
	.least = 1,
	.most = 1,
	.needs = READS,
	.summary = "draw the QR code of somebody's next transfer",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
