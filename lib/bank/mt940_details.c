/*
 * The field :86:, which every country fills in its own way: plain words (Italy), subfields ?20 to ?63 (Germany), or code
 * words between slashes (/ORDP//NAME/ROSSI MARIA/REMI/…).
 */
#include "mt940.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LINE_FULL = 65, SUBFIELD_FULL = 27 }; /* characters; what is so long goes on in the middle of a word */

/* Whether the line is as wide as the standard lets it be, in whatever way the bank counts. A wider one is of no known width. */
static bool
is_full(const char *line, size_t length)
{
	struct words words;
	words_clear(&words);
	words_add(&words, line, length);
	return length == LINE_FULL || words.characters == LINE_FULL;
}

/* The lines as one text in the caller's buffer. */
static void
join_lines(const struct mt940_field *field, bool gapless, char joined[MT940_FIELD])
{
	size_t used = 0;
	for (size_t i = 0; i < field->count; i++) {
		const char *line = field->bytes + field->starts[i];
		size_t length = strlen(line);
		memcpy(joined + used, line, length);
		used += length;
		if (!gapless && i + 1 < field->count && !is_full(line, length))
			joined[used++] = ' ';
	}
	joined[used] = '\0';
}

static bool
is_subfield(const char *text)
{
	return text[0] == '?' && isdigit((unsigned char)text[1]) && isdigit((unsigned char)text[2]);
}

/* Three digits may come first: the kind of business. */
static bool
has_subfields(const char *text)
{
	return is_subfield(text + (strspn(text, "0123456789") == 3 ? 3 : 0));
}

static void
add_subfield(struct words *words, size_t *before, const char *text, size_t length)
{
	if (*before < SUBFIELD_FULL)
		words_break(words);
	words_add(words, text, length);
	*before = length;
}

static void
set_iban(struct mt940_details *details, const char *text, size_t length)
{
	struct words words;
	words_clear(&words);
	words_add(&words, text, length);
	if (!details->iban[0])
		words_iban(&words, details->iban);
}

/* Of texts with marks (EREF+… SVWZ+…) only what the payer wrote: the other numbers are not of these months and editions. */
static void
keep_message(struct words *text)
{
	static const char *const marks[] = { "EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "COAM+", "OAMT+", "ABWA+", "ABWE+", "IBAN+", "BIC+", "PURP+" };
	char *message = strstr(text->text, "SVWZ+");
	if (!message)
		return;
	message += strlen("SVWZ+");
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		char *end = strstr(message, marks[i]);
		if (end)
			*end = '\0';
	}
	struct words kept;
	words_clear(&kept);
	words_say(&kept, message);
	*text = kept;
}

static void
read_subfields(const char *text, struct mt940_details *details)
{
	struct words business;
	size_t before = 0, before_name = 0;
	words_clear(&business);
	for (const char *at = strchr(text, '?'); at;) {
		const char *next = at + 3;
		int code = (at[1] - '0') * 10 + at[2] - '0';
		while (*next && !is_subfield(next))
			next++;
		size_t length = (size_t)(next - at) - 3;
		if (code == 0)
			words_add(&business, at + 3, length);
		else if ((code >= 20 && code <= 29) || (code >= 60 && code <= 63))
			add_subfield(&details->text, &before, at + 3, length);
		else if (code == 32 || code == 33)
			add_subfield(&details->payer, &before_name, at + 3, length);
		else if (code == 31 || code == 38)
			set_iban(details, at + 3, length);
		at = *next ? next : NULL;
	}
	keep_message(&details->text);
	if (details->text.length == 0)
		words_say(&details->text, business.text);
}

static const char *const codewords[] = { "ORDP", "BENM", "CNTP", "NAME", "IBAN", "ACCT", "REMI", "USTD", "STRD", "EREF", "KREF", "PREF", "MARF", "CSID", "BIC",
	"ADDR", "TRTP", "TRCD", "ULTD", "ULTB", "ULTC", "ISDT", "PURP", "RTRN", "ORDN", "INFO", "CITY", "CTRY", "OCMT", "CHGS", "NRTX", "ID" };

/* The code word that begins here with its slash, or NULL. */
static const char *
codeword_at(const char *text)
{
	for (size_t i = 0; *text == '/' && i < sizeof codewords / sizeof codewords[0]; i++) {
		size_t length = strlen(codewords[i]);
		if (strncmp(text + 1, codewords[i], length) == 0 && text[length + 1] == '/')
			return codewords[i];
	}
	return NULL;
}

/* The next code word from here on, or the end of the text. */
static const char *
codeword_next(const char *text)
{
	while (*text && !codeword_at(text))
		text++;
	return text;
}

/* /CNTP/IBAN/BIC/NAME/CITY: a field of these, from 0. */
static size_t
part(const char *text, size_t length, size_t number, const char **start)
{
	const char *end = text + length;
	for (; number > 0 && text < end; text++)
		number -= *text == '/';
	*start = text;
	const char *slash = memchr(text, '/', (size_t)(end - text));
	return (size_t)((slash ? slash : end) - text);
}

/* Which party a value is of, and what has been found. */
struct coded {
	bool ours; /* the party is the one whose account it is */
	bool message;
	struct words text;
	struct mt940_details *details;
};

static void
take_name(struct coded *coded, const char *value, size_t length)
{
	if (!coded->ours && coded->details->payer.length == 0)
		words_add(&coded->details->payer, value, length);
}

static void
take_value(struct coded *coded, const char *codeword, bool credit, const char *value, size_t length)
{
	const char *name;
	bool payer = strcmp(codeword, "ORDP") == 0, paid = strcmp(codeword, "BENM") == 0;
	if (payer || paid)
		coded->ours = payer != credit;
	if (strcmp(codeword, "CNTP") == 0) {
		coded->ours = false;
		set_iban(coded->details, value, part(value, length, 0, &name));
		length = part(value, length, 2, &name);
		take_name(coded, name, length);
	} else if (payer || paid || strcmp(codeword, "NAME") == 0)
		take_name(coded, value, length);
	else if ((strcmp(codeword, "IBAN") == 0 || strcmp(codeword, "ACCT") == 0) && !coded->ours)
		set_iban(coded->details, value, length);
	else if (strcmp(codeword, "REMI") == 0 || strcmp(codeword, "USTD") == 0 || strcmp(codeword, "STRD") == 0) {
		words_break(&coded->text);
		words_add(&coded->text, value, length);
	}
}

/* Without a message for the payee the whole is the text. */
static bool
read_codewords(const char *text, bool credit, struct mt940_details *details)
{
	struct coded coded = { .details = details };
	const char *at = codeword_next(text);
	words_clear(&coded.text);
	if (!*at)
		return false;
	while (*at) {
		const char *codeword = codeword_at(at), *value = at + strlen(codeword) + 2;
		const char *next = codeword_next(value - 1), *end = next;
		if (end < value)
			end = value;
		while (value < end && *value == '/')
			value++;
		while (end > value && end[-1] == '/')
			end--;
		take_value(&coded, codeword, credit, value, (size_t)(end - value));
		at = next;
	}
	words_say(&details->text, coded.text.length ? coded.text.text : text);
	return true;
}

/* The first such word, in capitals or not, with or without a colon; what stands behind it goes to `after`. */
static const char *
find_word(const char *text, const char *word, const char **after)
{
	size_t length = strlen(word);
	for (const char *at = text; (at = strcasestr(at, word)) != NULL; at++) {
		const char *end = at + length + (at[length] == ':');
		if (at > text && at[-1] == ' ' && *end == ' ') {
			*after = end + 1;
			return at;
		}
	}
	return NULL;
}

/* `BONIFICO … DA ROSSI MARIA PER …`: the name is between the two. */
static void
find_payer(const char *text, struct words *payer)
{
	static const char *const kinds[] = { "BONIFICO", "BONIF.", "BON.", "ACCREDITO", "GIROCONTO" };
	const char *name, *rest, *end;
	bool transfer = false;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		transfer |= strncasecmp(text, kinds[i], strlen(kinds[i])) == 0;
	if (transfer && find_word(text, "DA", &name) && (end = find_word(name, "PER", &rest)) != NULL)
		words_add(payer, name, (size_t)(end - name));
}

void
mt940_details_read(const struct mt940_field *field, bool credit, struct mt940_details *details)
{
	char joined[MT940_FIELD];
	bool subfields = has_subfields(field->bytes);
	struct words plain;
	join_lines(field, subfields, joined);
	words_break(&details->text);
	if (subfields) {
		read_subfields(joined, details);
		return;
	}
	words_clear(&plain);
	words_say(&plain, joined);
	if (!read_codewords(plain.text, credit, details))
		words_say(&details->text, plain.text);
	details->text.over |= plain.over;
	if (credit && details->payer.length == 0)
		find_payer(plain.text, &details->payer);
}
