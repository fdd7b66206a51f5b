#include "template_find.h"

#include <balint/data_file.h>
#include <balint/fatal.h>
#include <balint/share.h>
#include <balint/template.h>

#include <stdlib.h>
#include <string.h>

static char *
keep(struct template_finder *finder, char *text)
{
	finder->kept = memory_resized(finder->kept, (finder->count + 1) * sizeof *finder->kept);
	return finder->kept[finder->count++] = text;
}

/* The places of a name below a directory or share/: first that of the language. */
static char *
place(struct template_finder *finder, const char *name, int number)
{
	const char *ending = strchr(name, '.') ? "" : finder->ending;
	return keep(finder, number == 0 ? memory_format("templates/%s/%s%s", finder->language, name, ending) : memory_format("templates/%s%s", name, ending));
}

bool
template_find_own(struct template_finder *finder, const char *name, struct mustache_template *found, struct refusal *why)
{
	for (int i = 0; i < 2 && finder->directory && !found->text; i++) {
		char *file = keep(finder, memory_format("%s/%s", finder->directory, place(finder, name, i))), *text;
		if (!data_text_read(file, &text, why))
			return false;
		if (text)
			*found = (struct mustache_template){ file, keep(finder, text) };
	}
	return true;
}

bool
template_find(void *context, const char *name, struct mustache_template *found, struct refusal *why)
{
	struct template_finder *finder = context;
	if (!template_find_own(finder, name, found, why))
		return false;
	for (int i = 0; i < 2 && !found->text; i++) {
		const char *path = place(finder, name, i);
		*found = (struct mustache_template){ path, share_file(path) };
	}
	return true;
}

void
template_finder_release(struct template_finder *finder)
{
	for (size_t i = 0; i < finder->count; i++)
		free(finder->kept[i]);
	free(finder->kept);
}

bool
template_render(struct sink *sink, const char *directory, const char *language, const char *name, const struct tree *data, struct refusal *why)
{
	struct template_finder finder = { directory, language, strrchr(name, '.'), NULL, 0 };
	struct mustache_template main = { NULL, NULL };
	struct mustache_mode mode = { strcmp(finder.ending, ".html") == 0, template_find, &finder };
	bool good = data_directory_check(directory, why) && template_find(&finder, name, &main, why);
	if (good && !main.text)
		good = refuse(why, "there is no template %s", name);
	good = good && mustache_render(sink, &main, data, &mode, why);
	template_finder_release(&finder);
	return good;
}
