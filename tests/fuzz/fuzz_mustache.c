/* Templates: whatever they hold, they are filled or refused with a place, and what is written is UTF-8 if all else is. */
#include "fuzz.h"

#include <balint/mustache.h>
#include <balint/template.h>

struct partials {
	const char *texts[3];
};

/* The partials a, b and c are the input's own texts. */
static bool
find(void *context, const char *name, struct mustache_template *partial, struct refusal *why)
{
	const struct partials *partials = context;
	(void)why;
	if (*name >= 'a' && *name <= 'c' && !name[1])
		*partial = (struct mustache_template){ name, partials->texts[*name - 'a'] };
	return true;
}

/* A tree made from a text: letters add something under their own name, and parentheses go in and out. */
static struct tree *
make_tree(const char *text)
{
	struct tree *path[16] = { tree_object(NULL, NULL) };
	int depth = 0;
	for (; *text; text++) {
		char name[2] = { *text, '\0' };
		struct tree *parent = path[depth];
		const char *called = parent->kind == TREE_OBJECT ? name : NULL;
		if (*text == '(' || *text == '[') {
			if (depth < 15) {
				path[depth + 1] = *text == '(' ? tree_object(parent, called ? "o" : NULL) : tree_list(parent, called ? "l" : NULL);
				depth++;
			}
		} else if (*text == ')') {
			depth -= depth > 0;
		} else if (*text == '+' || *text == '-') {
			tree_truth(parent, called ? "t" : NULL, *text == '+');
		} else {
			tree_text(parent, called, text);
		}
	}
	return path[0];
}

static void
check_refusal(const char *text)
{
	size_t line, column;
	const char *colon = strchr(text, ':');
	EXPECT(colon && sscanf(colon, ":%zu:%zu: ", &line, &column) == 2 && line > 0 && column > 0, "'%s'", text);
}

/* Wrapped, no line is wider than 80 columns, and nothing but blanks and line ends has gone or come. */
static void
check_fill(const char *text, size_t length)
{
	struct sink filled;
	sink_init(&filled, -1);
	sink_hold(&filled);
	template_fill(&filled, text, length);
	size_t at = 0, start = 0;
	for (size_t i = 0; i < filled.used; i++) {
		char c = filled.buffer[i];
		if (c == '\n')
			start = i + 1;
		if (c == ' ' || c == '\n')
			continue;
		while (at < length && (text[at] == ' ' || text[at] == '\n'))
			at++;
		EXPECT(at < length && text[at] == c, "byte %zu is another one", at);
		at++;
		EXPECT(i + 1 < filled.used && filled.buffer[i + 1] != '\n' ? true : text_width(filled.buffer + start, i + 1 - start) <= 80, "a wide line");
	}
	while (at < length && (text[at] == ' ' || text[at] == '\n'))
		at++;
	EXPECT(at == length, "%zu bytes are missing", length - at);
	sink_release(&filled);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input input = { bytes, size };
	bool html = input_byte(&input) & 1;
	char *texts[5];
	for (size_t i = 0; i < 5; i++)
		texts[i] = input_text(&input);
	struct partials partials = { { texts[2], texts[3], texts[4] } };
	struct tree *data = make_tree(texts[1]);
	struct refusal why = { "" };
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	bool sound = true;
	for (size_t i = 0; i < 5; i++)
		sound &= fuzz_is_utf8(texts[i], strlen(texts[i]));
	if (mustache_render(&sink, &(struct mustache_template){ "main", texts[0] }, data, &(struct mustache_mode){ html, find, &partials }, &why)) {
		EXPECT(!sound || fuzz_is_utf8(sink.buffer ? sink.buffer : "", sink.used), "not UTF-8");
		check_fill(sink.buffer, sink.used);
	} else {
		EXPECT(sink.used == 0, "refused, and %zu bytes written", sink.used);
		check_refusal(why.text);
	}
	sink_release(&sink);
	tree_free(data);
	for (size_t i = 0; i < 5; i++)
		free(texts[i]);
	return 0;
}
