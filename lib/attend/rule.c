/* Which rule holds, and where rules are. */
#include "rule_parse.h"

#include <balint/fatal.h>
#include <balint/rule.h>
#include <balint/setting.h>

#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
	TEXT_COLUMN(struct rule_row, name),
	TEXT_COLUMN(struct rule_row, label),
	SENTENCE_COLUMN(struct rule_row, requirements),
};
const struct listing rule_listing = LISTING(columns);

const struct data_kind rule_files = { "rules", ".rule", "rule", RULE_THRESHOLD };

/* The association's threshold, which has no file. */
static void
threshold(struct store *store, struct rule *rule)
{
	int percent = setting_count(store, "threshold");
	*rule = (struct rule){ .name = RULE_THRESHOLD, .percent = percent };
	rule->label_it = percent ? memory_format("%d %% dei minuti", percent) : memory_text("Nessun requisito");
	rule->label_en = percent ? memory_format("%d %% of the minutes", percent) : memory_text("No requirement");
}

static bool
load(struct store *store, const char *name, bool asked, struct rule *rule, struct refusal *why)
{
	struct data_file file = { NULL, NULL };
	char *directory = setting_get(store, "directory");
	bool good = data_file_read(directory, &rule_files, name, &file, why);
	if (good && !file.text && !asked)
		good = refuse(why, "the setting rule is '%s', but there is no such rule; 'balint-attend rules' lists them; "
		    "to do without it: balint-group set rule=", name);
	else if (good && !file.text)
		good = data_name_refuse(directory, &rule_files, name, why);
	else if (good)
		good = rule_parse(name, file.path, file.text, rule, why);
	data_file_release(&file);
	free(directory);
	return good;
}

bool
rule_find(struct store *store, const char *name, struct rule *rule, struct refusal *why)
{
	char *set = name ? NULL : setting_get(store, "rule");
	const char *meant = name ? name : set;
	bool good = true;
	*rule = (struct rule){ .percent = 0 };
	if (meant && strcmp(meant, RULE_THRESHOLD) != 0)
		good = load(store, meant, name != NULL, rule, why);
	else
		threshold(store, rule);
	free(set);
	return good;
}

void
rule_release(struct rule *rule)
{
	free(rule->label_it);
	free(rule->label_en);
	rule->label_it = rule->label_en = NULL;
}

/* The numbers of a rule as its file has them; heap memory. */
static char *
requirements(const struct rule *rule)
{
	const struct {
		const char *name, *after;
		int number;
	} lines[] = { { "minutes", " %", rule->percent }, { "unit", "", rule->unit }, { "units", "", rule->units },
		{ "room-units", "", rule->room_units }, { "months", "", rule->months } };
	char *text = memory_text("");
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		if (lines[i].number == 0)
			continue;
		char *longer = memory_format("%s%s%s %d%s", text, *text ? ", " : "", lines[i].name, lines[i].number, lines[i].after);
		free(text);
		text = longer;
	}
	return text;
}

static void
tell(const struct rule *rule, const char *language, row_taker *take, void *context)
{
	char *text = requirements(rule);
	take(context, &(struct rule_row){ rule->name, strcmp(language, "en") == 0 ? rule->label_en : rule->label_it, *text ? text : NULL });
	free(text);
}

bool
rule_list(struct store *store, row_taker *take, void *context, struct refusal *why)
{
	struct rule rule = { .percent = 0 };
	char *directory = setting_get(store, "directory"), *language = setting_get(store, "language");
	struct data_names names;
	bool good = data_names_find(directory, &rule_files, &names, why);
	for (size_t i = 0; good && i < names.count; i++) {
		if (strcmp(names.names[i], RULE_THRESHOLD) == 0)
			good = refuse(why, "%s/rules/%s.rule: that name is taken by the setting threshold; give the file another one", directory, RULE_THRESHOLD);
		else
			good = load(store, names.names[i], true, &rule, why);
		if (good) {
			tell(&rule, language, take, context);
			rule_release(&rule);
		}
	}
	if (good) {
		threshold(store, &rule);
		tell(&rule, language, take, context);
		rule_release(&rule);
	}
	data_names_release(&names);
	free(directory);
	free(language);
	return good;
}
