#include <balint/data_file.h>
#include <balint/fatal.h>
#include <balint/mustache.h>
#include <balint/share.h>
#include <balint/template.h>

#include <stdlib.h>
#include <string.h>

/* What was found for one rendering, to be freed after it. */
struct finder {
	const char *directory, *language;
	const char *ending; /* of the main template: ".html" */
	char **kept;
	size_t count;
};

static char *
keep(struct finder *finder, char *text)
{
	finder->kept = memory_resized(finder->kept, (finder->count + 1) * sizeof *finder->kept);
	return finder->kept[finder->count++] = text;
}

/* Looks for the association's own file; `found` stays as it is where there is none. */
static bool
find_own(struct finder *finder, const char *path, struct mustache_template *found, struct refusal *why)
{
	char *file = keep(finder, memory_format("%s/%s", finder->directory, path)), *text;
	if (!data_text_read(file, &text, why))
		return false;
	if (text)
		*found = (struct mustache_template){ file, keep(finder, text) };
	return true;
}

static bool
find(void *context, const char *name, struct mustache_template *found, struct refusal *why)
{
	struct finder *finder = context;
	const char *ending = strchr(name, '.') ? "" : finder->ending;
	const char *const paths[] = { keep(finder, memory_format("templates/%s/%s%s", finder->language, name, ending)),
		keep(finder, memory_format("templates/%s%s", name, ending)) };
	for (size_t i = 0; i < 2 && finder->directory && !found->text; i++)
		if (!find_own(finder, paths[i], found, why))
			return false;
	for (size_t i = 0; i < 2 && !found->text; i++)
		*found = (struct mustache_template){ paths[i], share_file(paths[i]) };
	return true;
}

bool
template_render(struct sink *sink, const char *directory, const char *language, const char *name, const struct tree *data, struct refusal *why)
{
	struct finder finder = { directory, language, strrchr(name, '.'), NULL, 0 };
	struct mustache_template main = { NULL, NULL };
	struct mustache_mode mode = { strcmp(finder.ending, ".html") == 0, find, &finder };
	bool good = data_directory_check(directory, why) && find(&finder, name, &main, why);
	if (good && !main.text)
		good = refuse(why, "there is no template %s", name);
	good = good && mustache_render(sink, &main, data, &mode, why);
	for (size_t i = 0; i < finder.count; i++)
		free(finder.kept[i]);
	free(finder.kept);
	return good;
}
