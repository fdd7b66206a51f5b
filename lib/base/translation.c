#include <balint/translation.h>

#include <errno.h>
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
	int error = errno; /* who asks may still want it */
	const char *said = !reader.data && *text && is_foreign() ? dgettext(DOMAIN, text) : text;
	errno = error;
	return said;
}

bool
translation_for_data(bool data)
{
	bool before = reader.data;
	reader.data = data;
	return before;
}

/* libc's own Italian need not be installed, and what converts its letters crashes where there is no memory. */
const char *
system_error(int error)
{
	static const char *const errors[] = {
		[EACCES] = N_("Permission denied"),
		[EAGAIN] = N_("Resource temporarily unavailable"),
		[EBUSY] = N_("Device or resource busy"),
		[EDQUOT] = N_("Disk quota exceeded"),
		[EEXIST] = N_("File exists"),
		[EFBIG] = N_("File too large"),
		[EINVAL] = N_("Invalid argument"),
		[EIO] = N_("Input/output error"),
		[EISDIR] = N_("Is a directory"),
		[ELOOP] = N_("Too many levels of symbolic links"),
		[EMFILE] = N_("Too many open files"),
		[ENAMETOOLONG] = N_("File name too long"),
		[ENFILE] = N_("Too many open files in system"),
		[ENODEV] = N_("No such device"),
		[ENOENT] = N_("No such file or directory"),
		[ENOEXEC] = N_("Exec format error"),
		[ENOLCK] = N_("No locks available"),
		[ENOMEM] = N_("Cannot allocate memory"),
		[ENOSPC] = N_("No space left on device"),
		[ENOTDIR] = N_("Not a directory"),
		[ENOTEMPTY] = N_("Directory not empty"),
		[ENXIO] = N_("No such device or address"),
		[EPERM] = N_("Operation not permitted"),
		[EPIPE] = N_("Broken pipe"),
		[EROFS] = N_("Read-only file system"),
		[ETXTBSY] = N_("Text file busy"),
		[EXDEV] = N_("Invalid cross-device link"),
	};
	size_t place = error > 0 ? (size_t)error : 0;
	const char *known = place < sizeof errors / sizeof errors[0] ? errors[place] : NULL, *english = known ? known : strerrordesc_np(error);
	return english ? translated(english) : translated("unknown error");
}
