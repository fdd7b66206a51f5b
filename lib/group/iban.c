#include <balint/iban.h>

#include <stdio.h>
#include <string.h>

/* ISO 13616 registry: lengths of the SEPA countries. */
static const struct {
	char country[3];
	unsigned char length;
} lengths[] = {
	{ "AD", 24 }, { "AT", 20 }, { "BE", 16 }, { "BG", 22 }, { "CH", 21 }, { "CY", 28 }, { "CZ", 24 }, { "DE", 22 },
	{ "DK", 18 }, { "EE", 20 }, { "ES", 24 }, { "FI", 18 }, { "FR", 27 }, { "GB", 22 }, { "GI", 23 }, { "GR", 27 },
	{ "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IS", 26 }, { "IT", 27 }, { "LI", 21 }, { "LT", 20 }, { "LU", 20 },
	{ "LV", 21 }, { "MC", 27 }, { "MT", 31 }, { "NL", 18 }, { "NO", 15 }, { "PL", 28 }, { "PT", 25 }, { "RO", 24 },
	{ "SE", 24 }, { "SI", 19 }, { "SK", 24 }, { "SM", 27 }, { "VA", 22 },
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Copies without spaces and in capitals; 0 if something else is in it or it is too long. */
static size_t
compact(const char *text, char iban[IBAN_TEXT])
{
	size_t length = 0;
	for (; *text; text++) {
		char c = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
		if (c == ' ')
			continue;
		if ((!is_digit(c) && !is_letter(c)) || length + 1 == IBAN_TEXT)
			return 0;
		iban[length++] = c;
	}
	iban[length] = '\0';
	return length;
}

static bool
has_length_of_country(const char *iban, size_t length)
{
	for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
		if (memcmp(lengths[i].country, iban, 2) == 0)
			return lengths[i].length == length;
	return true; /* a country that we do not know */
}

static unsigned
remainder_97(const char *iban, size_t length)
{
	unsigned rest = 0;
	for (size_t i = 0; i < length; i++) {
		char c = iban[(i + 4) % length];
		rest = is_digit(c) ? rest * 10 + (unsigned)(c - '0') : rest * 100 + (unsigned)(c - 'A') + 10;
		rest %= 97;
	}
	return rest;
}

/* The control letter of ABI, CAB and account, by the rule of the Italian Banking Association. */
static char
cin_of(const char *bban)
{
	static const unsigned char odd[] = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23 };
	unsigned sum = 0;
	for (size_t i = 0; i < 22; i++) {
		unsigned value = is_digit(bban[i]) ? (unsigned)(bban[i] - '0') : (unsigned)(bban[i] - 'A');
		sum += i % 2 == 0 ? odd[value] : value;
	}
	return (char)('A' + sum % 26);
}

bool
iban_parse(const char *text, char iban[IBAN_TEXT], struct refusal *why)
{
	size_t length = compact(text, iban);
	if (length < 15 || !is_letter(iban[0]) || !is_letter(iban[1]) || !is_digit(iban[2]) || !is_digit(iban[3]))
		return refuse(why, "'%s' is not an IBAN", text);
	if (!has_length_of_country(iban, length))
		return refuse(why, "'%s' is not an IBAN of %.2s: it has %zu characters", text, iban, length);
	if (remainder_97(iban, length) != 1)
		return refuse(why, "'%s' is not an IBAN: its check digits do not fit; a digit is wrong or two are swapped", text);
	bool italian = memcmp(iban, "IT", 2) == 0 || memcmp(iban, "SM", 2) == 0;
	if (italian && cin_of(iban + 5) != iban[4])
		return refuse(why, "'%s' is not an IBAN: its CIN is %c and should be %c", text, iban[4], cin_of(iban + 5));
	return true;
}
