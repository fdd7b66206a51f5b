#include "verbs.h"

#include <balint/print.h>
#include <balint/setting.h>
#include <balint/template.h>

#include <stdlib.h>

struct options {
	int year;
	const char *language;
	bool html;
};

static const struct option_spec options[] = {
	COUNT_OPTION(struct options, year, OPTION_MAY, "year", "YYYY", "of this solar year"),
	CHOICE_OPTION(struct options, language, OPTION_MAY, "language", "it|en", "in this language and not the association's"),
	FLAG_OPTION(struct options, html, "html", "as a page for browsers and printers, and not as text"),
};
static const struct options defaults = { 0 };

/* Text is wrapped for terminals; a page wraps itself. */
static bool
write_calendar(struct command *command, const struct options *o, const char *language, const struct tree *data)
{
	char *directory = setting_get(command->store, "directory");
	struct sink text;
	sink_init(&text, -1);
	sink_hold(&text);
	bool good = template_render(o->html ? command->out : &text, directory, language, o->html ? "calendar.html" : "calendar.txt", data, &command->why);
	template_fill(command->out, text.buffer, text.used);
	sink_release(&text);
	free(directory);
	return good;
}

static enum status
run(struct command *command)
{
	const struct options *o = command->options;
	const struct edition *edition = command_edition(command);
	int year = o->year;
	if (!edition || !print_year(command->store, edition, &year, &command->why))
		return REFUSED;
	char *setting = setting_get(command->store, "language");
	const char *language = o->language ? o->language : setting;
	struct tree *data = print_tree(command->store, edition, year, language);
	bool good = write_calendar(command, o, language, data);
	tree_free(data);
	free(setting);
	return good ? DONE : REFUSED;
}

const struct verb verb_print = {
	.name = "print",
	.needs = READS,
	.summary = "print the calendar that members get",
	VERB_OPTIONS(options, defaults),
	.run = run,
};
