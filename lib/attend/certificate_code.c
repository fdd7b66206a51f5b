#include <balint/certificate_code.h>
#include <balint/fatal.h>

#include <string.h>

enum { CHARACTERS = 12, GROUP = 4 };

static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; /* 32 of them: each byte of chance gives all of them alike */

/* Where the character of that place stands in the written code. */
static size_t
place(size_t i)
{
	return i + i / GROUP;
}

char *
certificate_code_make(char code[CERTIFICATE_CODE])
{
	unsigned char random[CHARACTERS];
	random_fill(random, sizeof random);
	memset(code, '-', CERTIFICATE_CODE);
	for (size_t i = 0; i < CHARACTERS; i++)
		code[place(i)] = alphabet[random[i] % (sizeof alphabet - 1)];
	code[place(CHARACTERS) - 1] = '\0';
	return code;
}

bool
certificate_code_parse(const char *text, char code[CERTIFICATE_CODE], struct refusal *why)
{
	size_t count = 0;
	bool good = true;
	memset(code, '-', CERTIFICATE_CODE);
	for (const char *c = text; *c && good; c++) {
		char capital = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
		if (capital == ' ' || capital == '-')
			continue;
		good = count < CHARACTERS && strchr(alphabet, capital);
		if (good)
			code[place(count++)] = capital;
	}
	code[place(CHARACTERS) - 1] = '\0';
	return (good && count == CHARACTERS)
	    || refuse(why, "'%s' is not the code of a certificate: twelve letters and digits, such as 7KQM-2XPA-HR94, with no 0, O, 1 and I", text);
}
