#include "frame.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

unsigned
terminal_width(bool terminal)
{
	struct winsize size;
	if (!terminal)
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

bool
takes_colour(bool terminal)
{
	const char *no = getenv("NO_COLOR"), *kind = getenv("TERM");
	return terminal && !(no && *no) && kind && *kind && strcmp(kind, "dumb") != 0;
}
