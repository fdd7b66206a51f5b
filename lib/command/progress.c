/* How far long work has got, for whoever sits before a terminal. */
#include "frame.h"

#include <time.h>
#include <unistd.h>

enum { MILLISECONDS_APART = 200 };

static int64_t
milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
show(const char *what, size_t done, size_t all)
{
	struct sink sink;
	sink_init(&sink, STDERR_FILENO);
	sink_text(&sink, "\r\033[K");
	if (what && all)
		sink_format(&sink, translated("%s: %zu of %zu, %zu %%"), translated(what), done, all, 100 * done / all);
	else if (what)
		sink_format(&sink, "%s: %zu", translated(what), done);
	sink_close(&sink);
	sink_release(&sink);
}

void
command_progress(struct command *command, const char *what, size_t done, size_t all)
{
	int64_t now = milliseconds();
	bool first = command->progress_at == 0;
	if (command->quiet || !isatty(STDERR_FILENO) || (!what && !command->progress_shown) || (what && !first && now - command->progress_at < MILLISECONDS_APART))
		return;
	command->progress_at = now;
	if (first && what)
		return; /* short work shows nothing */
	command->progress_shown = what != NULL;
	show(what, done, all);
}
