#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/translation.h>

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/* One write(2) a message, so that messages of programs in a pipe do not mix. */
static void __attribute__((format(printf, 1, 0)))
say(const char *format, va_list arguments)
{
	char text[4096];
	bool data = translation_for_data(false);
	vsnprintf(text, sizeof text, translated(format), arguments);
	translation_for_data(data);
	struct sink sink;
	sink_init(&sink, STDERR_FILENO);
	sink_text(&sink, program_invocation_short_name);
	sink_text(&sink, ": ");
	sink_visible(&sink, text, strlen(text));
	sink_char(&sink, '\n');
	sink_close(&sink);
	sink_release(&sink);
}

void
message(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
}

void
fatal(enum status status, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
	exit((int)status);
}

/* A change is durable, and what was to follow it is not done. */
static bool change_is_saved;

void
memory_after_change(void)
{
	change_is_saved = true;
}

/* Says so without allocating: the sink's buffer may be what could not be had. */
static _Noreturn void
memory_exhausted(void)
{
	static const char unchanged[] = ": out of memory; nothing was changed\n", saved[] = ": out of memory; the change itself is saved; run the same command again\n";
	const char *name = program_invocation_short_name, *text = change_is_saved ? saved : unchanged;
	enum status status = change_is_saved ? BUSY : REFUSED;
	if (write(STDERR_FILENO, name, strlen(name)) >= 0 && write(STDERR_FILENO, text, strlen(text)) >= 0)
		exit((int)status);
	_exit((int)status);
}

void *
memory(size_t size)
{
	void *block = malloc(size ? size : 1);
	if (!block)
		memory_exhausted();
	return block;
}

void *
memory_resized(void *block, size_t size)
{
	block = realloc(block, size ? size : 1);
	if (!block)
		memory_exhausted();
	return block;
}

void *
memory_for_one(void *array, size_t count, size_t size)
{
	return (count & (count - 1)) == 0 ? memory_resized(array, (count ? 2 * count : 1) * size) : array;
}

char *
memory_text(const char *text)
{
	if (!text)
		fatal(REFUSED, "a text that must be there is missing: the store is damaged; run 'balint-group check'");
	size_t size = strlen(text) + 1;
	return memcpy(memory(size), text, size);
}

char *
memory_format(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *text;
	int length = vasprintf(&text, format, arguments);
	va_end(arguments);
	if (length < 0)
		memory_exhausted();
	return text;
}

void
random_fill(void *buffer, size_t size)
{
	if (getrandom(buffer, size, 0) != (ssize_t)size)
		fatal(REFUSED, "the system gives no random numbers; nothing was changed");
}
