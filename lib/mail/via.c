#include <balint/via.h>

#include <string.h>

/* The place behind the word, or NULL if the text has another word. */
static const char *
place_behind(const char *text, const char *word)
{
	size_t length = strlen(word);
	return strncmp(text, word, length) == 0 ? text + length : NULL;
}

bool
via_parse(const char *text, struct via *via, struct refusal *why)
{
	const char *directory = place_behind(text, "maildir:"), *file = place_behind(text, "mbox:");
	*via = (struct via){ .kind = VIA_SENDMAIL, .place = "" };
	if (directory)
		*via = (struct via){ .kind = VIA_MAILDIR, .place = directory };
	else if (file)
		*via = (struct via){ .kind = VIA_MBOX, .place = file };
	else if (strcmp(text, "-") == 0)
		via->kind = VIA_OUTPUT;
	else if (strcmp(text, "sendmail") != 0)
		return refuse(why, "'%s' is none of sendmail, maildir:DIR, mbox:FILE, -", text);
	if ((directory || file) && !*via->place)
		return refuse(why, directory ? "'%s' wants a directory behind the colon" : "'%s' wants a file behind the colon", text);
	return true;
}

bool
via_is_lasting(const char *text, struct refusal *why)
{
	struct via via;
	if (!via_parse(text, &via, why))
		return false;
	return !*via.place || *via.place == '/' || refuse(why, "'%s' is not an absolute path; begin it with /", via.place);
}
