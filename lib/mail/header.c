/*
 * Written here and not by GMime: of 3,000 hostile names and subjects 2,821 got encoded words of more than 75 columns, and 602
 * subjects came out as another text, as it lets a word through that looks like an encoded one (`=?utf-8?q?x?=`).
 */
#include "header.h"

#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/text.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BEGINS "=?utf-8?Q?"
#define ENDS "?="
#define ALNUM "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

enum {
	LINE_MOST = 76,      /* columns of a line with encoded words (RFC 2047 2) */
	ENCODED_MOST = 75,   /* of an encoded word */
	WORD_MOST = 60,      /* of a word that stands as it is */
	CHARACTER_MOST = 12, /* of an encoded character: four bytes */
	ENCODED_LEAST = sizeof BEGINS ENDS - 1 + CHARACTER_MOST,
};

/* A value that is being written. */
struct value {
	struct sink sink;
	size_t column;
};

static void
begin(struct value *value, const char *header)
{
	sink_init(&value->sink, -1);
	sink_hold(&value->sink);
	value->column = strlen(header) + 1;
}

static char *
end(struct value *value)
{
	sink_char(&value->sink, '\n');
	sink_char(&value->sink, '\0');
	char *text = memory_text(value->sink.buffer);
	sink_release(&value->sink);
	return text;
}

/* One line of valid text without blanks at its ends. */
static char *
clean(const char *text)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	for (size_t length = strlen(text), size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		if (codepoint < 0)
			sink_text(&sink, "\xef\xbf\xbd");
		else if (!text_is_control(codepoint) && codepoint != ' ')
			sink_bytes(&sink, text, size);
		else if (sink.used > 0)
			sink_char(&sink, ' ');
	}
	while (sink.used > 0 && sink.buffer[sink.used - 1] == ' ')
		sink.used--;
	sink_char(&sink, '\0');
	char *cleaned = memory_text(sink.buffer);
	sink_release(&sink);
	return cleaned;
}

/* Whether a word of so many bytes may stand as it is: in any text, or in a phrase (RFC 5322 3.2.5). */
static bool
is_plain(const char *word, size_t length, bool phrase)
{
	for (size_t i = 0; i < length; i++)
		if (word[i] < ' ' || word[i] > '~' || (phrase && !strchr(ALNUM "!#$%&'*+-/=?^_`{|}~", word[i])))
			return false;
	return length > 0 && length <= WORD_MOST && !memmem(word, length, "=?", 2);
}

/* How many bytes the words at the beginning have that are all plain, or all not, without the blank behind them. */
static size_t
run(const char *text, bool phrase, bool plain)
{
	size_t end = 0;
	for (const char *word = text; *word;) {
		size_t length = strcspn(word, " ");
		if (is_plain(word, length, phrase) != plain)
			break;
		end = (size_t)(word - text) + length;
		word += length + (word[length] == ' ');
	}
	return end;
}

/* Adds words with the blanks before them; a line that would be too long ends before the blanks. */
static void
add_words(struct value *value, const char *text)
{
	while (*text) {
		size_t blanks = strspn(text, " "), length = blanks + strcspn(text + blanks, " ");
		if (value->column + length > LINE_MOST && blanks > 0) {
			sink_char(&value->sink, '\n');
			value->column = 0;
		}
		sink_bytes(&value->sink, text, length);
		value->column += length;
		text += length;
	}
}

static void
add_plain(struct value *value, const char *text, size_t length)
{
	char *words = memory_format(" %.*s", (int)length, text);
	add_words(value, words);
	free(words);
}

/* Of letters, digits and what RFC 2047 5 (3) allows within a phrase; anything else as =XX. */
static size_t
encode(const char *text, size_t size, char encoded[CHARACTER_MOST + 1])
{
	size_t used = 0;
	for (size_t i = 0; i < size; i++) {
		unsigned char byte = (unsigned char)text[i];
		if (strchr(ALNUM "!*+-/", byte)) {
			encoded[used++] = (char)byte;
		} else if (byte == ' ') {
			encoded[used++] = '_';
		} else {
			encoded[used++] = '=';
			encoded[used++] = "0123456789ABCDEF"[byte >> 4];
			encoded[used++] = "0123456789ABCDEF"[byte & 15];
		}
	}
	encoded[used] = '\0';
	return used;
}

/* One encoded word of as many characters as the line has room for; returns how many bytes of the text it took. */
static size_t
add_encoded_word(struct value *value, const char *text, size_t length)
{
	char word[1 + ENCODED_MOST + 1] = " " BEGINS, encoded[CHARACTER_MOST + 1];
	size_t left = value->column < LINE_MOST ? LINE_MOST - value->column : 0, used = strlen(word), done = 0, size;
	size_t room = (left < 1 + ENCODED_LEAST ? 1 + ENCODED_MOST : left) - strlen(ENDS); /* on the next line, if there is too little */
	for (; done < length; done += size) {
		int codepoint;
		size = text_character(text + done, length - done, &codepoint);
		size_t wanted = encode(text + done, size, encoded);
		if (used + wanted > room)
			break;
		memcpy(word + used, encoded, wanted);
		used += wanted;
	}
	memcpy(word + used, ENDS, sizeof ENDS);
	add_words(value, word);
	return done;
}

static void
add_encoded(struct value *value, const char *text, size_t length)
{
	for (size_t done = 0; done < length;)
		done += add_encoded_word(value, text + done, length - done);
}

/* Words as they are, and encoded those that must be, with the blanks between them (RFC 2047 6.2). */
static void
add_mixed(struct value *value, const char *text, bool phrase)
{
	bool whole = strstr(text, "  ") != NULL; /* more blanks than one would be lost between words */
	for (size_t length; *text; text += length + (text[length] == ' ')) {
		length = whole ? 0 : run(text, phrase, true);
		if (length > 0) {
			add_plain(value, text, length);
			continue;
		}
		length = whole ? strlen(text) : run(text, phrase, false);
		add_encoded(value, text, length);
	}
}

static void
add_quoted(struct value *value, const char *text)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	sink_text(&sink, " \"");
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			sink_char(&sink, '\\');
		sink_char(&sink, *text);
	}
	sink_char(&sink, '"');
	sink_char(&sink, '\0');
	add_words(value, sink.buffer);
	sink_release(&sink);
}

/* Whether quotation marks will do: words that are plain but for the characters that a phrase may not have. */
static bool
is_quotable(const char *text)
{
	return run(text, false, true) == strlen(text) && run(text, true, true) < strlen(text);
}

char *
header_text(const char *header, const char *text)
{
	struct value value;
	char *cleaned = clean(text);
	begin(&value, header);
	add_mixed(&value, cleaned, false);
	free(cleaned);
	return end(&value);
}

char *
header_mailbox(const char *header, const char *name, const char *address)
{
	struct value value;
	char *cleaned = clean(name), *last = memory_format(*cleaned ? " <%s>" : " %s", address);
	begin(&value, header);
	if (is_quotable(cleaned))
		add_quoted(&value, cleaned);
	else
		add_mixed(&value, cleaned, true);
	add_words(&value, last);
	free(cleaned);
	free(last);
	return end(&value);
}
