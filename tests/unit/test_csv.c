/*
 * What a reading gave is written as one line: `1:a|b` for a record that starts on line 1, `2!` for
 * a complaint about line 2, in the order they came. Long fields show as their length: `<65536>`.
 */
#include <balint/csv.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void
write_record(void *context, const struct csv_record *record)
{
	FILE *out = context;
	fprintf(out, " %zu:", record->line);
	for (size_t i = 0; i < record->count; i++) {
		size_t length = strlen(record->texts[i]);
		if (length > 100)
			fprintf(out, "%s<%zu>", i ? "|" : "", length);
		else
			fprintf(out, "%s%s", i ? "|" : "", record->texts[i]);
	}
}

static void
write_complaint(void *context, size_t line, const char *what)
{
	assert_int_not_equal(strlen(what), 0);
	assert_null(strchr(what, '\n'));
	fprintf((FILE *)context, " %zu!", line);
}

/* What reading the path gave; the caller frees it. */
static char *
outcome_of(const char *path)
{
	char *text;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	struct refusal why = { "" };
	const struct csv_reading reading = { write_record, write_complaint, out };
	if (!csv_read(path, &reading, &why))
		fail_msg("%s", why.text);
	fclose(out);
	return text;
}

static void
write_all(int fd, const char *bytes, size_t length)
{
	for (size_t done = 0; done < length;) {
		ssize_t written = write(fd, bytes + done, length - done);
		if (written <= 0)
			_exit(1);
		done += (size_t)written;
	}
}

static char *
outcome_of_bytes(const char *bytes, size_t length)
{
	char path[64];
	FILE *file = tmpfile();
	write_all(fileno(file), bytes, length);
	snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
	rewind(file);
	char *outcome = outcome_of(path);
	fclose(file);
	return outcome;
}

static void
check(const char *bytes, size_t length, const char *expected)
{
	char *outcome = outcome_of_bytes(bytes, length);
	assert_string_equal(*outcome ? outcome + 1 : "", expected);
	free(outcome);
}

#define CHECK(bytes, expected) check(bytes, sizeof(bytes) - 1, expected)

static void
records_come_one_by_one_with_the_line_they_start_on(void **state)
{
	(void)state;
	CHECK("handle,name\nrossi,Rossi Maria\nverdi,\n", "1:handle|name 2:rossi|Rossi Maria 3:verdi|");
}

static void
an_empty_file_has_no_records(void **state)
{
	(void)state;
	CHECK("", "");
	CHECK("\xef\xbb\xbf", "");
	CHECK("\n\r\n\n", "");
}

static void
the_last_line_needs_no_line_end(void **state)
{
	(void)state;
	CHECK("a,b\n1,2", "1:a|b 2:1|2");
	CHECK("a,b\n1,\"2\"", "1:a|b 2:1|2");
	CHECK("a,b\n1,", "1:a|b 2:1|");
}

static void
blank_lines_are_dropped_but_counted(void **state)
{
	(void)state;
	CHECK("\n\na,b\n\r\n   \n1,2\n\n3,4\n", "3:a|b 6:1|2 8:3|4");
}

static void
a_line_ends_at_lf_crlf_or_cr(void **state)
{
	(void)state;
	CHECK("a,b\r\n1,2\r\n\r\n3,4\r\n", "1:a|b 2:1|2 4:3|4");
	CHECK("a,b\r1,2\r\r3,4\r", "1:a|b 2:1|2 4:3|4");
	CHECK("a,b\r\n1,2\n3,4\r5,6", "1:a|b 2:1|2 3:3|4 4:5|6");
}

static void
a_quoted_field_may_span_lines(void **state)
{
	(void)state;
	CHECK("a,b\n\"one\ntwo\r\n\r\nthree\",2\n3,4\n", "1:a|b 2:one\ntwo\r\n\r\nthree|2 6:3|4");
}

static void
doubled_quotes_are_one(void **state)
{
	(void)state;
	CHECK("a,b\n\"say \"\"ah\"\"\",\"\"\n", "1:a|b 2:say \"ah\"|");
}

static void
white_space_around_unquoted_fields_is_taken_off(void **state)
{
	(void)state;
	CHECK("a , b\n  1 x , 2\t\n\" 3 \" , 4\n", "1:a|b 2:1 x|2 3: 3 |4");
}

static void
the_separator_is_found_in_the_header(void **state)
{
	(void)state;
	CHECK("a,b\n1;2,3\n", "1:a|b 2:1;2|3");
	CHECK("a;b\n1,2;3\n", "1:a|b 2:1,2|3");
	CHECK("a\tb\n1,2\t3;4\n", "1:a|b 2:1,2|3;4");
	CHECK("\n\na;b\n1;2\n", "3:a|b 4:1|2");
}

static void
the_most_frequent_separator_of_the_header_wins(void **state)
{
	(void)state;
	CHECK("Data;Valuta;Importo (EUR, lordo)\n1;2;3,4\n", "1:Data|Valuta|Importo (EUR, lordo) 2:1|2|3,4");
}

static void
separators_inside_quotes_do_not_count(void **state)
{
	(void)state;
	CHECK("\"a,b,c\nd,e\";f\n1;2\n", "1:a,b,c\nd,e|f 3:1|2");
}

static void
a_header_without_separators_means_commas(void **state)
{
	(void)state;
	CHECK("name\nRossi\n1,2;3\n", "1:name 2:Rossi 3:1|2;3");
}

static void
empty_fields_between_tabs_are_kept(void **state)
{
	(void)state;
	CHECK("a\tb\tc\n\t\t\n1\t\t3\n", "1:a|b|c 2:|| 3:1||3");
}

static void
a_trailing_separator_makes_an_empty_field(void **state)
{
	(void)state;
	CHECK("Data Registrazione;Data valuta;Descrizione;Importo (EUR);\n01.02.2021;;x;85,40;\n",
	    "1:Data Registrazione|Data valuta|Descrizione|Importo (EUR)| 2:01.02.2021||x|85,40|");
}

static void
a_byte_order_mark_is_no_part_of_the_header(void **state)
{
	(void)state;
	CHECK("\xef\xbb\xbf" "a;b\r\n1;2\r\n", "1:a|b 2:1|2");
	CHECK("\xef\xbb\xbf" "\"a\";b\r\n1;2\r\n", "1:a|b 2:1|2");
}

static void
utf8_is_taken_as_it_is(void **state)
{
	(void)state;
	CHECK("name\nNicolò Müller\n株\xf0\x9f\x98\x80\n", "1:name 2:Nicolò Müller 3:株\xf0\x9f\x98\x80");
}

static void
a_file_that_is_not_utf8_is_windows_1252(void **state)
{
	(void)state;
	CHECK("nome;nota\nNicol\xf2;D\x92" "Angelo \x80 5\n", "1:nome|nota 2:Nicolò|D’Angelo € 5");
	CHECK("a;b\n\"M\xfcller\n\xdf\";x\n", "1:a|b 2:Müller\nß|x");
}

static void
one_byte_decides_for_the_whole_file(void **state)
{
	(void)state;
	CHECK("a\n\xc3\xa8\n\xe8\n", "1:a 2:Ã¨ 3:è");
	CHECK("a\n\xc3\xa8\n\xc3", "1:a 2:Ã¨ 3:Ã");
}

static void
overlong_forms_and_surrogates_are_not_utf8(void **state)
{
	(void)state;
	CHECK("a\n\xc0\xaf\n", "1:a 2:À¯");
	CHECK("a\n\xed\xa0\x80\n", "1:a 2:í\xc2\xa0€");
	CHECK("a\n\xf4\xb0\x80\x80\n", "1:a 2:ô°€€");
}

static void
a_byte_that_windows_1252_does_not_have_is_a_fault(void **state)
{
	(void)state;
	CHECK("a,b\n1,\x81\n2,\xe8\n\x8d,\x8f\n\x90,1\n\x9d,1\n3,4\n", "1:a|b 2! 3:2|è 4! 5! 6! 7:3|4");
}

static void
a_byte_order_mark_says_utf8_even_where_it_is_broken(void **state)
{
	(void)state;
	CHECK("\xef\xbb\xbf" "a,b\nè,1\n\xe8,2\n\xc0\xaf,3\n\xed\xa0\x80,4\nì,\xc3\n5,6\n", "1:a|b 2:è|1 3! 4! 5! 6! 7:5|6");
}

static void
utf16_is_one_fault(void **state)
{
	(void)state;
	CHECK("\xff\xfe" "a\0,\0b\0\n\0" "1\0,\0" "2\0\n\0", "1!");
	CHECK("\xfe\xff" "\0a\0,\0b\0\n", "1!");
}

static void
a_nul_byte_is_a_fault_of_its_line(void **state)
{
	(void)state;
	CHECK("a,b\n1,x\0y\n\0\n2,\"\0\"\n3,4\n", "1:a|b 2! 3! 4! 5:3|4");
}

static void
a_stray_quote_is_a_fault_of_its_line(void **state)
{
	(void)state;
	CHECK("a,b\n1,5\" nails\n2,x\n", "1:a|b 2! 3:2|x");
	CHECK("a,b\n1,\"x\"y\n2,x\n", "1:a|b 2! 3:2|x");
	CHECK("a,b\r\n1,\"x\" \"y\"\r\n2,x\r\n", "1:a|b 2! 3:2|x");
	CHECK("a,b\r1,x\"y\r2,x\r", "1:a|b 2! 3:2|x");
}

static void
a_stray_quote_in_the_last_line_is_a_fault(void **state)
{
	(void)state;
	CHECK("a,b\n1,2\n3,x\"y", "1:a|b 2:1|2 3!");
}

static void
a_quote_that_is_never_closed_is_a_fault_of_its_line(void **state)
{
	(void)state;
	CHECK("a,b\n1,\"x", "1:a|b 2!");
	CHECK("a,b\n1,\"x\n", "1:a|b 2!");
	CHECK("\"", "1!");
}

static void
lines_that_an_unclosed_quote_swallowed_are_read_again(void **state)
{
	(void)state;
	CHECK("a,b\n1,\"x\n2,y\n3,z\n", "1:a|b 2! 3:2|y 4:3|z");
	CHECK("a,b\r\n1,\"x\r\n2,y\r\n3,z\r\n", "1:a|b 2! 3:2|y 4:3|z");
	CHECK("a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n", "1:a|b 2! 3:2|y 4:3|z 5:4|w");
}

static void
every_fault_of_a_file_is_named(void **state)
{
	(void)state;
	CHECK("a,b\n1,x\"\n2,\0\n3,ok\n\"4\n5\",ok\n6,\"\"\"\n7,ok\n8,\"x\"x\n9,\"\n", "1:a|b 2! 3! 4:3|ok 5:4\n5|ok 7! 8:7|ok 9! 10!");
}

static void
a_record_with_two_faults_is_named_once(void **state)
{
	(void)state;
	CHECK("a,b,c\n\0,\0,\x81\n1,2,3\n", "1:a|b|c 2! 3:1|2|3");
}

/* head, then `length` times `byte`, then tail. */
static void
check_filled(const char *head, char byte, size_t length, const char *tail, const char *expected)
{
	size_t before = strlen(head), after = strlen(tail);
	char *bytes = malloc(before + length + after);
	memcpy(bytes, head, before);
	memset(bytes + before, byte, length);
	memcpy(bytes + before + length, tail, after);
	check(bytes, before + length + after, expected);
	free(bytes);
}

static void
a_field_may_have_65536_bytes_and_no_more(void **state)
{
	(void)state;
	check_filled("a,b\n", 'x', CSV_FIELD_MOST, ",1\n2,3\n", "1:a|b 2:<65536>|1 3:2|3");
	check_filled("a,b\n", 'x', CSV_FIELD_MOST + 1, ",1\n2,3\n", "1:a|b 2! 3:2|3");
	check_filled("a,b\n1,\"", 'x', CSV_FIELD_MOST, "\"\n2,3\n", "1:a|b 2:1|<65536> 3:2|3");
	check_filled("a,b\n1,\"", 'x', CSV_FIELD_MOST + 1, "\"\n2,3\n", "1:a|b 2! 3:2|3");
}

static void
the_limit_counts_the_bytes_of_utf8(void **state)
{
	(void)state;
	check_filled("a,b\n", '\xe8', CSV_FIELD_MOST / 2, ",1\n2,3\n", "1:a|b 2:<65536>|1 3:2|3");
	check_filled("a,b\n", '\xe8', CSV_FIELD_MOST / 2 + 1, ",1\n2,3\n", "1:a|b 2! 3:2|3");
}

static void
a_field_of_ten_megabytes_is_one_fault(void **state)
{
	(void)state;
	check_filled("a,b\n1,", 'x', 10000000, "\n2,3\n", "1:a|b 2! 3:2|3");
	check_filled("a,b\n1,\"", 'x', 10000000, "\"\n2,3\n", "1:a|b 2! 3:2|3");
	check_filled("a,b\n1,", 'x', 10000000, "", "1:a|b 2!");
	check_filled("a,b\n1,", ' ', 10000000, "\n2,3\n", "1:a|b 2:1| 3:2|3");
}

static void
a_line_of_ten_million_fields_is_one_fault(void **state)
{
	(void)state;
	check_filled("a,b\n", ',', 10000000, "\n2,3\n", "1:a|b 2! 3:2|3");
}

/* A record of so many fields of so many bytes, and one after it. */
static void
check_long_record(size_t fields, size_t length, const char *expected)
{
	char *bytes = malloc(fields * (length + 1) + 16);
	size_t used = (size_t)sprintf(bytes, "a,b\n");
	for (size_t i = 0; i < fields; i++) {
		memset(bytes + used, 'x', length);
		used += length;
		bytes[used++] = ',';
	}
	used += (size_t)sprintf(bytes + used, "\n1,2\n");
	check(bytes, used, expected);
	free(bytes);
}

static void
a_record_of_many_long_fields_is_one_fault(void **state)
{
	(void)state;
	check_long_record(40, 60000, "1:a|b 2! 3:1|2");
	for (size_t length = CSV_FIELD_MOST - 3; length <= CSV_FIELD_MOST; length++)
		check_long_record(40, length, "1:a|b 2! 3:1|2");
	check_long_record(3, 60000, "1:a|b 2:<60000>|<60000>|<60000>| 3:1|2");
}

static void
a_record_may_have_as_many_fields_as_a_spreadsheet(void **state)
{
	(void)state;
	char expected[16384 + 32] = "1:a|b 2:";
	memset(expected + strlen(expected), '|', 16383);
	strcat(expected, " 3:1|2");
	check_long_record(16383, 0, expected);
	check_long_record(16384, 0, "1:a|b 2! 3:1|2");
}

/* The same body behind fillers of every length near a piece's end: where pieces end shows nowhere. */
static void
pieces_of_the_file_leave_no_trace(void **state)
{
	(void)state;
	static const char body[] = "\n\"a\r\n\",\"\"\"è\"\"\"\r\n1,x\"y\r\n\r\n2,\"\n3,\0\n4,\xe2\x82\xac\n";
	static const char expected[] = "1:<60000> 2:a\r\n|\"è\" 4! 6! 7! 8:4|€";
	for (size_t fill = 0; fill < sizeof body + 2; fill++) {
		size_t length = 65536 - fill;
		char *bytes = malloc(length + sizeof body);
		memset(bytes, 'x', 60000);
		memset(bytes + 60000, ' ', length - 60000);
		memcpy(bytes + length, body, sizeof body - 1);
		check(bytes, length + sizeof body - 1, expected);
		free(bytes);
	}
}

/* Reads the bytes from a pipe that is standard input. */
static void
check_piped(const char *bytes, size_t length, const char *expected)
{
	int ends[2], input = dup(STDIN_FILENO);
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		write_all(ends[1], bytes, length);
		_exit(0);
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	char *outcome = outcome_of("-");
	if (input >= 0) {
		dup2(input, STDIN_FILENO);
		close(input);
	}
	waitpid(child, NULL, 0);
	assert_string_equal(*outcome ? outcome + 1 : "", expected);
	free(outcome);
}

static void
a_dash_is_standard_input_even_a_pipe(void **state)
{
	(void)state;
	static const char bytes[] = "nome;nota\nNicol\xf2;\"\n\"\n1;\"\n2;x\n";
	check_piped(bytes, sizeof bytes - 1, "1:nome|nota 2:Nicolò|\n 4! 5:2|x");
	check_piped("", 0, "");
}

static void
a_pipe_may_be_longer_than_its_pieces(void **state)
{
	(void)state;
	enum { LINES = 100000 };
	char *bytes = malloc(LINES * 8), *expected = malloc(LINES * 20);
	size_t used = 0, written = 0;
	for (size_t line = 1; line <= LINES; line++) {
		used += (size_t)sprintf(bytes + used, "%zu,x\n", line % 10000);
		written += (size_t)sprintf(expected + written, "%s%zu:%zu|x", line > 1 ? " " : "", line, line % 10000);
	}
	check_piped(bytes, used, expected);
	free(bytes);
	free(expected);
}

static void
what_cannot_be_opened_or_read_is_refused(void **state)
{
	(void)state;
	const struct csv_reading reading = { write_record, write_complaint, NULL };
	struct refusal why = { "" };
	assert_false(csv_read("tests/no-such-file.csv", &reading, &why));
	assert_non_null(strstr(why.text, "tests/no-such-file.csv"));
	why.text[0] = '\0';
	assert_false(csv_read("tests", &reading, &why));
	assert_non_null(strstr(why.text, "tests"));
}

/* A field of up to seven characters out of those that matter. */
static size_t
random_field(char *field)
{
	static const char *const characters[] = { "a", "è", "€", "\xf0\x9f\x98\x80", ",", ";", "\t", " ", "\"", "\n", "\r", "'", "=" };
	size_t count = (size_t)(rand() % 8);
	field[0] = '\0';
	for (size_t i = 0; i < count; i++)
		strcat(field, characters[(size_t)rand() % (sizeof characters / sizeof characters[0])]);
	return strlen(field);
}

static void
what_is_quoted_by_rfc_4180_is_read_back_the_same(void **state)
{
	(void)state;
	srand(4180);
	for (int round = 0; round < 500; round++) {
		char bytes[8192] = "a,b,c\r\n", expected[8192] = "1:a|b|c";
		size_t line = 2;
		for (int record = 0; record < 20; record++) {
			sprintf(expected + strlen(expected), " %zu:", line);
			for (int i = 0; i < 3; i++) {
				char field[64], *to = bytes + strlen(bytes);
				random_field(field);
				*to++ = '"';
				for (const char *c = field; *c; c++) {
					line += *c == '\r' || (*c == '\n' && (c == field || c[-1] != '\r'));
					*to++ = *c;
					if (*c == '"')
						*to++ = '"';
				}
				strcpy(to, i < 2 ? "\"," : "\"\r\n");
				sprintf(expected + strlen(expected), "%s%s", i ? "|" : "", field);
			}
			line++;
		}
		check(bytes, strlen(bytes), expected);
	}
}

static void
count_line(void *context, size_t line, const char *what)
{
	size_t *counts = context;
	(void)what;
	assert_in_range(line, 1, 1000);
	counts[line]++;
}

static void
count_record(void *context, const struct csv_record *record)
{
	count_line(context, record->line, "");
}

static void
no_bytes_whatever_make_a_line_count_twice(void **state)
{
	(void)state;
	static const char characters[] = "ab\"\"\"\",,;\t \n\n\n\r\0\xc3\xa8\x81";
	srand(17);
	for (int round = 0; round < 3000; round++) {
		size_t counts[1001] = { 0 };
		char path[64];
		FILE *file = tmpfile();
		for (int length = rand() % 200; length > 0; length--)
			putc(characters[(size_t)rand() % (sizeof characters - 1)], file);
		fflush(file);
		rewind(file);
		snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
		struct refusal why;
		assert_true(csv_read(path, &(struct csv_reading){ count_record, count_line, counts }, &why));
		for (size_t line = 0; line < 1001; line++)
			assert_in_range(counts[line], 0, 1);
		fclose(file);
	}
}

static void
an_apostrophe_goes_before_what_a_spreadsheet_takes_for_a_formula(void **state)
{
	(void)state;
	static const char *const formulas[] = { "=1+1", "+39 011", "-0.80", "@x", "\tx", "\rx", "\nx", "'x", "'", "=" };
	for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++)
		assert_true(csv_needs_apostrophe(formulas[i]));
	static const char *const texts[] = { "", "x", " =x", "1+1", "D'Angelo", "’t Hooft" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		assert_false(csv_needs_apostrophe(texts[i]));
}

static void
one_apostrophe_before_a_formula_is_taken_off(void **state)
{
	(void)state;
	assert_string_equal(csv_plain("'=x"), "=x");
	assert_string_equal(csv_plain("'+39"), "+39");
	assert_string_equal(csv_plain("'\tx"), "\tx");
	assert_string_equal(csv_plain("''t Hooft"), "'t Hooft");
	assert_string_equal(csv_plain("'''x"), "''x");
}

static void
other_apostrophes_stay(void **state)
{
	(void)state;
	assert_string_equal(csv_plain("'t Hooft"), "'t Hooft");
	assert_string_equal(csv_plain("'"), "'");
	assert_string_equal(csv_plain("=x"), "=x");
	assert_string_equal(csv_plain("D'Angelo"), "D'Angelo");
	assert_string_equal(csv_plain(""), "");
}

static void
what_csv_it_writes_is_read_back_the_same(void **state)
{
	(void)state;
	srand(103);
	for (int round = 0; round < 5000; round++) {
		char field[64], written[66];
		random_field(field);
		snprintf(written, sizeof written, "%s%s", csv_needs_apostrophe(field) ? "'" : "", field);
		assert_string_equal(csv_plain(written), field);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_come_one_by_one_with_the_line_they_start_on),
		cmocka_unit_test(an_empty_file_has_no_records),
		cmocka_unit_test(the_last_line_needs_no_line_end),
		cmocka_unit_test(blank_lines_are_dropped_but_counted),
		cmocka_unit_test(a_line_ends_at_lf_crlf_or_cr),
		cmocka_unit_test(a_quoted_field_may_span_lines),
		cmocka_unit_test(doubled_quotes_are_one),
		cmocka_unit_test(white_space_around_unquoted_fields_is_taken_off),
		cmocka_unit_test(the_separator_is_found_in_the_header),
		cmocka_unit_test(the_most_frequent_separator_of_the_header_wins),
		cmocka_unit_test(separators_inside_quotes_do_not_count),
		cmocka_unit_test(a_header_without_separators_means_commas),
		cmocka_unit_test(empty_fields_between_tabs_are_kept),
		cmocka_unit_test(a_trailing_separator_makes_an_empty_field),
		cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_header),
		cmocka_unit_test(utf8_is_taken_as_it_is),
		cmocka_unit_test(a_file_that_is_not_utf8_is_windows_1252),
		cmocka_unit_test(one_byte_decides_for_the_whole_file),
		cmocka_unit_test(overlong_forms_and_surrogates_are_not_utf8),
		cmocka_unit_test(a_byte_that_windows_1252_does_not_have_is_a_fault),
		cmocka_unit_test(a_byte_order_mark_says_utf8_even_where_it_is_broken),
		cmocka_unit_test(utf16_is_one_fault),
		cmocka_unit_test(a_nul_byte_is_a_fault_of_its_line),
		cmocka_unit_test(a_stray_quote_is_a_fault_of_its_line),
		cmocka_unit_test(a_stray_quote_in_the_last_line_is_a_fault),
		cmocka_unit_test(a_quote_that_is_never_closed_is_a_fault_of_its_line),
		cmocka_unit_test(lines_that_an_unclosed_quote_swallowed_are_read_again),
		cmocka_unit_test(every_fault_of_a_file_is_named),
		cmocka_unit_test(a_record_with_two_faults_is_named_once),
		cmocka_unit_test(a_field_may_have_65536_bytes_and_no_more),
		cmocka_unit_test(the_limit_counts_the_bytes_of_utf8),
		cmocka_unit_test(a_field_of_ten_megabytes_is_one_fault),
		cmocka_unit_test(a_line_of_ten_million_fields_is_one_fault),
		cmocka_unit_test(a_record_of_many_long_fields_is_one_fault),
		cmocka_unit_test(a_record_may_have_as_many_fields_as_a_spreadsheet),
		cmocka_unit_test(pieces_of_the_file_leave_no_trace),
		cmocka_unit_test(a_dash_is_standard_input_even_a_pipe),
		cmocka_unit_test(a_pipe_may_be_longer_than_its_pieces),
		cmocka_unit_test(what_cannot_be_opened_or_read_is_refused),
		cmocka_unit_test(what_is_quoted_by_rfc_4180_is_read_back_the_same),
		cmocka_unit_test(no_bytes_whatever_make_a_line_count_twice),
		cmocka_unit_test(an_apostrophe_goes_before_what_a_spreadsheet_takes_for_a_formula),
		cmocka_unit_test(one_apostrophe_before_a_formula_is_taken_off),
		cmocka_unit_test(other_apostrophes_stay),
		cmocka_unit_test(what_csv_it_writes_is_read_back_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
