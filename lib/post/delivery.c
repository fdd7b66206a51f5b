#include <balint/delivery.h>
#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/translation.h>

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Beside the programs' folder, or in it where they were built; heap memory, owned by the caller, or NULL. */
static char *
find_program(struct refusal *why)
{
	static const char *const places[] = { "../libexec/balint", "libexec/balint" };
	char self[4096];
	ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
	self[length > 0 ? length : 0] = '\0';
	char *end = strrchr(self, '/');
	for (size_t i = 0; end && i < sizeof places / sizeof places[0]; i++) {
		char *path = memory_format("%.*s/%s/balint-post", (int)(end - self), self, places[i]);
		if (access(path, X_OK) == 0)
			return path;
		free(path);
	}
	return refuse(why, "libexec/balint/balint-post, which delivers mail, is not where it was installed beside %s", self), NULL;
}

bool
delivery_ready(struct refusal *why)
{
	char *program = find_program(why);
	free(program);
	return program != NULL;
}

/* The ids as a file without a name, a line each. */
static int
write_ids(const int64_t *ids, size_t count)
{
	int fd = memfd_create("ids", MFD_CLOEXEC);
	if (fd < 0)
		fatal(REFUSED, "memory: %s", system_error(errno));
	struct sink sink;
	sink_init(&sink, fd);
	for (size_t i = 0; i < count; i++)
		sink_format(&sink, "%" PRId64 "\n", ids[i]);
	int error = sink_close(&sink);
	sink_release(&sink);
	if (error || lseek(fd, 0, SEEK_SET) != 0)
		fatal(REFUSED, "memory: %s", system_error(error ? error : errno));
	return fd;
}

static bool
start(const char *program, const char *store, const char *via, int ids, int report, pid_t *child, struct refusal *why)
{
	char *const arguments[] = { (char *)(uintptr_t)program, (char *)(uintptr_t)store, (char *)(uintptr_t)via, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ids, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, report, DELIVERY_REPORT);
	int error = posix_spawn(child, program, &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	return !error || refuse(why, "%s: %s", program, system_error(error));
}

/* Reads `id TAB status TAB error` lines until the program is done. */
static void
take_report(int report, delivered_taker *take, void *context)
{
	FILE *lines = fdopen(report, "r");
	char *line = NULL;
	size_t size = 0;
	while (lines && getline(&line, &size, lines) >= 0) {
		char *rest = line, *id = strsep(&rest, "\t\n"), *status = strsep(&rest, "\t\n"), *error = strsep(&rest, "\n");
		if (error)
			take(context, &(struct delivered){ strtoll(id, NULL, 10), status, *error ? error : NULL });
	}
	free(line);
	if (lines)
		fclose(lines);
}

static bool
finish(pid_t child, bool *unwritten, struct refusal *why)
{
	int status = 0;
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			fatal(REFUSED, "balint-post: %s", system_error(errno));
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE)
		raise(SIGPIPE);
	*unwritten = WIFEXITED(status) && WEXITSTATUS(status) == UNWRITTEN;
	if (WIFSIGNALED(status))
		return refuse(why, "balint-post was ended by signal %d; what has not gone waits for the next run", WTERMSIG(status));
	return WEXITSTATUS(status) == 0 || *unwritten || refuse(why, "what has not gone waits for the next run");
}

bool
delivery_run(const char *store, const char *via, const int64_t *ids, size_t count, delivered_taker *take, void *context, bool *unwritten,
    struct refusal *why)
{
	int report[2];
	pid_t child;
	char *program = find_program(why);
	*unwritten = false;
	if (!program)
		return false;
	if (pipe2(report, O_CLOEXEC) != 0)
		fatal(REFUSED, "pipe: %s", system_error(errno));
	int list = write_ids(ids, count);
	bool started = start(program, store, via, list, report[1], &child, why);
	close(list);
	close(report[1]);
	free(program);
	if (!started) {
		close(report[0]);
		return false;
	}
	take_report(report[0], take, context);
	return finish(child, unwritten, why);
}
