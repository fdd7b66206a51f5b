/* What is printed in place of rows. Papers are from templates: text is wrapped for terminals, a page wraps itself. */
#include <balint/command.h>
#include <balint/setting.h>
#include <balint/template.h>
#include <balint/translation.h>

#include <stdlib.h>

const char *
command_language(struct command *command, const char *said)
{
	if (!said && !command->language)
		command->language = setting_get(command->store, "language");
	return said ? said : command->language;
}

bool
command_wants_rows(const struct command *command)
{
	return command->style.format != ROWS_AUTO || command->style.columns || command->style.header >= 0;
}

enum status
command_not_rows(struct command *command, const char *instead)
{
	return command_misused(command, "%s, not rows: --format, --columns and --header have no meaning", translated(instead));
}

void
command_drop_rows(struct command *command)
{
	rows_free(command->rows);
	command->rows = NULL;
}

bool
command_paper(struct command *command, const char *name, const char *language, bool html, const struct tree *data)
{
	char *directory = setting_get(command->store, "directory"), *file = memory_format("%s.%s", name, html ? "html" : "txt");
	struct sink text;
	sink_init(&text, -1);
	sink_hold(&text);
	bool good = template_render(html ? command->out : &text, directory, language, file, data, &command->why);
	template_fill(command->out, text.buffer, text.used);
	sink_release(&text);
	free(directory);
	free(file);
	return good;
}
