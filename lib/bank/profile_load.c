/* Where profiles are: in share/banks, and under banks/ in the association's own directory. */
#include "profile.h"

#include <stdlib.h>
#include <string.h>

const struct data_kind bank_files = { "banks", ".bank", "bank", "camt.053, mt940" };

static struct profile *
profile_load(const char *directory, const char *name, struct refusal *why)
{
	struct data_file file;
	bool good = data_file_read(directory, &bank_files, name, &file, why);
	struct profile *profile = file.text ? profile_parse(name, file.path, file.text, why) : NULL;
	if (good && !file.text)
		refuse(why, "the profile '%s' has just gone; run the command again", name);
	data_file_release(&file);
	return profile;
}

char *
profiles_known(const char *directory, struct refusal *why)
{
	struct data_names names;
	char *list = data_names_find(directory, &bank_files, &names, why) ? data_names_joined(&names) : NULL;
	data_names_release(&names);
	return list;
}

struct profile *
profiles_load(const struct bank_choice *choice, struct refusal *why)
{
	struct data_names names;
	const char *bank = choice->bank ? choice->bank : choice->columns ? "generic" : NULL;
	struct profile *first = NULL, **last = &first;
	bool good = data_names_find(choice->directory, &bank_files, &names, why);
	for (size_t i = 0; good && i < names.count; i++) {
		if (bank && strcmp(bank, names.names[i]) != 0)
			continue;
		*last = profile_load(choice->directory, names.names[i], why);
		good = *last != NULL;
		if (good)
			last = &(*last)->next;
	}
	if (good && !first)
		good = data_name_refuse(choice->directory, &bank_files, bank ? bank : "", why);
	if (good && choice->columns)
		good = profile_columns(first, choice->columns, why);
	data_names_release(&names);
	if (good)
		return first;
	profile_free(first);
	return NULL;
}
