#include <balint/mail.h>

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define HASH "0123456789abcdef0123456789abcdef01234567"
#define BYTES "To: rossi@example.org\n\nCiao\nFrom here\n>From there\nFromage\n"
#define QUOTED "To: rossi@example.org\n\nCiao\n>From here\n>>From there\nFromage\n"
#define FROM "From segreteria@example.org Wed Feb 17 20:00:00 2021\n"
#define T(TEXT) ((char *)(uintptr_t)(TEXT))

static const struct message sample = { T(BYTES), sizeof BYTES - 1, HASH, T("segreteria@example.org"), T("rossi@example.org") };
static struct refusal why;

static enum handed
hand(const char *text, const char *sendmail)
{
	struct via via;
	why = (struct refusal){ "" };
	assert_true(via_parse(text, &via, &why));
	return mail_hand(&via, sendmail, &sample, &why);
}

static void
check_sent(const char *via)
{
	if (hand(via, NULL) != MAIL_SENT)
		fail_msg("%s: %s", via, why.text);
	assert_string_equal(why.text, "");
}

static void
check_closed(const char *via, const char *reason)
{
	assert_int_equal(hand(via, NULL), MAIL_CLOSED);
	assert_string_equal(why.text, reason);
}

static void
check_file(const char *path, const char *expected)
{
	char text[4096];
	struct stat status;
	FILE *file = fopen(path, "r");
	if (!file)
		fail_msg("%s is not there", path);
	assert_int_equal(fstat(fileno(file), &status), 0);
	assert_int_equal(status.st_mode, S_IFREG | 0600);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, expected);
}

static void
write_file(const char *path, const char *text, mode_t mode)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fputs(text, file) < 0, 0);
	assert_int_equal(fchmod(fileno(file), mode), 0);
	assert_int_equal(fclose(file), 0);
}

static bool
exists(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0;
}

static void
check_folder(const char *path)
{
	struct stat status;
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode, S_IFDIR | 0700);
}

/* As a program that the message is given to; what it does is in shell, the message and its arguments are in files. */
static enum handed
hand_to_script(const char *script)
{
	char text[1024];
	snprintf(text, sizeof text, "#!/bin/sh\n%s\n", script);
	write_file("program", text, 0700);
	return hand("sendmail", "./program  one\t two");
}

static void
check_script(const char *script, enum handed expected, const char *reason)
{
	assert_int_equal(hand_to_script(script), expected);
	assert_string_equal(why.text, reason);
}

static void
a_maildir_is_made_and_gets_the_message_once(void **state)
{
	(void)state;
	mode_t before = umask(0277);
	check_sent("maildir:m");
	umask(before);
	check_folder("m");
	check_folder("m/tmp");
	check_folder("m/new");
	check_folder("m/cur");
	check_file("m/new/" HASH, BYTES);
	assert_false(exists("m/tmp/" HASH));
	assert_int_equal(chmod("m/new/" HASH, 0400), 0);
	check_sent("maildir:m/");
	struct stat status;
	assert_int_equal(stat("m/new/" HASH, &status), 0);
	assert_int_equal(status.st_mode, S_IFREG | 0400); /* was not written again */
}

static void
what_a_reader_has_moved_is_there_too(void **state)
{
	(void)state;
	static const char *const places[] = { "m/cur/" HASH, "m/cur/" HASH ":2,", "m/cur/" HASH ":2,RS", "m/cur/" HASH ",U=7:2,S" };
	check_sent("maildir:m");
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		assert_int_equal(rename(i > 0 ? places[i - 1] : "m/new/" HASH, places[i]), 0);
		check_sent("maildir:m");
		assert_false(exists("m/new/" HASH));
	}
}

static void
what_was_left_in_tmp_makes_room(void **state)
{
	(void)state;
	check_sent("maildir:m");
	assert_int_equal(unlink("m/new/" HASH), 0);
	write_file("m/tmp/" HASH, "half of anoth", 0644);
	check_sent("maildir:m");
	check_file("m/new/" HASH, BYTES);
	assert_int_equal(unlink("m/new/" HASH), 0);
	write_file("victim", "mine", 0600);
	assert_int_equal(symlink("../../victim", "m/tmp/" HASH), 0);
	check_sent("maildir:m");
	check_file("m/new/" HASH, BYTES);
	check_file("victim", "mine");
}

static void
a_maildir_that_cannot_be_says_where(void **state)
{
	(void)state;
	check_closed("maildir:none/m", "none/m: No such file or directory");
	write_file("file", "", 0600);
	check_closed("maildir:file", "file: Not a directory");
	assert_int_equal(mkdir("m", 0700), 0);
	write_file("m/new", "", 0600);
	check_closed("maildir:m", "m/new: Not a directory");
	assert_int_equal(unlink("m/new"), 0);
	check_sent("maildir:m");
	assert_int_equal(unlink("m/new/" HASH), 0);
	assert_int_equal(mkdir("m/tmp/" HASH, 0700), 0);
	check_closed("maildir:m", "m/tmp: Is a directory");
}

/* What is written beyond so many bytes fails. */
static void
limit_files(rlim_t size)
{
	struct rlimit limit;
	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
what_does_not_fit_is_taken_back(void **state)
{
	(void)state;
	check_sent("mbox:box");
	limit_files(sizeof FROM QUOTED + 20);
	enum handed maildir = hand("maildir:m", NULL), again = hand("mbox:box", NULL);
	const struct refusal first = why;
	limit_files(10);
	enum handed short_file = hand("maildir:n", NULL);
	limit_files(RLIM_INFINITY);
	assert_int_equal(maildir, MAIL_SENT);
	assert_int_equal(again, MAIL_CLOSED);
	assert_string_equal(first.text, "box: File too large");
	check_file("box", FROM QUOTED "\n");
	assert_int_equal(short_file, MAIL_CLOSED);
	assert_string_equal(why.text, "n/tmp: File too large");
	assert_false(exists("n/tmp/" HASH) || exists("n/new/" HASH));
}

static void
an_mbox_gets_one_message_after_the_other(void **state)
{
	(void)state;
	mode_t before = umask(0277);
	check_sent("mbox:box");
	umask(before);
	check_file("box", FROM QUOTED "\n");
	check_sent("mbox:box");
	check_file("box", FROM QUOTED "\n" FROM QUOTED "\n");
}

static void
an_mbox_that_lacks_its_end_gets_it(void **state)
{
	(void)state;
	static const char *const begun[] = { "x", "x\n", "x\n\n", "\n", "From x\n\nhalf" };
	static const char *const ended[] = { "x\n\n", "x\n\n", "x\n\n", "\n\n\n", "From x\n\nhalf\n\n" };
	for (size_t i = 0; i < sizeof begun / sizeof begun[0]; i++) {
		char expected[512];
		write_file("box", begun[i], 0600);
		check_sent("mbox:box");
		snprintf(expected, sizeof expected, "%s%s\n", ended[i], FROM QUOTED);
		check_file("box", expected);
	}
}

static void
an_mbox_that_cannot_be_says_where(void **state)
{
	(void)state;
	check_closed("mbox:none/box", "none/box: No such file or directory");
	check_closed("mbox:.", ".: Is a directory");
	check_closed("mbox:/dev/null", "/dev/null: an mbox is a file; for standard output, say --via -");
}

/* Another process has the lock, as mail readers take it, does its work after a while, and ends. */
static pid_t
lock_meanwhile(bool (*work)(int fd))
{
	int ready[2];
	char byte;
	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	if (child == 0) {
		struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
		int fd = open("box", O_RDWR | O_CREAT | O_APPEND, 0600);
		bool good = fcntl(fd, F_SETLK, &whole) == 0 && write(ready[1], "x", 1) == 1;
		nanosleep(&(struct timespec){ .tv_nsec = 50000000 }, NULL);
		_exit(good && work(fd) ? 0 : 1);
	}
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	return child;
}

static void
check_done(pid_t child)
{
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static bool
write_first(int fd)
{
	return write(fd, "first\n\n", 7) == 7;
}

static void
an_mbox_is_waited_for(void **state)
{
	(void)state;
	pid_t child = lock_meanwhile(write_first);
	check_sent("mbox:box");
	check_file("box", "first\n\n" FROM QUOTED "\n");
	check_done(child);
}

/* As mail readers do that write a mailbox anew, or take away an empty one. */
static bool
put_another(int fd)
{
	int other = open("other", O_WRONLY | O_CREAT, 0600);
	return fd >= 0 && write(other, "kept\n\n", 6) == 6 && rename("other", "box") == 0;
}

static bool
take_away(int fd)
{
	return fd >= 0 && unlink("box") == 0;
}

static void
an_mbox_that_is_replaced_meanwhile_is_opened_again(void **state)
{
	(void)state;
	pid_t child = lock_meanwhile(put_another);
	check_sent("mbox:box");
	check_file("box", "kept\n\n" FROM QUOTED "\n");
	check_done(child);
	child = lock_meanwhile(take_away);
	check_sent("mbox:box");
	check_file("box", FROM QUOTED "\n");
	check_done(child);
}

static enum handed
hand_to_output(const char *path)
{
	fflush(stdout);
	int kept = dup(STDOUT_FILENO), fd = open(path, O_WRONLY | O_CREAT, 0600);
	dup2(fd, STDOUT_FILENO);
	close(fd);
	enum handed handed = hand("-", NULL);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	return handed;
}

static void
standard_output_gets_an_mbox(void **state)
{
	(void)state;
	assert_int_equal(hand_to_output("out"), MAIL_SENT);
	check_file("out", FROM QUOTED "\n");
	assert_int_equal(hand_to_output("/dev/full"), MAIL_CLOSED);
	assert_string_equal(why.text, "standard output: No space left on device");
}

static void
sendmail_gets_its_arguments_and_the_message(void **state)
{
	(void)state;
	check_script("umask 077; printf '%s|' \"$0\" \"$@\" >arguments; cat >got; exit 0", MAIL_SENT, "");
	check_file("arguments", "./program|one|two|-i|-f|segreteria@example.org|--|rossi@example.org|");
	check_file("got", BYTES);
}

static void
no_shell_reads_the_setting(void **state)
{
	(void)state;
	write_file("program", "#!/bin/sh\numask 077; printf '%s|' \"$@\" >arguments\n", 0700);
	assert_int_equal(hand("sendmail", "./program $(touch\tharm) ;touch harm"), MAIL_SENT);
	check_file("arguments", "$(touch|harm)|;touch|harm|-i|-f|segreteria@example.org|--|rossi@example.org|");
	assert_false(exists("harm"));
}

static void
the_exit_status_decides(void **state)
{
	(void)state;
	check_script("exit 1", MAIL_FAILED, "exit status 1");
	check_script("exit 75", MAIL_LATER, "exit status 75");
	check_script("echo 'user unknown' >&2; exit 67", MAIL_FAILED, "exit status 67: user unknown");
	check_script("printf '1\\n2\\n\\nuser \\r\\nunknown\\n \\n'; exit 67", MAIL_FAILED, "exit status 67: user; unknown");
	check_script("printf '1\\n2\\n3\\n4'; exit 69", MAIL_FAILED, "exit status 69: 2; 3; 4");
	check_script("echo 'try again' >&2; exit 75", MAIL_LATER, "exit status 75: try again");
	check_script("echo so; kill -9 $$", MAIL_FAILED, "ended by signal 9: so");
	check_script("kill -SEGV $$", MAIL_FAILED, "ended by signal 11");
	check_script("kill -INT $$", MAIL_LATER, "ended by signal 2");
	check_script("echo so; kill -TERM $$", MAIL_LATER, "ended by signal 15: so");
	check_script("kill -HUP $$", MAIL_LATER, "ended by signal 1");
	check_script("echo well; exit 0", MAIL_SENT, "");
}

static void
what_it_says_cannot_steer_a_terminal(void **state)
{
	(void)state;
	check_script("printf 'no\\033]0;x\\007\\tuser\\r\\n \\n'; exit 1", MAIL_FAILED, "exit status 1: no\\x1b]0;x\\x07\\x09user");
	check_script("printf '\\377\\000è'; exit 1", MAIL_FAILED, "exit status 1: \\xff\\x00è");
}

static void
it_may_say_much_and_read_nothing(void **state)
{
	(void)state;
	check_script("head -c 3000000 /dev/zero | tr '\\0' 'x'; echo; echo 1; echo 2; echo 3; exit 1", MAIL_FAILED, "exit status 1: 1; 2; 3");
	check_script("exec <&-; exit 0", MAIL_SENT, "");
	check_script("exec >&- 2>&-; sleep 0.1; exit 0", MAIL_SENT, "");
	assert_int_equal(hand_to_script("head -c 100000 /dev/zero | tr '\\0' 'x'; exit 1"), MAIL_FAILED);
	assert_int_equal(strlen(why.text), strlen("exit status 1: ") + 300);
}

static void
what_it_leaves_running_is_not_waited_for(void **state)
{
	(void)state;
	struct timespec begun, ended;
	clock_gettime(CLOCK_MONOTONIC, &begun);
	check_script("sleep 20 & echo $! >left; echo so; exit 1", MAIL_FAILED, "exit status 1: so");
	clock_gettime(CLOCK_MONOTONIC, &ended);
	assert_true(ended.tv_sec - begun.tv_sec < 15);
	assert_int_equal(system("kill $(cat left)"), 0);
}

static void
it_gets_three_descriptors_and_every_signal(void **state)
{
	(void)state;
	assert_true(dup2(STDIN_FILENO, 3) == 3 && dup2(STDIN_FILENO, 57) == 57); /* would be inherited */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGCHLD, SIG_IGN);
	check_script("[ -e /proc/$$/fd/2 ] && [ ! -e /proc/$$/fd/3 ] && [ ! -e /proc/$$/fd/57 ] || exit 1\n"
	             "umask 077; grep -c '^Sig\\(Ign\\|Blk\\):.*0000000$' /proc/self/status >signals; exit 3",
	    MAIL_FAILED, "exit status 3");
	signal(SIGPIPE, SIG_DFL);
	signal(SIGCHLD, SIG_DFL);
	close(3);
	close(57);
	check_file("signals", "2\n");
}

static void
a_program_that_cannot_run_closes_the_way(void **state)
{
	(void)state;
	assert_int_equal(hand("sendmail", "./none -t"), MAIL_CLOSED);
	assert_string_equal(why.text, "./none: no such program; name yours: balint-group set sendmail=PROGRAM");
	write_file("program", "#!/bin/sh\n", 0600);
	assert_int_equal(hand("sendmail", "./program"), MAIL_CLOSED);
	assert_string_equal(why.text, "./program: Permission denied");
	write_file("program", "exit 0\n", 0700);
	assert_int_equal(hand("sendmail", "./program"), MAIL_CLOSED); /* no shell takes it for a script */
	assert_string_equal(why.text, "./program: Exec format error");
	assert_int_equal(hand("sendmail", "true"), MAIL_CLOSED); /* nor is it looked for */
	assert_string_equal(why.text, "true: no such program; name yours: balint-group set sendmail=PROGRAM");
	check_script("exit 127", MAIL_FAILED, "exit status 127");
}

static char folder[] = "/tmp/balint-hand-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/balint-hand-XXXXXX");
	setenv("BALINT_TODAY", "2021-02-17T21:00", 1);
	return mkdtemp(folder) ? chdir(folder) : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	char command[64];
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return chdir("/") == 0 ? system(command) : -1;
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_maildir_is_made_and_gets_the_message_once),
		TEST(what_a_reader_has_moved_is_there_too),
		TEST(what_was_left_in_tmp_makes_room),
		TEST(a_maildir_that_cannot_be_says_where),
		TEST(what_does_not_fit_is_taken_back),
		TEST(an_mbox_gets_one_message_after_the_other),
		TEST(an_mbox_that_lacks_its_end_gets_it),
		TEST(an_mbox_that_cannot_be_says_where),
		TEST(an_mbox_is_waited_for),
		TEST(an_mbox_that_is_replaced_meanwhile_is_opened_again),
		TEST(standard_output_gets_an_mbox),
		TEST(sendmail_gets_its_arguments_and_the_message),
		TEST(no_shell_reads_the_setting),
		TEST(the_exit_status_decides),
		TEST(what_it_says_cannot_steer_a_terminal),
		TEST(it_may_say_much_and_read_nothing),
		TEST(what_it_leaves_running_is_not_waited_for),
		TEST(it_gets_three_descriptors_and_every_signal),
		TEST(a_program_that_cannot_run_closes_the_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
