/*
 * The templates of papers and mails, by language. Each is looked for in the association's own
 * directory (its setting `directory`) before among the toolkit's:
 * templates/LANGUAGE/NAME, then templates/NAME there, then both among those of the toolkit.
 */
#ifndef BALINT_TEMPLATE_H
#define BALINT_TEMPLATE_H

#include <balint/refusal.h>
#include <balint/sink.h>
#include <balint/tree.h>

/*
 * Fills the template `name` (calendar.html) in that language from the tree and writes it; values are
 * escaped if it is a .html. A partial has a name with an ending (note.txt), or gets that of the main
 * template. `directory` may be NULL. Refused, with nothing written: a file of the association's that
 * is broken, cannot be read, is too large or not UTF-8, and a directory that is not there.
 */
bool template_render(struct sink *sink, const char *directory, const char *language, const char *name, const struct tree *data, struct refusal *why);

/*
 * Parses every template of the association's own that takes the place of one of the toolkit's, with all that it includes, and hands
 * over the sentence for each that is broken. `directory` is one that is there.
 */
void template_check(const char *directory, void (*found)(void *context, const char *what), void *context);

/*
 * The text with each line wrapped at 80 columns: it goes on under where its last gap of two blanks or
 * more ended, if that leaves room. Blanks at line ends go away; a word that is longer than the room is cut.
 */
void template_fill(struct sink *sink, const char *text, size_t length);

#endif
