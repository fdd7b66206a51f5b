#include <balint/translation.h>

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "balint"

static struct {
	bool ready;
	bool foreign; /* the reader wants another language than English */
	bool data;
} reader;

/* Beside the programs' folder, or in it where they were built; beside the helper's too. */
static void
bind_catalogue(void)
{
	static const char *const places[] = { "share/locale", "../share/locale", "../../share/locale" };
	char self[4096], place[4200], catalogue[4300];
	ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
	self[length > 0 ? length : 0] = '\0';
	char *end = strrchr(self, '/');
	for (size_t i = 0; end && i < sizeof places / sizeof places[0]; i++) {
		snprintf(place, sizeof place, "%.*s/%s", (int)(end - self), self, places[i]);
		snprintf(catalogue, sizeof catalogue, "%s/it/LC_MESSAGES/" DOMAIN ".mo", place);
		if (access(catalogue, R_OK) == 0) {
			bindtextdomain(DOMAIN, place);
			break;
		}
	}
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	bind_textdomain_codeset("libc", "UTF-8");
}

/* What the environment says of messages; "C" where it says nothing. */
static const char *
wanted_locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *locale = getenv(names[i]);
		if (locale && *locale)
			return locale;
	}
	return "C";
}

/* A locale need not be installed for its language to be read: then any other one than C stands in for it. */
static bool
take_up(const char *locale)
{
	const char *language = getenv("LANGUAGE");
	bool named = language && *language, plain = strncmp(locale, "C.", 2) == 0;
	if (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0 || (plain && !named))
		return false;
	if (setlocale(LC_MESSAGES, ""))
		return true;
	return setlocale(LC_MESSAGES, "C.UTF-8") && (named || setenv("LANGUAGE", locale, 1) == 0);
}

/* Not before the first message: most runs have none. */
static bool
is_foreign(void)
{
	if (!reader.ready) {
		reader.ready = true;
		reader.foreign = take_up(wanted_locale());
		if (reader.foreign)
			bind_catalogue();
	}
	return reader.foreign;
}

const char *
translated(const char *text)
{
	return !reader.data && *text && is_foreign() ? dgettext(DOMAIN, text) : text;
}

bool
translation_for_data(bool data)
{
	bool before = reader.data;
	reader.data = data;
	return before;
}

const char *
system_error(int error)
{
	if (reader.data)
		return strerrordesc_np(error);
	is_foreign();
	return strerror(error);
}
