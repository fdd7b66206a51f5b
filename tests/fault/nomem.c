/*
 * Preloaded into a program: makes its allocation number $NOMEM_AT fail, and with $NOMEM_FOREVER all that
 * follow. Writes into the file $NOMEM_REPORT which object asked (`asked PATH`), in which one the program
 * crashed if it did (`crashed PATH`), and how many allocations there were (`total N`). With $NOMEM_TRACE
 * nothing fails, and each allocation is told with a number for the way that led to it (`way NUMBER`).
 */
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

enum { FRAMES = 32, DEPTH = 8, REPORT_FD = 200 };

static unsigned long at, count;
static bool ready, forever, tracing;

static void
report(const char *word, const char *what)
{
	char line[512];
	int length = snprintf(line, sizeof line, "%s %s\n", word, what);
	if (write(REPORT_FD, line, (size_t)length) < 0)
		_exit(97);
}

/*
 * The first object on the stack that is neither this one nor the C library, which only does what it is told;
 * except where it looks up users, which brings half of itself with it.
 */
static const char *
object_to_blame(void *const *frames, int depth)
{
	for (int i = 0; i < depth; i++) {
		Dl_info info;
		if (!dladdr(frames[i], &info) || !info.dli_fname)
			continue;
		const char *object = info.dli_fname;
		if (strstr(object, "libc.so") && info.dli_sname && strncmp(info.dli_sname, "getpw", 5) == 0)
			return "getpwuid";
		if (!strstr(object, "nomem") && !strstr(object, "libc.so") && !strstr(object, "libgcc") && !strstr(object, "libstdc++"))
			return object;
	}
	return "?";
}

static void
blame(const char *word)
{
	void *frames[FRAMES];
	report(word, object_to_blame(frames, backtrace(frames, FRAMES)));
}

static void
crash(int number)
{
	ready = false;
	blame("crashed");
	signal(number, SIG_DFL);
	raise(number);
}

/* A number for where in each object the callers are, which does not change with the addresses they are loaded at. */
static void
trace(void)
{
	void *frames[FRAMES];
	unsigned long way = 5381;
	int depth = backtrace(frames, DEPTH);
	for (int i = 2; i < depth; i++) {
		Dl_info info;
		if (dladdr(frames[i], &info) && info.dli_fbase)
			way = way * 33 + (unsigned long)((char *)frames[i] - (char *)info.dli_fbase);
	}
	char text[32];
	snprintf(text, sizeof text, "%lu", way);
	report("way", text);
}

static bool
fails(void)
{
	if (ready && tracing) {
		ready = false;
		count++;
		trace();
		ready = true;
		return false;
	}
	if (!ready || (++count != at && !(forever && at && count > at)))
		return false;
	if (count == at) {
		ready = false; /* looking at the stack may allocate */
		blame("asked");
		ready = true;
	}
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t number, size_t size)
{
	return fails() ? NULL : __libc_calloc(number, size);
}

void *
realloc(void *block, size_t size)
{
	return fails() ? NULL : __libc_realloc(block, size);
}

static void __attribute__((constructor))
begin(void)
{
	void *frames[1];
	const char *path = getenv("NOMEM_REPORT"), *number = getenv("NOMEM_AT");
	int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
	if (fd < 0 || dup2(fd, REPORT_FD) < 0)
		_exit(97);
	close(fd);
	fcntl(REPORT_FD, F_SETFD, FD_CLOEXEC);
	at = number ? strtoul(number, NULL, 10) : 0;
	forever = getenv("NOMEM_FOREVER") != NULL;
	tracing = getenv("NOMEM_TRACE") != NULL;
	backtrace(frames, 1); /* loads what it needs */
	signal(SIGSEGV, crash);
	signal(SIGBUS, crash);
	signal(SIGABRT, crash);
	signal(SIGFPE, crash);
	ready = true;
}

static void __attribute__((destructor))
end(void)
{
	char text[32];
	ready = false;
	snprintf(text, sizeof text, "%lu", count);
	report("total", text);
}
