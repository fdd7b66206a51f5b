/*
 * To a program that knows sendmail's ways (RULES 4.3), run without a shell. It reads the message from a file
 * without a name: nothing waits for it to read, and if this process is killed, it still gets the whole message.
 */
#include "ways.h"

#include <balint/fatal.h>
#include <balint/sink.h>
#include <balint/translation.h>
#include <balint/via.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

enum { TAIL_MOST = 4096, READ_MOST = 1024, READS_MOST = 1024, LINE_MOST = 300, LINES = 3, GLANCE = 100 /* milliseconds */ };

extern char **environ;

/* The last of what the program said. */
struct tail {
	char bytes[TAIL_MOST];
	size_t used;
};

/* The words of a setting, then what the message needs; points into both. To be freed. */
static char **
arguments_of(char *words, const struct message *message)
{
	static const char blanks[] = " \t";
	const char *const more[] = { "-i", "-f", message->sender, "--", message->address, NULL };
	char **arguments = memory((strlen(words) / 2 + 1 + sizeof more / sizeof more[0]) * sizeof *arguments);
	size_t count = 0;
	for (char *rest = NULL, *word = strtok_r(words, blanks, &rest); word; word = strtok_r(NULL, blanks, &rest))
		arguments[count++] = word;
	for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
		arguments[count++] = (char *)(uintptr_t)more[i];
	return arguments;
}

/* The message as a file to read; -1 with errno. */
static int
message_file(const struct message *message)
{
	int fd = memfd_create("mail", MFD_CLOEXEC);
	if (fd < 0 || (file_write(fd, message->bytes, message->size) && lseek(fd, 0, SEEK_SET) == 0))
		return fd;
	int error = errno;
	close(fd);
	errno = error;
	return -1;
}

/* It gets these two and no other descriptor, and no signal that we ignore. 0 or an errno. */
static int
start(char *const *arguments, int input, int output, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none, all;
	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	int error = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	error = error ? error : posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	error = error ? error : posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
	error = error ? error : posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
	error = error ? error : posix_spawn(child, arguments[0], &actions, &attributes, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return error;
}

static void
tail_add(struct tail *tail, const char *bytes, size_t length)
{
	size_t over = tail->used + length > TAIL_MOST ? tail->used + length - TAIL_MOST : 0;
	memmove(tail->bytes, tail->bytes + over, tail->used - over);
	tail->used -= over;
	memcpy(tail->bytes + tail->used, bytes, length);
	tail->used += length;
}

/* Takes what is there now; false at the end of it. */
static bool
drain(int output, struct tail *tail)
{
	char bytes[READ_MOST];
	for (int i = 0; i < READS_MOST; i++) {
		ssize_t got = read(output, bytes, sizeof bytes);
		if (got <= 0)
			return got < 0 && (errno == EAGAIN || errno == EINTR);
		tail_add(tail, bytes, (size_t)got);
	}
	return true;
}

/* Until the program ends, which gives its status: something that it leaves behind may keep its output open for long. */
static int
listen_to(pid_t child, int output, struct tail *tail)
{
	struct pollfd said = { .fd = output, .events = POLLIN };
	int status = 0;
	pid_t ended = 0;
	for (bool more = fcntl(output, F_SETFL, O_NONBLOCK) == 0; more && !ended; more = drain(output, tail)) {
		poll(&said, 1, GLANCE);
		ended = waitpid(child, &status, WNOHANG);
	}
	while (!ended && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

/* A line without the blanks at its end, which is left out if it has nothing else. */
static void
add_line(struct sink *sink, const char *line, size_t length)
{
	while (length > 0 && strchr(" \t\r\n", line[length - 1]))
		length--;
	if (length == 0)
		return;
	sink_text(sink, sink->used > 0 ? "; " : ": ");
	sink_visible(sink, line, length < LINE_MOST ? length : LINE_MOST);
}

/* Behind a colon the last lines, of which the very last often tells only that it did not work; owned by the caller. */
static char *
last_words(const struct tail *tail)
{
	struct sink sink;
	size_t begin = tail->used;
	while (begin > 0 && strchr(" \t\r\n", tail->bytes[begin - 1]))
		begin--;
	for (int lines = 0; lines < LINES && begin > 0; lines++) {
		const char *feed = memrchr(tail->bytes, '\n', begin - 1);
		begin = feed ? (size_t)(feed + 1 - tail->bytes) : 0;
	}
	sink_init(&sink, -1);
	sink_hold(&sink);
	for (size_t length; begin < tail->used; begin += length) {
		const char *line = tail->bytes + begin, *feed = memchr(line, '\n', tail->used - begin);
		length = feed ? (size_t)(feed + 1 - line) : tail->used - begin;
		add_line(&sink, line, length);
	}
	sink_char(&sink, '\0');
	char *text = memory_text(sink.buffer);
	sink_release(&sink);
	return text;
}

/* Whether it says so, or somebody interrupted it: by hand, by shutting down, by going away. */
static bool
is_for_later(int status)
{
	int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || (WIFEXITED(status) && WEXITSTATUS(status) == EX_TEMPFAIL);
}

static enum handed
judge(int status, const struct tail *tail, struct refusal *why)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return MAIL_SENT;
	char *words = last_words(tail);
	if (WIFEXITED(status))
		refuse(why, "exit status %d%s", WEXITSTATUS(status), words);
	else
		refuse(why, "ended by signal %d%s", WTERMSIG(status), words);
	free(words);
	return is_for_later(status) ? MAIL_LATER : MAIL_FAILED;
}

/* Runs the program to its end. */
static enum handed
run(char *const *arguments, int input, struct refusal *why)
{
	int output[2];
	pid_t child;
	struct tail tail = { .used = 0 };
	if (pipe2(output, O_CLOEXEC) != 0)
		return way_closed(why, "pipe");
	signal(SIGCHLD, SIG_DFL); /* whoever ignores it learns no exit status */
	int error = start(arguments, input, output[1], &child);
	close(output[1]);
	enum handed handed = MAIL_CLOSED;
	if (error == ENOENT)
		refuse(why, "%s: no such program; name yours: balint-group set sendmail=PROGRAM", arguments[0]);
	else if (error)
		refuse(why, "%s: %s", arguments[0], system_error(error));
	else
		handed = judge(listen_to(child, output[0], &tail), &tail, why);
	close(output[0]);
	return handed;
}

enum handed
sendmail_take(const char *program, const struct message *message, struct refusal *why)
{
	char *words = memory_text(program && program[strspn(program, " \t")] ? program : VIA_PROGRAM);
	char **arguments = arguments_of(words, message);
	int input = message_file(message);
	enum handed handed = input >= 0 ? run(arguments, input, why) : way_closed(why, "memory");
	if (input >= 0)
		close(input);
	free(arguments);
	free(words);
	return handed;
}
