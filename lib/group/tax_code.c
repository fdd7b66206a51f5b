#include <balint/tax_code.h>

#include <string.h>

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"
#define OMOCODIA "LMNPQRSTUV" /* in place of the digits, where two people would have the same code */
#define MONTHS "ABCDEHLMPRST"

/* L letter, D digit or the letter that stands for it (omocodia), M letter of a month. */
static const char shape[] = "LLLLLLDDMDDLDDDL";

static size_t
compact(const char *text, char code[TAX_CODE_TEXT])
{
	size_t length = 0;
	for (; *text; text++) {
		char c = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
		if (c == ' ')
			continue;
		if (length + 1 == TAX_CODE_TEXT)
			return 0;
		code[length++] = c;
	}
	code[length] = '\0';
	return length;
}

static bool
has_shape(const char *code)
{
	for (size_t i = 0; shape[i]; i++) {
		const char *allowed = shape[i] == 'L' ? LETTERS : shape[i] == 'M' ? MONTHS : DIGITS OMOCODIA;
		if (!strchr(allowed, code[i]))
			return false;
	}
	return true;
}

static char
person_check(const char *code)
{
	static const unsigned char odd[] = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23 };
	unsigned sum = 0;
	for (size_t i = 0; i < 15; i++) {
		unsigned value = code[i] >= 'A' ? (unsigned)(code[i] - 'A') : (unsigned)(code[i] - '0');
		sum += i % 2 == 0 ? odd[value] : value;
	}
	return (char)('A' + sum % 26);
}

/* Luhn's sum over ten digits. */
static char
business_check(const char *code)
{
	unsigned sum = 0;
	for (size_t i = 0; i < 10; i++) {
		unsigned value = (unsigned)(code[i] - '0') * (i % 2 ? 2 : 1);
		sum += value > 9 ? value - 9 : value;
	}
	return (char)('0' + (10 - sum % 10) % 10);
}

bool
tax_code_parse(const char *text, char code[TAX_CODE_TEXT], struct refusal *why)
{
	size_t length = compact(text, code);
	bool business = length == 11 && strspn(code, DIGITS) == 11;
	if (!business && !(length == 16 && has_shape(code)))
		return refuse(why, "'%s' is neither a codice fiscale nor a partita IVA", text);
	char check = business ? business_check(code) : person_check(code);
	if (code[length - 1] != check)
		return refuse(why, "'%s': its check character is %c and should be %c", text, code[length - 1], check);
	return true;
}

/* What a digit, or the letter in its place, stands for. */
static int
digit(char c)
{
	const char *letter = strchr(OMOCODIA, c);
	return letter ? (int)(letter - OMOCODIA) : c - '0';
}

bool
tax_code_born(const char *code, struct date born)
{
	struct civil civil = date_civil(born);
	if (strlen(code) != 16)
		return true;
	int year = 10 * digit(code[6]) + digit(code[7]), day = 10 * digit(code[9]) + digit(code[10]);
	return year == civil.year % 100 && code[8] == MONTHS[civil.month - 1] && day % 40 == civil.day && day < 80;
}

char
tax_code_sex(const char *code)
{
	return strlen(code) != 16 ? '\0' : digit(code[9]) >= 4 ? 'F' : 'M';
}
