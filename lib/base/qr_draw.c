#include <balint/fatal.h>
#include <balint/qr.h>

#include <png.h>
#include <stdlib.h>
#include <string.h>

/* Around the code all is light. */
static bool
is_dark(const struct qr *qr, int x, int y)
{
	return x >= 0 && y >= 0 && x < qr->width && y < qr->width && qr->dark[y * qr->width + x];
}

/* ---- characters */

void
qr_utf8(struct sink *sink, const struct qr *qr, enum qr_ground ground, int quiet)
{
	static const char *const blocks[] = { " ", "▄", "▀", "█" }; /* by what is drawn above (2) and below (1) */
	bool drawn = ground != QR_SCREEN; /* the modules that are drawn: dark ones or light ones */
	int end = qr->width + quiet;
	for (int y = -quiet; y < end; y += 2) {
		/* Black on white: among the basic colours for old terminals, then those that no theme changes. */
		if (ground == QR_COLOURS)
			sink_text(sink, "\x1b[30;47m\x1b[38;5;16;48;5;231m");
		for (int x = -quiet; x < end; x++) {
			bool above = is_dark(qr, x, y) == drawn, below = is_dark(qr, x, y + 1) == drawn && (y + 1 < end || drawn);
			sink_text(sink, blocks[2 * above + below]);
		}
		if (ground == QR_COLOURS)
			sink_shade(sink, SHADE_NONE);
		sink_char(sink, '\n');
	}
}

/* ---- SVG */

static void
write_title(struct sink *sink, const char *title)
{
	sink_text(sink, "<title>");
	for (; *title; title++)
		if (*title == '<')
			sink_text(sink, "&lt;");
		else if (*title == '&')
			sink_text(sink, "&amp;");
		else
			sink_char(sink, *title);
	sink_text(sink, "</title>\n");
}

/* The dark modules as one path, each run of a row a box of it. */
static void
write_modules(struct sink *sink, const struct qr *qr)
{
	sink_text(sink, "<path fill=\"#000\" d=\"");
	for (int y = 0; y < qr->width; y++)
		for (int x = 0, length; x < qr->width; x += length) {
			for (length = 1; x + length < qr->width && is_dark(qr, x, y) == is_dark(qr, x + length, y); length++)
				;
			if (is_dark(qr, x, y))
				sink_format(sink, "M%d %dh%dv1h-%dz", x + QR_QUIET, y + QR_QUIET, length, length);
		}
	sink_text(sink, "\"/>\n");
}

void
qr_svg(struct sink *sink, const struct qr *qr, const char *title)
{
	int side = qr->width + 2 * QR_QUIET;
	sink_format(sink, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
	    "shape-rendering=\"crispEdges\" role=\"img\">\n", 4 * side, 4 * side, side, side);
	write_title(sink, title);
	sink_format(sink, "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>\n", side, side);
	write_modules(sink, qr);
	sink_text(sink, "</svg>\n");
}

/* ---- PNG */

static _Noreturn void
end_picture(png_structp png, png_const_charp text)
{
	(void)png;
	fatal(REFUSED, "the picture cannot be made: %s", text);
}

static void
pass_over(png_structp png, png_const_charp text)
{
	(void)png;
	(void)text;
}

static png_voidp
take_memory(png_structp png, png_alloc_size_t size)
{
	(void)png;
	return memory(size);
}

static void
give_memory(png_structp png, png_voidp block)
{
	(void)png;
	free(block);
}

static void
write_bytes(png_structp png, png_bytep bytes, size_t length)
{
	sink_bytes(png_get_io_ptr(png), (const char *)bytes, length);
}

static void
flush_nothing(png_structp png)
{
	(void)png;
}

/* One bit a pixel and eight pixels a module: a module is a byte wide. */
static void
write_rows(png_structp png, const struct qr *qr)
{
	png_byte row[QR_WIDTH_MOST + 2 * QR_QUIET];
	int side = qr->width + 2 * QR_QUIET;
	for (int y = 0; y < 8 * side; y++) {
		for (int x = 0; x < side; x++)
			row[x] = is_dark(qr, x - QR_QUIET, y / 8 - QR_QUIET) ? 0x00 : 0xff;
		png_write_row(png, row);
	}
}

void
qr_png(struct sink *sink, const struct qr *qr)
{
	png_uint_32 side = 8 * (png_uint_32)(qr->width + 2 * QR_QUIET);
	png_structp png = png_create_write_struct_2(PNG_LIBPNG_VER_STRING, NULL, end_picture, pass_over, NULL, take_memory, give_memory);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	if (!info)
		fatal(REFUSED, "the picture cannot be made: libpng is not %s", PNG_LIBPNG_VER_STRING);
	png_set_write_fn(png, sink, write_bytes, flush_nothing);
	png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	write_rows(png, qr);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
}
