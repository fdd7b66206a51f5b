#include "mustache_parse.h"
#include "template_find.h"

#include <balint/fatal.h>
#include <balint/share.h>
#include <balint/template.h>

#include <stdlib.h>
#include <string.h>

/* What was said already: a file may be included by several, or stand for both languages. */
struct check {
	const char *directory;
	char **told;
	size_t count;
	void (*found)(void *context, const char *what);
	void *context;
};

static void
tell(struct check *check, const char *what)
{
	for (size_t i = 0; i < check->count; i++)
		if (strcmp(check->told[i], what) == 0)
			return;
	check->told = memory_resized(check->told, (check->count + 1) * sizeof *check->told);
	check->told[check->count++] = memory_text(what);
	check->found(check->context, what);
}

/* The toolkit's own are not looked at, but for what takes the place of something in them, which has a turn of its own. */
static void
check_one(struct check *check, const char *language, const char *name)
{
	struct refusal why;
	struct template_finder finder = { .directory = check->directory, .language = language, .ending = strrchr(name, '.') };
	const struct mustache_mode mode = { false, template_find, &finder };
	struct mustache_template own = { NULL, NULL };
	bool good = template_find_own(&finder, name, &own, &why);
	if (good && own.text) {
		struct parsed *parsed = mustache_parse(&own, &mode, &why);
		good = parsed != NULL;
		parsed_free(parsed);
	}
	if (!good)
		tell(check, why.text);
	template_finder_release(&finder);
}

void
template_check(const char *directory, void (*found)(void *context, const char *what), void *context)
{
	static const char folder[] = "templates/";
	static const char *const languages[] = { "it", "en" };
	struct check check = { .directory = directory, .found = found, .context = context };
	const char *name;
	for (size_t i = 0; (name = share_name(i)) != NULL; i++) {
		if (strncmp(name, folder, strlen(folder)) != 0)
			continue;
		const char *slash = strrchr(name, '/');
		for (size_t l = 0; l < sizeof languages / sizeof languages[0]; l++)
			check_one(&check, languages[l], slash + 1);
	}
	for (size_t i = 0; i < check.count; i++)
		free(check.told[i]);
	free(check.told);
}
