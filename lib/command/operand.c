/* What verbs ask of their operands, and of the edition that is meant. */
#include "frame.h"

#include <balint/edition.h>
#include <balint/text.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum status
command_misused(struct command *command, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(command->why.text, sizeof command->why.text, translated(format), arguments);
	va_end(arguments);
	return MISUSED;
}

static void __attribute__((format(printf, 2, 0)))
tell(struct command *command, const char *format, va_list arguments)
{
	char text[1024];
	vsnprintf(text, sizeof text, translated(format), arguments);
	sink_format(&command->errors, "%s: ", program_invocation_short_name);
	sink_visible(&command->errors, text, strlen(text));
	sink_char(&command->errors, '\n');
}

void
command_warn(struct command *command, const char *format, ...)
{
	va_list arguments;
	if (command->quiet)
		return;
	va_start(arguments, format);
	tell(command, format, arguments);
	va_end(arguments);
}

void
command_take_warning(void *command, const char *sentence)
{
	command_warn(command, "%s", sentence);
}

void
command_take_fault(void *context, size_t line, const char *column, const char *what)
{
	const struct command *command = context;
	if (column)
		message("%s:%zu: %s: %s", command->operands[0], line, column, what);
	else
		message("%s:%zu: %s", command->operands[0], line, what);
}

void
command_tell(struct command *command, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	tell(command, format, arguments);
	va_end(arguments);
}

bool
command_text(struct command *command, int operand, const char *name, const char **text)
{
	char *accepted = text_accept(command->operands[operand], &command->why);
	if (!accepted)
		return refuse_within(&command->why, name);
	struct option_texts *texts = &command->texts;
	texts->texts = memory_resized(texts->texts, (texts->count + 1) * sizeof *texts->texts);
	texts->texts[texts->count++] = accepted;
	*text = accepted;
	return true;
}

bool
command_date(struct command *command, int operand, const char *name, struct date *date)
{
	return date_parse(command->operands[operand], date, &command->why) || refuse_within(&command->why, name);
}

const struct edition *
command_edition(struct command *command)
{
	edition_release(&command->meant);
	return edition_meant(command->store, command->edition, &command->meant, &command->why) ? &command->meant : NULL;
}

bool
command_editions(struct command *command, int64_t *id)
{
	const struct edition *edition = command->edition ? command_edition(command) : NULL;
	*id = edition ? edition->id : EDITION_ALL;
	return edition || !command->edition;
}

/* One operand; what it refuses is reported at once, so that all of them are looked at. */
static bool
take_one(struct command *command, const char *operand, size_t line, command_taker *take, void *context)
{
	if (take(command, operand, context))
		return true;
	if (line)
		message("-:%zu: %s", line, command->why.text);
	else
		message("%s", command->why.text);
	command->why.text[0] = '\0';
	return false;
}

static bool
take_lines(struct command *command, command_taker *take, void *context)
{
	static const char byte_order_mark[] = "\xef\xbb\xbf";
	char *text = NULL;
	size_t size = 0, line = 0;
	ssize_t length;
	bool good = true;
	while ((length = getline(&text, &size, stdin)) >= 0) {
		line++;
		if (memchr(text, '\0', (size_t)length)) {
			message("-:%zu: a NUL byte", line);
			good = false;
			continue;
		}
		text[strcspn(text, "\t\r\n")] = '\0';
		bool marked = line == 1 && strncmp(text, byte_order_mark, strlen(byte_order_mark)) == 0;
		const char *operand = marked ? text + strlen(byte_order_mark) : text;
		if (*operand)
			good &= take_one(command, operand, line, take, context);
	}
	if (ferror(stdin))
		fatal(REFUSED, "standard input cannot be read; nothing was changed");
	free(text);
	return good;
}

bool
command_each(struct command *command, int first, command_taker *take, void *context)
{
	bool good = true;
	for (int i = first; i < command->count; i++)
		good &= strcmp(command->operands[i], "-") == 0 ? take_lines(command, take, context)
		                                               : take_one(command, command->operands[i], 0, take, context);
	return good;
}
