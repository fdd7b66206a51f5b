#include <balint/fatal.h>
#include <balint/qr.h>

#include <dlfcn.h>
#include <errno.h>
#include <qrencode.h>
#include <string.h>

#define LIBRARY "libqrencode.so.4"

/* The two functions of libqrencode that are wanted. */
struct library {
	void *handle;
	__typeof__(QRcode_encodeString) *encode;
	__typeof__(QRcode_free) *release;
};

static bool
find_function(void *handle, const char *name, void *function)
{
	void *found = dlsym(handle, name);
	memcpy(function, &found, sizeof found); /* ISO C has no cast from an object to a function */
	return found != NULL;
}

/* Debian has no static libqrencode, and a shared one would cost every command time to start. */
static bool
load(struct library *library, struct refusal *why)
{
	library->handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
	if (library->handle && find_function(library->handle, "QRcode_encodeString", &library->encode)
	    && find_function(library->handle, "QRcode_free", &library->release))
		return true;
	refuse(why, "QR codes need the library %s; install it (Debian's package libqrencode4)", LIBRARY);
	if (library->handle)
		dlclose(library->handle);
	return false;
}

static void
take_over(struct qr *qr, const QRcode *code)
{
	qr->width = code->width;
	for (int i = 0; i < code->width * code->width; i++)
		qr->dark[i] = code->data[i] & 1; /* the other bits are the library's own */
}

bool
qr_make(const char *text, struct qr *qr, struct refusal *why)
{
	struct library library;
	if (strlen(text) > QR_TEXT_MOST)
		return refuse(why, "%zu bytes are too many for a QR code; the most is %d", strlen(text), QR_TEXT_MOST);
	if (!load(&library, why))
		return false;
	QRcode *code = library.encode(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	bool good = code && code->width <= QR_WIDTH_MOST;
	if (!code && errno == ENOMEM)
		fatal(REFUSED, "out of memory; nothing was changed");
	if (good)
		take_over(qr, code);
	else
		refuse(why, "a QR code cannot be made of this text");
	if (code)
		library.release(code);
	dlclose(library.handle);
	return good;
}
