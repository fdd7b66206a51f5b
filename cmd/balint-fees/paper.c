/* Papers from templates: text is wrapped for terminals, a page wraps itself. */
#include "paper.h"

#include <balint/setting.h>
#include <balint/template.h>

#include <stdlib.h>

bool
paper_write(struct command *command, const char *name, const char *language, bool html, const struct tree *data)
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
