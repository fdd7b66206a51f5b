/* Texts: what is accepted is clean and stays as it is; widths and cuts fit together; names hold what a header may hold;
 * banks get what they take. */
#include "fuzz.h"

#include <balint/sepa.h>

static size_t
count_characters(const char *text)
{
	size_t count = 0, length = strlen(text), size;
	for (; length > 0; text += size, length -= size, count++) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		EXPECT(size >= 1 && size <= 4 && size <= length, "a character of %zu bytes", size);
		EXPECT(codepoint >= -1 && codepoint <= 0x10ffff, "code point %d", codepoint);
	}
	return count;
}

static void
check_clean(const char *text)
{
	for (size_t length = strlen(text), size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		EXPECT(codepoint >= 0, "accepted, and not UTF-8");
		EXPECT(!text_is_control(codepoint), "accepted with control character U+%04X", (unsigned)codepoint);
	}
}

static void
check_accept(const char *text)
{
	struct refusal why = { "" };
	char *accepted = text_accept(text, &why);
	if (!accepted) {
		EXPECT(*why.text, "refused without a word");
		return;
	}
	check_clean(accepted);
	size_t count = count_characters(accepted);
	EXPECT(count >= 1 && count <= TEXT_MOST, "%zu characters", count);
	EXPECT(accepted[0] != ' ' && accepted[strlen(accepted) - 1] != ' ', "spaces at the ends of '%s'", accepted);
	char *again = text_accept(accepted, &why);
	EXPECT(again && strcmp(again, accepted) == 0, "'%s' is accepted as '%s'", accepted, again ? again : why.text);
	free(again);
	char *folded = text_fold(accepted), *folded_text = text_fold(text);
	EXPECT(strcmp(folded, folded_text) == 0, "'%s' folds to '%s', accepted to '%s'", text, folded_text, folded);
	free(folded);
	free(folded_text);
	free(accepted);
}

static void
check_fold(const char *text)
{
	char *folded = text_fold(text), *again = text_fold(folded);
	bool utf8 = fuzz_is_utf8(text, strlen(text)); /* nothing else is in a store */
	EXPECT(!utf8 || strcmp(folded, again) == 0, "'%s' folds to '%s' and that to '%s'", text, folded, again);
	EXPECT(!utf8 || !strstr(folded, "  "), "two spaces in '%s'", folded);
	for (const char *c = folded; *c && utf8; c++)
		EXPECT(!strchr("'`ABCDEFGHIJKLMNOPQRSTUVWXYZ", *c), "'%c' is left in '%s'", *c, folded);
	free(folded);
	free(again);
}

static void
check_widths(const char *text, size_t columns)
{
	size_t length = strlen(text), width = text_width(text, length), fits = text_fit(text, length, columns);
	EXPECT(fits <= length, "%zu of %zu bytes fit", fits, length);
	EXPECT(text_width(text, fits) <= columns, "%zu bytes are %zu columns, not %zu", fits, text_width(text, fits), columns);
	EXPECT(text_width(text, fits) + text_width(text + fits, length - fits) == width, "the parts are not as wide as the whole");
	EXPECT(fits == length || width > columns, "%zu bytes fit of %zu, which are only %zu columns", fits, length, width);
	if (fits < length) {
		int codepoint;
		size_t next = text_character(text + fits, length - fits, &codepoint);
		EXPECT(text_width(text, fits + next) > columns, "one character more would fit");
	}
}

/* Plain for a bank, one character for one; who is told of changes finds some, and they are told in valid text. */
static void
check_sepa(const char *text)
{
	static const char basic[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";
	char changed[SEPA_CHANGES], *plain = sepa_text(text), *again = sepa_text(plain), *composed = text_composed(text);
	EXPECT(plain[strspn(plain, basic)] == '\0', "'%s' became '%s'", text, plain);
	EXPECT(strcmp(plain, again) == 0, "'%s' becomes '%s'", plain, again);
	EXPECT(strlen(plain) == count_characters(composed), "'%s' is as long as '%s'", plain, composed);
	bool changes = sepa_changes(text, changed);
	EXPECT(changes == (strcmp(composed, plain) != 0), "'%s' becomes '%s', and is told as '%s'", text, plain, changed);
	EXPECT(strlen(changed) < SEPA_CHANGES && (*changed != '\0') == changes, "'%s' is what changes", changed);
	EXPECT(!fuzz_is_utf8(text, strlen(text)) || fuzz_is_utf8(changed, strlen(changed)), "cut within a character: '%s'", changed);
	free(plain);
	free(again);
	free(composed);
}

/* What may stand in a header of a mail, or name something in a script. */
static void
check_names(const char *text)
{
	struct refusal why;
	bool code = text_is_code(text, &why), handle = text_is_handle(text, &why);
	bool address = text_is_address(text, &why), mailbox = text_is_mailbox(text, &why);
	EXPECT(!handle || code, "'%s' is a handle and no code", text);
	EXPECT(!address || mailbox, "'%s' is an address and no mailbox", text);
	for (const char *c = text; *c && code; c++)
		EXPECT(strchr("._-", *c) || (*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z' && !handle), "'%c' in '%s'", *c, text);
	EXPECT(!code || (*text != '-' && *text != '.' && strlen(text) <= 64), "'%s' is a code", text);
	for (const char *c = text; *c && address; c++)
		EXPECT(*c > ' ' && (unsigned char)*c < 0x7f && !strchr("\"(),:;<>[\\]", *c), "'%c' in an address", *c);
	EXPECT(!address || (strchr(text, '@') && strchr(text, '@') == strrchr(text, '@')), "'%s' is an address", text);
	if (!mailbox)
		return;
	check_clean(text);
	EXPECT(!strpbrk(text, "\r\n\"\\"), "'%s' is a mailbox", text);
}

static void
check_closest(const char *text)
{
	static const char *const candidates[] = { "medico", "psicologo", "infermiere", "oss", "", "educatore", NULL };
	const char *closest = text_closest(text, candidates);
	bool found = !closest;
	for (size_t i = 0; candidates[i]; i++)
		found |= closest == candidates[i];
	EXPECT(found, "the closest is none of them");
	for (size_t i = 0; candidates[i] && *text; i++)
		EXPECT(strcmp(text, candidates[i]) != 0 || (closest && strcmp(closest, text) == 0), "'%s' is closest to '%s'", text, closest ? closest : "nothing");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input input = { data, size };
	size_t columns = input_byte(&input);
	while (input.length > 0) {
		char *text = input_text(&input);
		count_characters(text);
		check_accept(text);
		check_fold(text);
		check_widths(text, columns);
		check_names(text);
		check_closest(text);
		check_sepa(text);
		free(text);
	}
	return 0;
}
