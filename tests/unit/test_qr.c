#include <balint/qr.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <png.h>

#include "vectors.h"

enum { SIDE_MOST = QR_WIDTH_MOST + 2 * QR_QUIET };

static void
make(const char *name, struct qr *qr)
{
	char text[1024] = "";
	struct refusal why = { "" };
	FILE *file = open_data(name);
	assert_int_not_equal(fread(text, 1, sizeof text - 1, file), 0);
	fclose(file);
	if (!qr_make(text, qr, &why))
		fail_msg("%s", why.text);
}

static void
check_refused(const char *text, const char *expected)
{
	struct qr qr;
	struct refusal why = { "" };
	assert_false(qr_make(text, &qr, &why));
	assert_string_equal(why.text, expected);
}

static void
begin(struct sink *sink)
{
	sink_init(sink, -1);
	sink_hold(sink);
}

/* What the sink has taken, as a text. */
static const char *
end(struct sink *sink)
{
	sink_char(sink, '\0');
	return sink->buffer;
}

static bool
is_dark(const struct qr *qr, int x, int y)
{
	return x >= 0 && y >= 0 && x < qr->width && y < qr->width && qr->dark[y * qr->width + x];
}

/* ISO/IEC 18004: a finder in three corners, none in the fourth; a line of alternate modules between them. */
static void
a_code_has_its_finders_and_timing_lines(void **state)
{
	(void)state;
	struct qr qr;
	make("epc-1.txt", &qr);
	assert_int_equal(qr.width, 45);
	for (int i = 0; i < 7; i++) {
		assert_true(is_dark(&qr, i, 0) && is_dark(&qr, 0, i) && is_dark(&qr, 6, i) && is_dark(&qr, i, 6));
		assert_true(is_dark(&qr, qr.width - 7 + i, 0) && is_dark(&qr, i, qr.width - 1));
		assert_false(is_dark(&qr, 7, i) || is_dark(&qr, i, 7) || is_dark(&qr, qr.width - 8, i) || is_dark(&qr, i, qr.width - 8));
	}
	for (int i = 8; i < qr.width - 8; i++)
		assert_true(is_dark(&qr, i, 6) == (i % 2 == 0) && is_dark(&qr, 6, i) == (i % 2 == 0));
}

static void
what_is_longer_than_331_bytes_is_refused(void **state)
{
	(void)state;
	char text[1024] = "";
	struct qr qr;
	struct refusal why;
	memset(text, 'x', 331);
	assert_true(qr_make(text, &qr, &why));
	assert_int_equal(qr.width, QR_WIDTH_MOST);
	text[331] = 'x';
	check_refused(text, "332 bytes are too many for a QR code; the most is 331");
	FILE *file = open_data("epc-5-max.txt");
	memset(text, 0, sizeof text);
	assert_int_equal(fread(text, 1, sizeof text - 1, file), 347);
	fclose(file);
	check_refused(text, "347 bytes are too many for a QR code; the most is 331");
}

static void
an_empty_text_is_refused(void **state)
{
	(void)state;
	check_refused("", "a QR code cannot be made of this text");
}

/* Whether a half block has its upper or lower half drawn; moves behind it. */
static void
read_block(const char **at, bool *above, bool *below)
{
	static const char *const blocks[] = { " ", "▄", "▀", "█" };
	for (int i = 0; i < 4; i++)
		if (strncmp(*at, blocks[i], strlen(blocks[i])) == 0) {
			*above = i & 2;
			*below = i & 1;
			*at += strlen(blocks[i]);
			return;
		}
	fail_msg("no block: '%.8s'", *at);
}

static void
pass(const char **at, const char *expected)
{
	if (strncmp(*at, expected, strlen(expected)) != 0)
		fail_msg("'%.20s' is not '%s'", *at, expected);
	*at += strlen(expected);
}

static void
check_blocks(const struct qr *qr, enum qr_ground ground, int quiet)
{
	struct sink sink;
	begin(&sink);
	qr_utf8(&sink, qr, ground, quiet);
	const char *at = end(&sink);
	for (int y = -quiet; y < qr->width + quiet; y += 2) {
		if (ground == QR_COLOURS)
			pass(&at, "\x1b[30;47m\x1b[38;5;16;48;5;231m");
		for (int x = -quiet; x < qr->width + quiet; x++) {
			bool above, below;
			read_block(&at, &above, &below);
			assert_int_equal(above != (ground == QR_SCREEN), is_dark(qr, x, y));
			if (y + 1 < qr->width + quiet)
				assert_int_equal(below != (ground == QR_SCREEN), is_dark(qr, x, y + 1));
			else
				assert_false(below);
		}
		if (ground == QR_COLOURS)
			pass(&at, "\x1b[0m");
		pass(&at, "\n");
	}
	assert_string_equal(at, "");
	sink_release(&sink);
}

static void
blocks_are_the_modules_on_any_ground(void **state)
{
	(void)state;
	struct qr qr;
	make("epc-1.txt", &qr);
	for (int quiet = 0; quiet <= QR_QUIET; quiet++) {
		check_blocks(&qr, QR_PAPER, quiet);
		check_blocks(&qr, QR_SCREEN, quiet);
		check_blocks(&qr, QR_COLOURS, quiet);
	}
}

static void
the_boxes_of_the_svg_are_the_modules(void **state)
{
	(void)state;
	static bool drawn[SIDE_MOST][SIDE_MOST];
	struct qr qr;
	struct sink sink;
	int x, y, length, back, used = 0;
	make("epc-1.txt", &qr);
	begin(&sink);
	qr_svg(&sink, &qr, "A & B < C > D");
	const char *at = end(&sink);
	assert_non_null(strstr(at, "viewBox=\"0 0 53 53\""));
	assert_non_null(strstr(at, "<title>A &amp; B &lt; C > D</title>"));
	at = strstr(at, "\"#000\" d=\"") + strlen("\"#000\" d=\"");
	for (; sscanf(at, "M%d %dh%dv1h-%dz%n", &x, &y, &length, &back, &used) == 4; at += used) {
		assert_true(length == back && length > 0 && x + length <= SIDE_MOST);
		while (length-- > 0)
			drawn[y][x + length] = true;
	}
	assert_string_equal(at, "\"/>\n</svg>\n");
	for (int i = 0; i < SIDE_MOST * SIDE_MOST; i++)
		assert_int_equal(drawn[i / SIDE_MOST][i % SIDE_MOST], is_dark(&qr, i % SIDE_MOST - QR_QUIET, i / SIDE_MOST - QR_QUIET));
	sink_release(&sink);
}

static void
the_pixels_of_the_png_are_the_modules(void **state)
{
	(void)state;
	struct qr qr;
	struct sink sink;
	png_image image = { .version = PNG_IMAGE_VERSION };
	make("epc-1.txt", &qr);
	begin(&sink);
	qr_png(&sink, &qr);
	assert_true(png_image_begin_read_from_memory(&image, sink.buffer, sink.used));
	assert_int_equal(image.width, 8 * 53);
	assert_int_equal(image.height, 8 * 53);
	assert_int_equal(sink.buffer[24], 1); /* IHDR: bits a sample */
	image.format = PNG_FORMAT_GRAY;
	png_byte *pixels = malloc(PNG_IMAGE_SIZE(image));
	assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
	for (int y = 0; y < 8 * 53; y++)
		for (int x = 0; x < 8 * 53; x++)
			assert_int_equal(pixels[y * 8 * 53 + x], is_dark(&qr, x / 8 - QR_QUIET, y / 8 - QR_QUIET) ? 0 : 255);
	free(pixels);
	sink_release(&sink);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_has_its_finders_and_timing_lines),
		cmocka_unit_test(what_is_longer_than_331_bytes_is_refused),
		cmocka_unit_test(an_empty_text_is_refused),
		cmocka_unit_test(blocks_are_the_modules_on_any_ground),
		cmocka_unit_test(the_boxes_of_the_svg_are_the_modules),
		cmocka_unit_test(the_pixels_of_the_png_are_the_modules),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
