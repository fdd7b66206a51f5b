/*
 * QR codes: a short ASCII text as dark and light squares (modules), and three ways to draw them. Error
 * correction is level M and the size at most version 13, as EPC069-12 has it for transfers.
 * The library that makes the code is loaded when the first one is made, so that nothing else pays for it.
 */
#ifndef BALINT_QR_H
#define BALINT_QR_H

#include <balint/refusal.h>
#include <balint/sink.h>

enum {
	QR_TEXT_MOST = 331, /* bytes: what version 13 holds at level M */
	QR_WIDTH_MOST = 69, /* modules: version 13 */
	QR_QUIET = 4,       /* modules that must stay light around a code (ISO/IEC 18004) */
};

struct qr {
	int width; /* modules; as many high */
	bool dark[QR_WIDTH_MOST * QR_WIDTH_MOST];
};

/* What a code made of characters stands on. */
enum qr_ground {
	QR_PAPER,   /* light: the dark modules are drawn */
	QR_SCREEN,  /* dark: the light modules are drawn */
	QR_COLOURS, /* whatever: black on white, by escape sequences of a terminal */
};

/* Makes the code of a text; refused if the text is too long for one, or the library cannot be loaded. */
bool qr_make(const char *text, struct qr *qr, struct refusal *why);

/* As lines of half blocks (U+2580, U+2584, U+2588), two rows of modules a line, with so many light modules around. */
void qr_utf8(struct sink *sink, const struct qr *qr, enum qr_ground ground, int quiet);

/*
 * As an SVG picture that needs nothing else, 4 pixels (about a millimetre on paper) a module;
 * the title is what a screen reader says.
 */
void qr_svg(struct sink *sink, const struct qr *qr, const char *title);

/* As a PNG picture, black and white, 8 pixels a module. */
void qr_png(struct sink *sink, const struct qr *qr);

#endif
