#include "mustache_parse.h"

#include <balint/text.h>

#include <string.h>

/* The values that sections have put before each other, the innermost first. */
struct frame {
	const struct tree *value;
	const struct frame *outer;
};

/* The indentations of the partials that we are in, the innermost first. */
struct indent {
	struct span blanks;
	const struct indent *outer;
};

struct writer {
	struct sink out; /* held: nothing goes out before all is made */
	bool html;
	int depth, steps;
	struct refusal *why;
};

/* Where in which template we are, and with what. */
struct place {
	const struct parsed *parsed;
	const struct frame *frame;
	const struct indent *indent;
};

/* The first part of a dotted name is looked for from within outwards, the rest only in what was found. */
static const struct tree *
look_up(const struct frame *frame, struct span name)
{
	if (name.length == 1 && *name.text == '.')
		return frame->value;
	const char *end = name.text + name.length, *point = memchr(name.text, '.', name.length);
	const struct tree *found = NULL;
	for (; frame && !found; frame = frame->outer)
		found = tree_find(frame->value, name.text, (size_t)((point ? point : end) - name.text));
	while (point && found) {
		const char *part = point + 1;
		point = memchr(part, '.', (size_t)(end - part));
		found = tree_find(found, part, (size_t)((point ? point : end) - part));
	}
	return found;
}

static void
put_html(struct sink *sink, const char *text)
{
	static const char special[] = "&<>\"'";
	static const char *const escaped[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };
	for (size_t left = strlen(text), size; left > 0; text += size, left -= size) {
		int codepoint;
		size = text_character(text, left, &codepoint);
		const char *found = size == 1 ? strchr(special, *text) : NULL;
		if (found)
			sink_text(sink, escaped[found - special]);
		else if (strchr("\t\n\r", *text))
			sink_char(sink, *text);
		else
			sink_visible(sink, text, size);
	}
}

static void
put_value(struct writer *writer, const struct tree *value, bool raw)
{
	if (!value || value->kind != TREE_TEXT)
		return;
	if (raw)
		sink_text(&writer->out, value->text);
	else if (writer->html)
		put_html(&writer->out, value->text);
	else
		sink_visible(&writer->out, value->text, strlen(value->text));
}

static void
put_indent(struct sink *sink, const struct indent *indent)
{
	if (!indent)
		return;
	put_indent(sink, indent->outer);
	sink_bytes(sink, indent->blanks.text, indent->blanks.length);
}

static bool put_pieces(struct writer *writer, const struct place *place, size_t from, size_t until);

static bool
put_section(struct writer *writer, const struct place *place, const struct piece *piece, const struct tree *value)
{
	size_t start = (size_t)(piece - place->parsed->pieces) + 1;
	bool list = value->kind == TREE_LIST;
	for (const struct tree *one = list ? value->first : value; one; one = list ? one->next : NULL) {
		struct frame frame = { one, place->frame };
		struct place within = { place->parsed, &frame, place->indent };
		if (!put_pieces(writer, &within, start, piece->end))
			return false;
	}
	return true;
}

static bool
put_partial(struct writer *writer, const struct place *place, const struct piece *piece)
{
	struct indent indent = { piece->indent, place->indent };
	struct place within = { piece->partial, place->frame, &indent };
	return put_pieces(writer, &within, 0, piece->partial->count);
}

static bool
put_nested(struct writer *writer, const struct place *place, const struct piece *piece)
{
	if (writer->depth == MUSTACHE_DEPTH)
		return refuse_at(writer->why, place->parsed, piece->at, "more than %d sections and partials within each other", MUSTACHE_DEPTH);
	writer->depth++;
	const struct tree *value = piece->kind == PIECE_PARTIAL ? NULL : look_up(place->frame, piece->content);
	bool good = true;
	if (piece->kind == PIECE_PARTIAL)
		good = put_partial(writer, place, piece);
	else if (piece->kind == PIECE_SECTION && tree_is_true(value))
		good = put_section(writer, place, piece, value);
	else if (piece->kind == PIECE_INVERTED && !tree_is_true(value))
		good = put_pieces(writer, place, (size_t)(piece - place->parsed->pieces) + 1, piece->end);
	writer->depth--;
	return good;
}

static bool
put_pieces(struct writer *writer, const struct place *place, size_t from, size_t until)
{
	for (size_t i = from; i < until; i++) {
		const struct piece *piece = &place->parsed->pieces[i];
		if (++writer->steps > MUSTACHE_STEPS || writer->out.used > MUSTACHE_LARGEST)
			return refuse_at(writer->why, place->parsed, piece->at, "the text becomes too large");
		switch (piece->kind) {
		case PIECE_LINE:
			put_indent(&writer->out, place->indent);
			break;
		case PIECE_TEXT:
			sink_bytes(&writer->out, piece->content.text, piece->content.length);
			break;
		case PIECE_VALUE:
		case PIECE_RAW:
			put_value(writer, look_up(place->frame, piece->content), piece->kind == PIECE_RAW);
			break;
		case PIECE_SECTION:
		case PIECE_INVERTED:
		case PIECE_PARTIAL:
			if (!put_nested(writer, place, piece))
				return false;
			i = piece->kind == PIECE_PARTIAL ? i : piece->end;
			break;
		case PIECE_END:
			break;
		}
	}
	return true;
}

bool
mustache_render(struct sink *sink, const struct mustache_template *main, const struct tree *data, const struct mustache_mode *mode,
    struct refusal *why)
{
	struct parsed *parsed = mustache_parse(main, mode, why);
	if (!parsed)
		return false;
	struct writer writer = { .html = mode->html, .why = why };
	struct frame frame = { data, NULL };
	sink_init(&writer.out, -1);
	sink_hold(&writer.out);
	bool good = put_pieces(&writer, &(struct place){ parsed, &frame, NULL }, 0, parsed->count);
	if (good)
		sink_bytes(sink, writer.out.buffer, writer.out.used);
	sink_release(&writer.out);
	parsed_free(parsed);
	return good;
}
