/* The kinds of names that may enter the store: codes, handles, addresses, links. */
#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { CODE_MOST = 64, LOCAL_MOST = 64, ADDRESS_MOST = TEXT_ADDRESS - 1 };

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static bool
is_made_of(const char *text, const char *starts, const char *characters)
{
	return *text && strchr(starts, *text) && !text[strspn(text, characters)] && strlen(text) <= CODE_MOST;
}

bool
text_is_code(const char *text, struct refusal *why)
{
	if (is_made_of(text, LOWER UPPER DIGITS, LOWER UPPER DIGITS "._-"))
		return true;
	return refuse(why, "'%s' is not a code: at most %d letters, digits, '.', '_', '-', the first one a letter or digit", text, CODE_MOST);
}

bool
text_is_handle(const char *text, struct refusal *why)
{
	if (is_made_of(text, LOWER DIGITS, LOWER DIGITS "._-"))
		return true;
	return refuse(why, "'%s' is not a handle: at most %d of a-z, 0-9, '.', '_', '-', the first one a letter or digit", text, CODE_MOST);
}

bool
text_is_id(const char *text, int64_t *id)
{
	size_t length = strlen(text);
	if (length == 0 || length > 18 || strspn(text, DIGITS) != length)
		return false;
	*id = strtoll(text, NULL, 10);
	return true;
}

/* RFC 5321's dot-string and domain, without quoted forms: what every mail program takes. */
bool
text_is_address(const char *text, struct refusal *why)
{
	static const char atoms[] = LOWER UPPER DIGITS "!#$%&'*+-/=?^_`{|}~.";
	static const char domain_characters[] = LOWER UPPER DIGITS "-.";
	size_t local = strspn(text, atoms);
	const char *domain = text + local + (text[local] == '@');
	bool good = local > 0 && local <= LOCAL_MOST && text[local] == '@' && *domain && !domain[strspn(domain, domain_characters)]
	    && strchr(domain, '.') && strlen(text) <= ADDRESS_MOST && text[0] != '.' && text[0] != '-' && text[local - 1] != '.' && !strstr(text, "..")
	    && domain[0] != '.' && domain[0] != '-' && domain[strlen(domain) - 1] != '.';
	return good || refuse(why, "'%s' is not a mail address such as name@example.org", text);
}

bool
text_is_mailbox(const char *text, struct refusal *why)
{
	const char *bracket = strchr(text, '<');
	size_t length = strlen(text);
	if (!bracket)
		return text_is_address(text, why);
	char *name = memory_text(text);
	name[bracket - text] = '\0';
	char *accepted = *name ? text_accept(name, why) : memory_text("");
	bool plain = accepted && !strpbrk(accepted, "\"(),:;<>@[\\]"); /* RFC 5322's specials would need quoting */
	free(accepted);
	free(name);
	if (!plain || text[length - 1] != '>' || strchr(bracket + 1, '<'))
		return refuse(why, "'%s' is not a mailbox such as Segreteria <name@example.org>", text);
	char address[ADDRESS_MOST + 2];
	size_t inside = length - 1 - (size_t)(bracket + 1 - text);
	if (inside > ADDRESS_MOST)
		return refuse(why, "'%s' is not a mailbox: its address is too long", text);
	memcpy(address, bracket + 1, inside);
	address[inside] = '\0';
	return text_is_address(address, why);
}

char *
text_mailbox_address(const char *mailbox)
{
	const char *bracket = strchr(mailbox, '<'), *address = bracket ? bracket + 1 : mailbox;
	return memory_format("%.*s", (int)strcspn(address, ">"), address);
}

/* A % begins the two digits of a byte. */
static bool
has_whole_bytes(const char *text)
{
	for (const char *c = strchr(text, '%'); c; c = strchr(c + 1, '%'))
		if (strspn(c + 1, DIGITS "ABCDEFabcdef") < 2)
			return false;
	return true;
}

bool
text_is_link(const char *text, struct refusal *why)
{
	static const char characters[] = LOWER UPPER DIGITS "-._~:/?#[]@!$&'()*+,;=%";
	size_t scheme = strncasecmp(text, "https://", 8) == 0 ? 8 : strncasecmp(text, "http://", 7) == 0 ? 7 : 0;
	const char *host = text + scheme;
	bool good = scheme && *host && strchr(LOWER UPPER DIGITS "[", *host) && !host[strspn(host, characters)] && has_whole_bytes(host);
	return good || refuse(why, "'%s' is not a link; write it as https://example.org/j/1, without spaces, quotation marks and accents", text);
}
