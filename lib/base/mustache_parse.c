#include "mustache_parse.h"

#include <balint/fatal.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct parser {
	struct parsed *parsed;
	const char *at;           /* what comes next */
	bool fresh;               /* it begins a line */
	struct span open, close;  /* the delimiters */
	size_t sections[MUSTACHE_DEPTH]; /* the pieces that opened those we are in */
	size_t depth;
	struct refusal *why;
};

/* A tag as it stands in the template. */
struct tag {
	const char *at, *end;
	char kind; /* its sign, or a blank for a plain name */
	struct span content;
};

bool
refuse_at(struct refusal *why, const struct parsed *parsed, const char *at, const char *format, ...)
{
	char what[512];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(what, sizeof what, translated(format), arguments);
	va_end(arguments);
	size_t line = 1, column = 1;
	for (const char *c = parsed->from.text; c < at; c++) {
		column += ((unsigned char)*c & 0xc0) != 0x80;
		if (*c == '\n')
			line++, column = 1;
	}
	return refuse(why, "%s:%zu:%zu: %s", parsed->from.file, line, column, what);
}

static bool
starts(const char *text, struct span with)
{
	return strncmp(text, with.text, with.length) == 0;
}

static struct span
trimmed(const char *text, const char *end)
{
	static const char blanks[] = " \t\r\n";
	while (text < end && strchr(blanks, *text))
		text++;
	while (end > text && strchr(blanks, end[-1]))
		end--;
	return (struct span){ text, (size_t)(end - text) };
}

static struct piece *
push(struct parser *parser, enum piece_kind kind, const char *at, struct span content)
{
	struct parsed *parsed = parser->parsed;
	if ((parsed->count & (parsed->count + 1)) == 0) /* 0, 1, 3, 7 …: full */
		parsed->pieces = memory_resized(parsed->pieces, (2 * parsed->count + 1) * sizeof *parsed->pieces);
	struct piece *piece = &parsed->pieces[parsed->count++];
	*piece = (struct piece){ .kind = kind, .at = at, .content = content };
	return piece;
}

static void
push_text(struct parser *parser, const char *text, size_t length)
{
	bool blank = *text == '\n' || strncmp(text, "\r\n", 2) == 0;
	if (parser->fresh && !blank)
		push(parser, PIECE_LINE, text, (struct span){ text, 0 });
	if (length > 0)
		push(parser, PIECE_TEXT, text, (struct span){ text, length });
	parser->fresh = length > 0 && text[length - 1] == '\n';
}

/* Names have letters, digits, `_`, `-` and points between; `.` alone is the value at hand. */
static bool
check_name(struct parser *parser, const struct tag *tag)
{
	struct span name = tag->content;
	bool good = name.length > 0, point = true;
	if (name.length == 1 && *name.text == '.' && tag->kind != '>')
		return true;
	for (size_t i = 0; i < name.length && good; i++) {
		char c = name.text[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || (unsigned char)c >= 0x80;
		good = letter || (c == '.' && !point);
		point = c == '.';
	}
	if (good && !point)
		return true;
	if (name.length == 0)
		return refuse_at(parser->why, parser->parsed, tag->at, "a tag without a name");
	return refuse_at(parser->why, parser->parsed, tag->at, "'%.*s' is no name: letters, digits, '_', '-' and '.' between them", NAMED(name));
}

/* Reads the tag that begins there, up to its own closing delimiter. */
static bool
read_tag(struct parser *parser, const char *at, struct tag *tag)
{
	const char *start = at + parser->open.length;
	tag->at = at;
	tag->kind = *start && strchr("{&#^/!=>", *start) ? *start : ' ';
	start += tag->kind != ' ';
	char before = tag->kind == '{' ? '}' : tag->kind == '=' ? '=' : '\0';
	for (const char *end = start; *end; end++) {
		if ((before && *end != before) || !starts(end + (before != '\0'), parser->close))
			continue;
		tag->content = trimmed(start, end);
		tag->end = end + (before != '\0') + parser->close.length;
		return true;
	}
	refuse_at(parser->why, parser->parsed, at, "the tag that begins here is not closed: '%s%.*s' is missing",
	    before == '}' ? "}" : before ? "=" : "", NAMED(parser->close));
	return false;
}

static bool
set_delimiters(struct parser *parser, const struct tag *tag)
{
	const char *text = tag->content.text, *end = text + tag->content.length;
	size_t length = strcspn(text, " \t\r\n");
	struct span open = { text, length }, close = { NULL, 0 };
	if (text + length < end)
		close = trimmed(text + length, end);
	if (open.length == 0 || close.length == 0 || strcspn(close.text, " \t\r\n") < close.length || memchr(text, '=', tag->content.length))
		return refuse_at(parser->why, parser->parsed, tag->at, "delimiters are set by two signs without '=' and a blank between them");
	parser->open = open;
	parser->close = close;
	return true;
}

static bool
open_section(struct parser *parser, const struct tag *tag)
{
	if (parser->depth == MUSTACHE_DEPTH)
		return refuse_at(parser->why, parser->parsed, tag->at, "more than %d sections within each other", MUSTACHE_DEPTH);
	parser->sections[parser->depth++] = parser->parsed->count;
	push(parser, tag->kind == '#' ? PIECE_SECTION : PIECE_INVERTED, tag->at, tag->content);
	return true;
}

static bool
close_section(struct parser *parser, const struct tag *tag)
{
	if (parser->depth == 0)
		return refuse_at(parser->why, parser->parsed, tag->at, "no section '%.*s' is open here", NAMED(tag->content));
	struct piece *section = &parser->parsed->pieces[parser->sections[--parser->depth]];
	if (section->content.length != tag->content.length || memcmp(section->content.text, tag->content.text, tag->content.length) != 0)
		return refuse_at(parser->why, parser->parsed, tag->at, "'%.*s' is closed where '%.*s' is open", NAMED(tag->content), NAMED(section->content));
	section->end = parser->parsed->count;
	push(parser, PIECE_END, tag->at, tag->content);
	return true;
}

static bool
take_tag(struct parser *parser, const struct tag *tag, struct span indent)
{
	if (tag->kind == '!')
		return true;
	if (tag->kind == '=')
		return set_delimiters(parser, tag);
	if (!check_name(parser, tag))
		return false;
	switch (tag->kind) {
	case '#':
	case '^':
		return open_section(parser, tag);
	case '/':
		return close_section(parser, tag);
	case '>':
		push(parser, PIECE_PARTIAL, tag->at, tag->content)->indent = indent;
		return true;
	default:
		push(parser, tag->kind == ' ' ? PIECE_VALUE : PIECE_RAW, tag->at, tag->content);
		return true;
	}
}

/* A tag alone on its line takes the whole line away, but for those that give a value. */
static bool
parse_tag(struct parser *parser, const char *at)
{
	struct tag tag;
	if (!read_tag(parser, at, &tag))
		return false;
	struct span before = { parser->at, (size_t)(at - parser->at) };
	const char *rest = tag.end + strspn(tag.end, " \t");
	rest += strncmp(rest, "\r\n", 2) == 0;
	if (parser->fresh && strchr("#^/!=>", tag.kind) && (!*rest || *rest == '\n')) {
		parser->at = rest + (*rest == '\n');
		return take_tag(parser, &tag, before);
	}
	push_text(parser, before.text, before.length);
	parser->fresh = false;
	parser->at = tag.end;
	return take_tag(parser, &tag, (struct span){ at, 0 });
}

/* Up to the next tag, or the end of the line. */
static void
parse_text(struct parser *parser)
{
	const char *end = parser->at;
	while (*end && *end != '\n' && !starts(end, parser->open))
		end++;
	end += *end == '\n';
	push_text(parser, parser->at, (size_t)(end - parser->at));
	parser->at = end;
}

static bool
parse(struct parsed *parsed, struct refusal *why)
{
	struct parser parser = { .parsed = parsed, .at = parsed->from.text, .fresh = true, .open = { "{{", 2 }, .close = { "}}", 2 }, .why = why };
	while (*parser.at) {
		const char *tag = parser.at + (parser.fresh ? strspn(parser.at, " \t") : 0);
		if (!starts(tag, parser.open))
			parse_text(&parser);
		else if (!parse_tag(&parser, tag))
			return false;
	}
	if (parser.depth == 0)
		return true;
	const struct piece *section = &parsed->pieces[parser.sections[parser.depth - 1]];
	return refuse_at(why, parsed, section->at, "the section '%.*s' is not closed", NAMED(section->content));
}

void
parsed_free(struct parsed *first)
{
	for (struct parsed *next; first; first = next) {
		next = first->next;
		free(first->name);
		free(first->pieces);
		free(first);
	}
}

static struct parsed *
new_parsed(struct parsed **last, char *name)
{
	struct parsed *parsed = memory(sizeof *parsed);
	*parsed = (struct parsed){ .name = name, .from = { "", "" } };
	return *last = parsed;
}

/* The partial of that name, parsed or still to be parsed; it is put at the end of the list when first met. */
static struct parsed *
partial_named(struct parsed *first, const struct parsed *user, const struct piece *piece, const struct mustache_mode *mode, struct refusal *why)
{
	size_t count = 0;
	struct parsed **end = &first->next;
	for (; *end; end = &(*end)->next, count++)
		if (strncmp((*end)->name, piece->content.text, piece->content.length) == 0 && !(*end)->name[piece->content.length])
			return *end;
	if (count == MUSTACHE_PARTIALS)
		return refuse_at(why, user, piece->at, "more than %d partials", MUSTACHE_PARTIALS), NULL;
	struct parsed *partial = new_parsed(end, memory_format("%.*s", (int)piece->content.length, piece->content.text));
	struct mustache_template found = { NULL, NULL };
	if (mode->find && !mode->find(mode->context, partial->name, &found, why))
		return NULL;
	if (found.text)
		partial->from = found;
	return partial;
}

struct parsed *
mustache_parse(const struct mustache_template *main, const struct mustache_mode *mode, struct refusal *why)
{
	struct parsed *first = NULL;
	new_parsed(&first, NULL)->from = *main;
	bool good = true;
	for (struct parsed *parsed = first; parsed && good; parsed = parsed->next) {
		good = parse(parsed, why);
		for (size_t i = 0; i < parsed->count && good; i++) {
			struct piece *piece = &parsed->pieces[i];
			if (piece->kind == PIECE_PARTIAL)
				good = (piece->partial = partial_named(first, parsed, piece, mode, why)) != NULL;
		}
	}
	if (good)
		return first;
	parsed_free(first);
	return NULL;
}
