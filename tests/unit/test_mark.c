#include <balint/mark.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* RULES 5.2: from 21:00 to 22:30. */
static const struct session evening = { .id = 1, .start = { 21 * 60 }, .finish = { 22 * 60 + 30 } };

static struct mark
read_mark(const char *text)
{
	struct mark mark;
	struct refusal why = { "" };
	if (!mark_parse(text, &evening, &mark, &why))
		fail_msg("'%s': %s", text, why.text);
	return mark;
}

/* The spells as they would be typed, `whole` for none. */
static void
check_mark(const char *text, const char *status, const char *mode, const char *spells)
{
	struct mark mark = read_mark(text);
	char written[256] = "";
	assert_string_equal(mark.status, status);
	assert_string_equal(mark.mode ? mark.mode : "none", mode);
	for (int i = 0; i < mark.count; i++) {
		char arrived[TIME_TEXT], left[TIME_TEXT];
		size_t used = strlen(written);
		snprintf(written + used, sizeof written - used, "%s%s-%s", i ? "," : "", time_write(mark.spells[i].arrived, arrived),
		    time_write(mark.spells[i].left, left));
	}
	assert_string_equal(mark.count ? written : "whole", spells);
}

static void
check_minutes(const char *text, int expected)
{
	struct mark mark = read_mark(text);
	assert_int_equal(mark_minutes(&mark, &evening), expected);
}

static void
check_refused(const char *text)
{
	struct mark mark;
	struct refusal why = { "" };
	if (mark_parse(text, &evening, &mark, &why))
		fail_msg("'%s' was taken for a mark", text);
	assert_int_not_equal(strlen(why.text), 0);
}

static void
present_is_the_whole_session_in_the_room(void **state)
{
	(void)state;
	check_mark("present", "present", "room", "whole");
	check_minutes("present", 90);
}

static void
online_is_the_whole_session_on_line(void **state)
{
	(void)state;
	check_mark("online", "present", "online", "whole");
	check_mark("present,online", "present", "online", "whole");
	check_mark("online,present", "present", "online", "whole");
}

static void
absent_and_excused_have_neither_times_nor_a_place(void **state)
{
	(void)state;
	check_mark("absent", "absent", "none", "whole");
	check_mark("excused", "excused", "none", "whole");
	check_refused("absent,online");
	check_refused("online,absent");
	check_refused("excused,21:00-21:40");
	check_refused("21:07,absent");
}

static void
a_time_is_an_arrival_that_lasts_to_the_end(void **state)
{
	(void)state;
	check_mark("21:07", "present", "room", "21:07-22:30");
	check_minutes("21:07", 83);
	check_minutes("21:10", 80);
	check_minutes("21:11", 79);
	check_minutes("21:00", 90);
	check_minutes("22:29", 1);
}

static void
two_times_are_an_arrival_and_a_departure(void **state)
{
	(void)state;
	check_mark("21:00-22:00", "present", "room", "21:00-22:00");
	check_minutes("21:00-22:00", 60);
	check_minutes("21:07-22:00", 53);
	check_minutes("21:00-22:30", 90);
}

static void
a_dropped_line_makes_two_spells(void **state)
{
	(void)state;
	check_mark("21:00-21:40,21:55-22:30", "present", "room", "21:00-21:40,21:55-22:30");
	check_minutes("21:00-21:40,21:55-22:30", 75);
	check_mark("21:00-21:40,21:55", "present", "room", "21:00-21:40,21:55-22:30");
}

static void
online_stands_anywhere_among_the_times(void **state)
{
	(void)state;
	check_mark("online,21:07", "present", "online", "21:07-22:30");
	check_mark("21:07,online", "present", "online", "21:07-22:30");
	check_mark("21:00-21:40,online,21:55-22:30", "present", "online", "21:00-21:40,21:55-22:30");
	check_mark("present,21:07", "present", "room", "21:07-22:30");
}

static void
overlapping_spells_count_once(void **state)
{
	(void)state;
	check_mark("21:00-21:40,21:30-22:30", "present", "room", "21:00-22:30");
	check_minutes("21:00-21:40,21:30-22:30", 90);
	check_mark("21:00-22:30,21:10-21:20", "present", "room", "21:00-22:30");
	check_mark("21:10-21:20,21:10-21:20", "present", "room", "21:10-21:20");
	check_mark("21:10,21:20", "present", "room", "21:10-22:30");
}

static void
spells_that_touch_become_one(void **state)
{
	(void)state;
	check_mark("21:00-21:40,21:40-22:30", "present", "room", "21:00-22:30");
}

static void
spells_come_out_in_the_order_of_time(void **state)
{
	(void)state;
	check_mark("21:55-22:30,21:00-21:40", "present", "room", "21:00-21:40,21:55-22:30");
	check_mark("22:10-22:20,21:00-21:05,21:03-21:10,22:00-22:15", "present", "room", "21:00-21:10,22:00-22:20");
}

/* The text, and what is written of the mark that it says. */
static void
check_written(const char *text, const char *expected)
{
	struct mark mark = read_mark(text), again;
	char written[MARK_TEXT];
	struct refusal why;
	assert_string_equal(mark_write(&mark, written), expected);
	assert_true(mark_parse(written, &evening, &again, &why));
	assert_int_equal(again.count, mark.count);
	assert_int_equal(mark_minutes(&again, &evening), mark_minutes(&mark, &evening));
	assert_string_equal(again.status, mark.status);
	assert_string_equal(again.mode ? again.mode : "none", mark.mode ? mark.mode : "none");
}

static void
what_is_written_of_a_mark_is_read_as_the_same(void **state)
{
	(void)state;
	check_written("present", "present");
	check_written("room", "present");
	check_written("online", "online");
	check_written("absent", "absent");
	check_written("excused", "excused");
	check_written("room,21:07", "21:07-22:30");
	check_written("21:55,online,20:30-21:40", "online,20:30-21:40,21:55-22:30");
	check_written("21:00-21:01,21:10-21:11,21:20-21:21,21:30-21:31,21:40-21:41,21:50-21:51,22:00-22:01,22:10-22:11,online",
	    "online,21:00-21:01,21:10-21:11,21:20-21:21,21:30-21:31,21:40-21:41,21:50-21:51,22:00-22:01,22:10-22:11");
}

static void
minutes_are_those_of_the_session(void **state)
{
	(void)state;
	check_minutes("20:00-22:30", 90);
	check_minutes("20:00-21:01", 1);
	check_minutes("22:29-23:30", 1);
	check_minutes("20:30-21:40,21:55-23:00", 75);
	check_minutes("absent", 0);
	check_minutes("excused", 0);
}

static void
a_slip_in_a_word_is_answered_with_the_word(void **state)
{
	(void)state;
	struct mark mark;
	struct refusal why;
	assert_false(mark_parse("assente", &evening, &mark, &why));
	assert_string_equal(why.text, "'assente' is none of present, absent, excused, room, online, HH:MM, HH:MM-HH:MM; did you mean 'absent'?");
	assert_false(mark_parse("21.07", &evening, &mark, &why));
	assert_string_equal(why.text, "'21.07' is none of present, absent, excused, room, online, HH:MM, HH:MM-HH:MM");
}

static void
who_comes_early_or_stays_late_was_there(void **state)
{
	(void)state;
	assert_string_equal(read_mark("20:50").status, "present");
	assert_string_equal(read_mark("20:50-22:30").status, "present");
	assert_string_equal(read_mark("21:00-22:45").status, "present");
}

static void
eight_spells_are_read_and_nine_refused(void **state)
{
	(void)state;
	const char eight[] = "21:00-21:01,21:10-21:11,21:20-21:21,21:30-21:31,21:40-21:41,21:50-21:51,22:00-22:01,22:10-22:11";
	char nine[sizeof eight + 16];
	check_mark(eight, "present", "room", eight);
	snprintf(nine, sizeof nine, "%s,22:20-22:21", eight);
	check_refused(nine);
}

static void
two_words_that_contradict_each_other_are_refused(void **state)
{
	(void)state;
	check_refused("present,absent");
	check_refused("absent,excused");
	check_refused("excused,present");
}

static void
two_places_at_once_are_refused(void **state)
{
	(void)state;
	check_refused("room,online");
	check_refused("online,21:07,room");
}

static void
a_departure_before_the_arrival_is_refused(void **state)
{
	(void)state;
	check_refused("22:00-21:00");
	check_refused("21:30-21:30");
	check_refused("22:30");
}

static void
what_lies_outside_the_session_is_refused(void **state)
{
	(void)state;
	check_refused("22:31");
	check_refused("23:00");
	check_refused("22:30-23:00");
	check_refused("20:00-21:00");
	check_refused("20:00-20:30");
	check_refused("24:00");
	check_refused("21:00-21:40,22:45-23:00");
}

static void
what_is_no_mark_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", ",", " ", "yes", "Present", "PRESENT", "presente", "assente", "present,", ",present",
		"present,,online", "presentt", "on line", "21", "21:", "21.07", "21:60", "25:00", "21:07-", "-21:40", "21:07--21:40",
		"21:07-21:40-22:00", "21:07–21:40", "21:07 - 21:40", " 21:07", "21:07 ", "21:07;21:40", "21:07\n", "-1:00", "present;online" };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refused(texts[i]);
}

static void
a_long_text_is_refused_without_harm(void **state)
{
	(void)state;
	static char text[100000];
	memset(text, 'x', sizeof text - 1);
	check_refused(text);
	memset(text, '2', sizeof text - 1);
	check_refused(text);
	memset(text, ',', sizeof text - 1);
	check_refused(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(present_is_the_whole_session_in_the_room),
		cmocka_unit_test(online_is_the_whole_session_on_line),
		cmocka_unit_test(absent_and_excused_have_neither_times_nor_a_place),
		cmocka_unit_test(a_time_is_an_arrival_that_lasts_to_the_end),
		cmocka_unit_test(two_times_are_an_arrival_and_a_departure),
		cmocka_unit_test(a_dropped_line_makes_two_spells),
		cmocka_unit_test(online_stands_anywhere_among_the_times),
		cmocka_unit_test(overlapping_spells_count_once),
		cmocka_unit_test(spells_that_touch_become_one),
		cmocka_unit_test(spells_come_out_in_the_order_of_time),
		cmocka_unit_test(what_is_written_of_a_mark_is_read_as_the_same),
		cmocka_unit_test(minutes_are_those_of_the_session),
		cmocka_unit_test(a_slip_in_a_word_is_answered_with_the_word),
		cmocka_unit_test(who_comes_early_or_stays_late_was_there),
		cmocka_unit_test(eight_spells_are_read_and_nine_refused),
		cmocka_unit_test(two_words_that_contradict_each_other_are_refused),
		cmocka_unit_test(two_places_at_once_are_refused),
		cmocka_unit_test(a_departure_before_the_arrival_is_refused),
		cmocka_unit_test(what_lies_outside_the_session_is_refused),
		cmocka_unit_test(what_is_no_mark_is_refused),
		cmocka_unit_test(a_long_text_is_refused_without_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
