/* Options as usage lines and --help show them. */
#include "option_group.h"

#include <balint/translation.h>

#include <stdio.h>
#include <string.h>

enum { HELP_COLUMN = 30 };

void
option_synopsis(struct sink *sink, const struct option_table *table)
{
	for (size_t first = 0, end; first < table->count; first = end) {
		enum option_rule rule = table->options[first].rule;
		end = option_group_end(table, first);
		bool must = rule == OPTION_MUST || rule == OPTION_ONE, grouped = end - first > 1;
		sink_text(sink, !must ? " [" : grouped ? " (" : " ");
		for (size_t i = first; i < end; i++) {
			sink_text(sink, i > first ? " | --" : "--");
			sink_text(sink, table->options[i].name);
			if (option_takes_argument(&table->options[i]))
				sink_format(sink, " %s", table->options[i].argument);
		}
		sink_text(sink, !must ? "]" : grouped ? ")" : "");
	}
}

void
option_help(struct sink *sink, const struct option_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct option_spec *option = &table->options[i];
		char left[128];
		snprintf(left, sizeof left, "%c%c%c --%s%s%s", option->letter ? '-' : ' ', option->letter ? option->letter : ' ',
		    option->letter ? ',' : ' ', option->name, option_takes_argument(option) ? " " : "", option_takes_argument(option) ? option->argument : "");
		sink_format(sink, "  %-26s", left);
		if (strlen(left) > 26)
			sink_format(sink, "\n  %-26s", "");
		sink_text(sink, "  ");
		sink_paragraph(sink, HELP_COLUMN, HELP_COLUMN, translated(option->help));
	}
}
