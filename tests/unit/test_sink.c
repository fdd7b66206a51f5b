#include <balint/sink.h>

#include <dirent.h>
#include <errno.h>
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
#include <unistd.h>

#include <cmocka.h>

static size_t
size_of(FILE *file)
{
	struct stat status;
	assert_int_equal(fstat(fileno(file), &status), 0);
	return (size_t)status.st_size;
}

/* Closes the sink before the file and compares what is in there. */
static void
check_closed(struct sink *sink, FILE *file, const char *expected)
{
	char text[4096];
	assert_int_equal(sink_close(sink), 0);
	sink_release(sink);
	rewind(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	assert_string_equal(text, expected);
	fclose(file);
}

static void
what_is_written_arrives_at_close(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_text(&sink, "Rossi ");
	sink_bytes(&sink, "Maria!!", 5);
	sink_char(&sink, '\n');
	sink_pad(&sink, 3);
	sink_pad(&sink, 0);
	sink_bytes(&sink, "", 0);
	sink_format(&sink, "%s %d", "è", 42);
	check_closed(&sink, file, "Rossi Maria\n   è 42");
}

static void
room_is_filled_by_the_caller(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_text(&sink, "a");
	memcpy(sink_room(&sink, 100), "bcd", 3);
	sink.used += 3;
	sink_text(&sink, "e");
	check_closed(&sink, file, "abcde");
}

static void
a_sink_that_took_nothing_writes_nothing(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	check_closed(&sink, file, "");
}

/* Every byte of a long output, in pieces of every size. */
static void
write_much(struct sink *sink, size_t pieces)
{
	for (size_t i = 0; i < pieces; i++)
		sink_format(sink, "%zu:%0*d\n", i, (int)(i % 100) + 1, 0);
}

static void
check_much(FILE *file, size_t pieces)
{
	rewind(file);
	for (size_t i = 0; i < pieces; i++) {
		char line[256], expected[256];
		snprintf(expected, sizeof expected, "%zu:%0*d\n", i, (int)(i % 100) + 1, 0);
		assert_non_null(fgets(line, sizeof line, file));
		assert_string_equal(line, expected);
	}
	assert_int_equal(getc(file), EOF);
}

static void
a_long_output_arrives_whole_and_in_order(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	write_much(&sink, 50000);
	assert_int_not_equal(size_of(file), 0);
	assert_in_range(sink.size, 0, 1000000);
	assert_int_equal(sink_close(&sink), 0);
	check_much(file, 50000);
	sink_release(&sink);
	fclose(file);
}

static void
held_output_is_written_at_close_only(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_hold(&sink);
	write_much(&sink, 10000);
	assert_int_equal(size_of(file), 0);
	assert_int_equal(sink_close(&sink), 0);
	check_much(file, 10000);
	sink_release(&sink);
	fclose(file);
}

/* A folder of its own for temporary files. */
static int
make_folder(void **state)
{
	static char folder[] = "/tmp/balint-sink-XXXXXX";
	memcpy(strchr(folder, '\0') - 6, "XXXXXX", 6);
	*state = mkdtemp(folder);
	return *state ? setenv("TMPDIR", folder, 1) : -1;
}

static int
remove_folder(void **state)
{
	unsetenv("TMPDIR");
	return rmdir(*state); /* that it is empty is part of every test */
}

static void
much_that_is_held_waits_in_a_file_without_a_name(void **state)
{
	FILE *file = tmpfile();
	struct sink sink;
	struct stat status;
	sink_init(&sink, fileno(file));
	sink_hold(&sink);
	write_much(&sink, 200000);
	assert_int_equal(size_of(file), 0);
	assert_in_range(sink.size, 1, 1024 * 1024);
	assert_int_equal(fstat(sink.spill, &status), 0);
	assert_in_range(status.st_size, 9000000, 12000000);
	assert_int_equal(status.st_mode & 0777, 0600);
	assert_int_equal(status.st_nlink, 0);
	DIR *folder = opendir(*state);
	for (const struct dirent *entry; (entry = readdir(folder));)
		assert_int_equal(*entry->d_name, '.');
	closedir(folder);
	assert_int_equal(sink_close(&sink), 0);
	check_much(file, 200000);
	sink_release(&sink);
	fclose(file);
}

static void
a_piece_larger_than_all_room_may_be_held(void **state)
{
	(void)state;
	enum { LENGTH = 3000000 };
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_hold(&sink);
	for (int i = 0; i < 3; i++) {
		sink_char(&sink, 'a');
		sink_pad(&sink, LENGTH);
	}
	assert_int_equal(sink_close(&sink), 0);
	assert_int_equal(size_of(file), 3 * (LENGTH + 1));
	for (int i = 0; i < 3; i++) {
		fseek(file, i * (LENGTH + 1), SEEK_SET);
		assert_int_equal(getc(file), 'a');
		assert_int_equal(getc(file), ' ');
	}
	sink_release(&sink);
	fclose(file);
}

static void
what_goes_nowhere_is_held_in_memory(void **state)
{
	(void)state;
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	write_much(&sink, 50000);
	assert_int_equal(sink.spill, -1);
	assert_in_range(sink.used, 2000000, 4000000);
	assert_memory_equal(sink.buffer, "0:0\n1:00\n", 9);
	sink_release(&sink);
}

static void
without_a_place_for_a_file_it_is_held_in_memory(void **state)
{
	static const char *const places[] = { "/dev/full", "/nowhere/at/all", "/proc" };
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		FILE *file = tmpfile();
		struct sink sink;
		setenv("TMPDIR", places[i], 1);
		sink_init(&sink, fileno(file));
		sink_hold(&sink);
		write_much(&sink, 50000);
		assert_int_equal(sink.spill, -1);
		assert_int_equal(sink_close(&sink), 0);
		check_much(file, 50000);
		sink_release(&sink);
		fclose(file);
	}
	setenv("TMPDIR", *state, 1);
}

/* As on a disk that fills up: what was set aside before that is not lost. */
static void
what_no_longer_fits_into_the_file_stays_in_memory(void **state)
{
	(void)state;
	struct rlimit before;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_IGN);
	for (rlim_t room = 0; room < 3000000; room += 700001) {
		FILE *file = tmpfile();
		struct sink sink;
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ room, before.rlim_max }), 0);
		sink_init(&sink, fileno(file));
		sink_hold(&sink);
		write_much(&sink, 200000);
		assert_true(sink.crowded);
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
		assert_int_equal(sink_close(&sink), 0);
		check_much(file, 200000);
		sink_release(&sink);
		fclose(file);
	}
	signal(SIGXFSZ, SIG_DFL);
}

static void
what_was_set_aside_and_cannot_be_read_comes_out_of_close(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_hold(&sink);
	write_much(&sink, 50000);
	assert_int_equal(ftruncate(sink.spill, 1000), 0);
	assert_int_equal(sink_close(&sink), EIO);
	sink_release(&sink);
	fclose(file);
}

static void
what_is_forgotten_is_never_written(void **state)
{
	(void)state;
	for (size_t pieces = 10; pieces <= 100000; pieces *= 100) {
		FILE *file = tmpfile();
		struct sink sink;
		sink_init(&sink, fileno(file));
		sink_hold(&sink);
		write_much(&sink, pieces);
		sink_forget(&sink);
		write_much(&sink, 3);
		assert_int_equal(sink_close(&sink), 0);
		check_much(file, 3);
		sink_release(&sink);
		fclose(file);
	}
}

static void
released_output_is_never_written(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_hold(&sink);
	write_much(&sink, 50000);
	sink_release(&sink);
	assert_int_equal(size_of(file), 0);
	fclose(file);
}

static void
one_piece_may_be_longer_than_the_buffer(void **state)
{
	(void)state;
	enum { LENGTH = 10000000 };
	FILE *file = tmpfile();
	char *piece = malloc(LENGTH + 1);
	memset(piece, 'x', LENGTH);
	piece[LENGTH] = '\0';
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_text(&sink, "a");
	sink_bytes(&sink, piece, LENGTH);
	sink_format(&sink, "%s", piece);
	sink_pad(&sink, LENGTH);
	assert_int_equal(sink_close(&sink), 0);
	assert_int_equal(size_of(file), 3 * LENGTH + 1);
	sink_release(&sink);
	free(piece);
	fclose(file);
}

static void
a_full_disk_comes_out_of_close(void **state)
{
	(void)state;
	for (size_t pieces = 1; pieces <= 10000; pieces *= 10) {
		int full = open("/dev/full", O_WRONLY);
		struct sink sink;
		sink_init(&sink, full);
		write_much(&sink, pieces);
		assert_int_equal(sink_close(&sink), ENOSPC);
		sink_release(&sink);
		close(full);
	}
}

static void
held_output_meets_a_full_disk_at_close(void **state)
{
	(void)state;
	int full = open("/dev/full", O_WRONLY);
	struct sink sink;
	sink_init(&sink, full);
	sink_hold(&sink);
	write_much(&sink, 10000);
	assert_int_equal(sink.error, 0);
	assert_int_equal(sink_close(&sink), ENOSPC);
	sink_release(&sink);
	sink_init(&sink, full);
	sink_hold(&sink);
	write_much(&sink, 50000);
	assert_int_equal(sink.error, 0);
	assert_int_equal(sink_close(&sink), ENOSPC);
	sink_release(&sink);
	close(full);
}

static void
a_full_disk_does_not_matter_where_nothing_is_written(void **state)
{
	(void)state;
	int full = open("/dev/full", O_WRONLY);
	struct sink sink;
	sink_init(&sink, full);
	assert_int_equal(sink_close(&sink), 0);
	sink_release(&sink);
	close(full);
}

static void
a_reader_that_has_gone_comes_out_of_close(void **state)
{
	(void)state;
	int ends[2];
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	struct sink sink;
	sink_init(&sink, ends[1]);
	write_much(&sink, 10000);
	assert_int_equal(sink_close(&sink), EPIPE);
	sink_release(&sink);
	close(ends[1]);
	signal(SIGPIPE, SIG_DFL);
}

static void
the_first_error_is_kept(void **state)
{
	(void)state;
	int full = open("/dev/full", O_WRONLY);
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, full);
	write_much(&sink, 10000);
	assert_int_equal(sink.error, ENOSPC);
	sink.fd = fileno(file);
	sink_text(&sink, "x");
	assert_int_equal(sink_close(&sink), ENOSPC);
	assert_int_equal(size_of(file), 0);
	sink_release(&sink);
	close(full);
	fclose(file);
}

static void
check_visible(const char *text, size_t length, const char *expected)
{
	FILE *file = tmpfile();
	struct sink sink;
	sink_init(&sink, fileno(file));
	sink_visible(&sink, text, length);
	check_closed(&sink, file, expected);
}

static void
visible_text_is_left_alone(void **state)
{
	(void)state;
	check_visible("", 0, "");
	check_visible("Rossi", 3, "Ros");
	static const char text[] = "Nicolò € 株 \xf0\x9f\x98\x80 \\x1b";
	check_visible(text, strlen(text), text);
}

static void
control_characters_are_made_visible(void **state)
{
	(void)state;
	check_visible("\x1b]0;x\x07", 6, "\\x1b]0;x\\x07");
	check_visible("a\tb\r\n", 5, "a\\x09b\\x0d\\x0a");
	check_visible("a\0b\x7f", 4, "a\\x00b\\x7f");
	check_visible("\xc2\x9b" "31m", 5, "\\xc2\\x9b31m");
	check_visible("\xe2\x80\xae", 3, "\\xe2\\x80\\xae");
}

static void
malformed_bytes_are_made_visible(void **state)
{
	(void)state;
	check_visible("Nicol\xf2", 6, "Nicol\\xf2");
	check_visible("\xed\xa0\x80", 3, "\\xed\\xa0\\x80");
	check_visible("€", 2, "\\xe2\\x82");
	check_visible("\xff\xfe" "a", 3, "\\xff\\xfea");
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_arrives_at_close),
		cmocka_unit_test(room_is_filled_by_the_caller),
		cmocka_unit_test(a_sink_that_took_nothing_writes_nothing),
		cmocka_unit_test(a_long_output_arrives_whole_and_in_order),
		cmocka_unit_test(held_output_is_written_at_close_only),
		IN_A_FOLDER(much_that_is_held_waits_in_a_file_without_a_name),
		IN_A_FOLDER(a_piece_larger_than_all_room_may_be_held),
		cmocka_unit_test(what_goes_nowhere_is_held_in_memory),
		IN_A_FOLDER(without_a_place_for_a_file_it_is_held_in_memory),
		IN_A_FOLDER(what_no_longer_fits_into_the_file_stays_in_memory),
		IN_A_FOLDER(what_was_set_aside_and_cannot_be_read_comes_out_of_close),
		IN_A_FOLDER(what_is_forgotten_is_never_written),
		cmocka_unit_test(released_output_is_never_written),
		cmocka_unit_test(one_piece_may_be_longer_than_the_buffer),
		cmocka_unit_test(a_full_disk_comes_out_of_close),
		cmocka_unit_test(held_output_meets_a_full_disk_at_close),
		cmocka_unit_test(a_full_disk_does_not_matter_where_nothing_is_written),
		cmocka_unit_test(a_reader_that_has_gone_comes_out_of_close),
		cmocka_unit_test(the_first_error_is_kept),
		cmocka_unit_test(visible_text_is_left_alone),
		cmocka_unit_test(control_characters_are_made_visible),
		cmocka_unit_test(malformed_bytes_are_made_visible),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
