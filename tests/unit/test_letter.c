/*
 * What members are told of their sessions, word for word: tests/golden/letter-KIND-LANGUAGE.txt (subject and text), .html, and
 * .ics. With UPDATE_GOLDEN set, these files become what is written now.
 */
#include <balint/amendment.h>
#include <balint/change.h>
#include <balint/fatal.h>
#include <balint/letter.h>
#include <balint/outbox.h>
#include <balint/query.h>
#include <balint/reminder.h>
#include <balint/setting.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ADD_SESSION \
	"INSERT INTO session (edition, date, start, finish, planned_on, every, planned_start, planned_finish, uid, changed_at)\n" \
	"VALUES (1, :date, '21:00', '22:30', :date, 2, '21:00', '22:30', '00000000-0000-4000-8000-0000' || replace(:date, '-', ''),\n" \
	"        '2021-02-01T10:00:00Z')"
#define ADD_PERSON \
	"INSERT INTO person (handle, family, given, family_key, given_key, email, language)\n" \
	"VALUES (:handle, :family, :given, :family, :given, :handle || '@example.org', :language)"

static void
set(struct store *store, const char *key, const char *value)
{
	struct refusal why = { "" };
	if (!setting_set(store, key, value, &why))
		fail_msg("%s", why.text);
}

/* On 20 March 2021: four sessions to come, the second on the 31st; Maria Rossi reads Italian and Hannah Müller English. */
static struct store *
fixture(void)
{
	static const struct {
		const char *handle, *family, *given, *language;
	} people[] = { { "rossi", "Rossi", "Maria", NULL }, { "muller", "Müller", "Hannah", "en" } };
	struct refusal why = { "" };
	setenv("BALINT_TODAY", "2021-03-20", 1);
	struct store *store = store_create("no-folder/balint.db", true, &why); /* in memory */
	assert_non_null(store);
	set(store, "association", "Circolo Balint");
	set(store, "from", "Segreteria <segreteria@example.org>");
	store_run(store,
	    SQL("INSERT INTO edition (code, number, year, title, programme, composition, every, at, minutes, venue, online, min, max, reference, joining)\n"
	        "VALUES ('9', 9, 2020, 'Gruppo Balint', 'annual', 'mixed', 2, '21:00', 90, 'Torino, via Po 1', 'https://zoom.example.org/j/000?pwd=1&a=b',\n"
	        "        1, 12, '{family}', 'whole')"));
	for (size_t i = 0; i < 2; i++) {
		store_run(store, SQL(ADD_PERSON), ARG("handle", people[i].handle), ARG("family", people[i].family), ARG("given", people[i].given),
		    ARG("language", people[i].language));
		store_run(store, SQL("INSERT INTO enrolment (edition, person, role, status) VALUES (1, :person, 'participant', 'active')"),
		    ARG("person", store_last_id(store)));
	}
	static const char *const dates[] = { "2021-03-24", "2021-03-31", "2021-04-14", "2021-04-28" };
	for (size_t i = 0; i < 4; i++)
		store_run(store, SQL(ADD_SESSION), ARG("date", dates[i]));
	return store;
}

static const struct date march_31 = { 18717 }, april_7 = { 18724 };

static struct edition
edition(void)
{
	return (struct edition){ .id = 1, .code = (char *)(uintptr_t) "9", .at = { 21 * 60 }, .minutes = 90 };
}

/* The newest notice of that kind to the person. */
static struct notice
newest(struct store *store, const char *kind, const char *handle)
{
	struct refusal why = { "" };
	struct notice notice = { 0 };
	int64_t id = store_number(store,
	    SQL("SELECT o.id\n"
	        "  FROM outbox AS o\n"
	        "  JOIN person AS p ON p.id = o.person\n"
	        " WHERE o.kind = :kind AND p.handle = :handle AND o.status = 'queued'\n"
	        " ORDER BY o.id DESC"),
	    ARG("kind", kind), ARG("handle", handle));
	if (!notice_find(store, id, &notice, &why))
		fail_msg("%s of %s: %s", kind, handle, why.text);
	return notice;
}

/* What it says; mail_release it. */
static struct mail
letter(struct store *store, const char *kind, const char *handle)
{
	struct refusal why = { "" };
	struct notice notice = newest(store, kind, handle);
	struct mail mail = { 0 };
	if (!letter_compose(store, &notice, &mail, &why))
		fail_msg("%s of %s: %s", kind, handle, why.text);
	return mail;
}

/* The person gets what waits for them of that kind. */
static void
tell(struct store *store, const char *kind, const char *handle)
{
	struct notice notice = newest(store, kind, handle);
	notice_sent(store, &notice, "-");
}

/* The whole of a file; "" if it is not there. */
static char *
read_file(const char *path)
{
	char *text = memory(1 << 16);
	FILE *file = fopen(path, "r");
	size_t length = file ? fread(text, 1, (1 << 16) - 1, file) : 0;
	text[length] = '\0';
	if (file)
		fclose(file);
	return text;
}

static void
check_golden(const char *kind, const char *language, const char *ending, const char *text)
{
	const char *root = getenv("BALINT_ROOT");
	char *path = memory_format("%s/tests/golden/letter-%s-%s.%s", root ? root : ".", kind, language, ending);
	FILE *file = getenv("UPDATE_GOLDEN") ? fopen(path, "w") : NULL;
	if (file) {
		fputs(text, file);
		fclose(file);
	}
	char *expected = read_file(path);
	assert_string_equal(text, expected);
	free(expected);
	free(path);
}

static void
check_letter(struct store *store, const char *kind, const char *handle, const char *language, const char *method)
{
	struct mail mail = letter(store, kind, handle);
	char *text = memory_format("%s\n\n%s", mail.subject, mail.text);
	check_golden(kind, language, "txt", text);
	check_golden(kind, language, "html", mail.html);
	if (method) {
		assert_string_equal(mail.method, method);
		check_golden(kind, language, "ics", mail.calendar);
	} else {
		assert_null(mail.method);
		assert_null(mail.calendar);
	}
	free(text);
	mail_release(&mail);
}

/* To Maria Rossi in Italian, to Hannah Müller in English. */
static void
check_letters(struct store *store, const char *kind, const char *method)
{
	check_letter(store, kind, "rossi", "it", method);
	check_letter(store, kind, "muller", "en", method);
	store_close(store);
}

static void
a_reminder_says_when_where_and_who_presents(void **state)
{
	(void)state;
	struct store *store = fixture();
	store_run(store, SQL("INSERT INTO presentation (session, person) SELECT 2, id FROM person"));
	reminder_queue(store, 1, 11);
	check_letters(store, "reminder", "PUBLISH");
}

/* The line of a text that begins so, or "". */
static void
check_line(const char *text, const char *beginning, const char *expected)
{
	char *wanted = memory_format("\n%s", beginning), line[512] = "";
	const char *found = strstr(text, wanted);
	if (found)
		snprintf(line, sizeof line, "%.*s", (int)strcspn(found + 1, "\n"), found + 1);
	assert_string_equal(line, expected);
	free(wanted);
}

/* What the letter of that kind says of who presents on 31 March; "" if nothing. */
static void
check_presenters(struct store *store, const char *kind, const char *expected)
{
	struct mail mail = letter(store, kind, "rossi");
	check_line(mail.text, "Presenta", expected);
	mail_release(&mail);
}

/* The session of 31 March is the first one, and by the rule Hannah Müller's turn. */
static struct store *
fixture_of_rota(void)
{
	struct store *store = fixture();
	store_run(store, SQL("UPDATE session SET date = '2021-04-07' WHERE id = 1"));
	store_run(store, SQL("UPDATE person SET language = NULL"));
	reminder_queue(store, 1, 11);
	return store;
}

static void
a_reminder_names_who_is_proposed_only_where_the_association_wants_it(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture_of_rota();
	const struct edition ninth = edition();
	check_presenters(store, "reminder", "");
	set(store, "rota", "yes");
	check_presenters(store, "reminder", "Presenta: Hannah Müller");
	assert_true(session_set(store, &ninth, march_31, &(struct session_facts){ .venue = "Sala 2", .at = TIME_NONE }, &why));
	check_presenters(store, "amendment", "");
	store_close(store);
}

static void
who_has_announced_an_absence_is_not_named(void **state)
{
	(void)state;
	struct store *store = fixture_of_rota();
	store_run(store, SQL("INSERT INTO presentation (session, person) VALUES (2, 1)"));
	check_presenters(store, "reminder", "Presenta: Maria Rossi");
	set(store, "rota", "yes");
	check_presenters(store, "reminder", "Presenta: Maria Rossi");
	store_run(store, SQL("INSERT INTO mark (session, person, status, marked_at, marked_by) VALUES (2, 1, 'excused', '', '')"));
	check_presenters(store, "reminder", "Presenta: Hannah Müller");
	set(store, "rota", "no");
	check_presenters(store, "reminder", "");
	store_run(store, SQL("INSERT INTO mark (session, person, status, mode, marked_at, marked_by) VALUES (2, 1, 'present', 'room', '', '')"));
	check_presenters(store, "reminder", "Presenta: Maria Rossi");
	store_close(store);
}

static void
a_turn_that_nobody_can_take_is_not_named(void **state)
{
	(void)state;
	struct store *store = fixture_of_rota();
	set(store, "rota", "yes");
	store_run(store, SQL("INSERT INTO mark (session, person, status, marked_at, marked_by) SELECT 2, id, 'excused', '', '' FROM person"));
	check_presenters(store, "reminder", "");
	store_close(store);
}

static void
a_cancellation_says_why(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	assert_true(session_cancel(store, &ninth, march_31, "sciopero dei treni", &why));
	check_letters(store, "cancellation", "CANCEL");
}

static void
a_restoration_says_that_it_is_held(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	assert_true(session_cancel(store, &ninth, march_31, "sciopero dei treni", &why));
	assert_true(session_restore(store, &ninth, march_31, &(struct session_facts){ .at = TIME_NONE }, &why));
	check_letters(store, "restoration", "REQUEST");
}

static void
move(struct store *store, struct date from, struct date to, struct daytime at, bool override)
{
	int64_t change;
	struct refusal why = { "" };
	const struct edition ninth = edition();
	const struct move move = { .to = to, .at = at, .reason = "sala occupata", .override = override };
	if (!change_move(store, &ninth, from, &move, &change, &why))
		fail_msg("%s", why.text);
}

static void
a_move_says_from_where_to_where(void **state)
{
	(void)state;
	struct store *store = fixture();
	move(store, march_31, april_7, TIME_NONE, true);
	check_letters(store, "move", "REQUEST");
}

static void
an_addition_says_all_of_it(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	const struct session_facts facts = { .venue = "Aula magna", .reason = "recupero", .at = { 20 * 60 }, .override = true };
	assert_true(session_add(store, &ninth, april_7, &facts, &why));
	store_run(store, SQL("UPDATE session SET uid = '00000000-0000-4000-8000-000020210407' WHERE id = 5"));
	check_letters(store, "addition", "REQUEST");
}

static void
an_amendment_says_how_it_is_now(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	assert_true(session_set(store, &ninth, march_31, &(struct session_facts){ .venue = "Aula magna", .at = { 20 * 60 + 30 }, .minutes = 120 }, &why));
	check_letters(store, "amendment", "REQUEST");
}

static void
a_question_says_what_would_change_and_how_to_answer(void **state)
{
	(void)state;
	struct store *store = fixture();
	move(store, march_31, april_7, (struct daytime){ 20 * 60 }, false);
	check_letters(store, "consent", NULL);
}

static void
another_time_of_the_same_day_is_a_move_too(void **state)
{
	(void)state;
	struct store *store = fixture();
	move(store, march_31, march_31, (struct daytime){ 20 * 60 }, true);
	struct mail mail = letter(store, "move", "rossi");
	assert_string_equal(mail.subject, "SPOSTATA: Seduta di mercoledì 31 marzo 2021, ore 20:00 – Gruppo Balint 9 ed 2020");
	check_line(mail.text, "la seduta", "la seduta di mercoledì 31 marzo 2021 comincerà alle ore 20:00 invece che alle 21:00.");
	check_line(mail.text, "Prima era", "Prima era: mercoledì 31 marzo 2021, ore 21:00");
	mail_release(&mail);
	mail = letter(store, "move", "muller");
	assert_string_equal(mail.subject, "MOVED: Session of Wednesday 31 March 2021, 20:00 – Gruppo Balint 9 ed 2020");
	check_line(mail.text, "the session", "the session of Wednesday 31 March 2021 will begin at 20:00 instead of 21:00.");
	mail_release(&mail);
	store_close(store);
}

static void
who_has_not_heard_of_a_move_is_told_where_the_session_was_before_it(void **state)
{
	(void)state;
	const struct date april_8 = { 18725 };
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	move(store, march_31, april_8, TIME_NONE, true);
	move(store, april_8, april_7, TIME_NONE, true);
	struct mail mail = letter(store, "move", "rossi");
	check_line(mail.text, "Prima era", "Prima era: mercoledì 31 marzo 2021, ore 21:00");
	mail_release(&mail);
	assert_true(session_cancel(store, &ninth, april_7, "neve", &why));
	mail = letter(store, "cancellation", "rossi");
	check_line(mail.text, "Prima era", "Prima era: mercoledì 31 marzo 2021, ore 21:00");
	check_line(mail.text, "Motivo", "Motivo: neve");
	mail_release(&mail);
	store_close(store);
}

static void
who_has_heard_of_a_move_is_told_the_next_one_from_there(void **state)
{
	(void)state;
	const struct date april_8 = { 18725 };
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	move(store, march_31, april_8, TIME_NONE, true);
	tell(store, "move", "rossi");
	move(store, april_8, april_7, TIME_NONE, true);
	struct mail mail = letter(store, "move", "rossi");
	check_line(mail.text, "Prima era", "Prima era: giovedì 8 aprile 2021, ore 21:00");
	mail_release(&mail);
	tell(store, "move", "rossi");
	assert_true(session_cancel(store, &ninth, april_7, "neve", &why));
	mail = letter(store, "cancellation", "rossi");
	check_line(mail.text, "Prima era", "");
	mail_release(&mail);
	store_close(store);
}

static void
what_was_taken_back_before_anybody_heard_of_it_is_no_news(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	move(store, march_31, april_7, TIME_NONE, true);
	move(store, april_7, march_31, TIME_NONE, true);
	struct notice notice = newest(store, "move", "rossi");
	assert_int_equal(notice_judge(store, &notice), NOTICE_POINTLESS);
	assert_true(session_cancel(store, &ninth, march_31, "neve", &why));
	notice = newest(store, "cancellation", "rossi");
	assert_int_equal(notice_judge(store, &notice), NOTICE_GOES);
	assert_true(session_restore(store, &ninth, march_31, &(struct session_facts){ 0 }, &why));
	notice = newest(store, "restoration", "rossi");
	assert_int_equal(notice_judge(store, &notice), NOTICE_POINTLESS);
	store_close(store);
}

static void
news_is_what_the_reader_does_not_know_yet(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct news news;
	struct store *store = fixture();
	const struct edition ninth = edition();
	move(store, march_31, april_7, TIME_NONE, true);
	assert_true(session_set(store, &ninth, april_7, &(struct session_facts){ .venue = "Aula magna" }, &why));
	struct notice notice = newest(store, "amendment", "rossi");
	assert_true(notice_news(store, &notice, &news));
	assert_string_equal(news.kind, "move");
	assert_int_equal(news.date.day, march_31.day);
	tell(store, "amendment", "rossi");
	assert_true(session_cancel(store, &ninth, april_7, "neve", &why));
	tell(store, "cancellation", "rossi");
	assert_true(session_restore(store, &ninth, april_7, &(struct session_facts){ 0 }, &why));
	notice = newest(store, "restoration", "rossi");
	assert_true(notice_news(store, &notice, &news));
	assert_string_equal(news.kind, "restoration");
	store_close(store);
}

static void
an_answer_counts_until_the_session_begins_here_or_there(void **state)
{
	(void)state;
	const struct date march_25 = { 18711 };
	struct store *store = fixture();
	move(store, march_31, march_25, TIME_NONE, false);
	struct mail mail = letter(store, "consent", "muller");
	check_line(mail.text, "Please", "Please reply to this message (or write to segreteria@example.org) with “yes” or “no” before Thursday 25 March 2021, 21:00.");
	mail_release(&mail);
	store_close(store);
}

static void
who_has_left_before_the_new_date_does_not_get_the_link(void **state)
{
	(void)state;
	struct store *store = fixture();
	store_run(store, SQL("UPDATE enrolment SET status = 'withdrawn', left_on = '2021-04-01' WHERE id = 1"));
	move(store, march_31, april_7, TIME_NONE, true);
	struct mail mail = letter(store, "move", "rossi");
	assert_null(strstr(mail.text, "zoom"));
	assert_null(strstr(mail.html, "zoom"));
	assert_null(strstr(mail.calendar, "zoom"));
	mail_release(&mail);
	mail = letter(store, "move", "muller");
	assert_non_null(strstr(mail.text, "zoom"));
	assert_non_null(strstr(mail.calendar, "CONFERENCE;"));
	mail_release(&mail);
	store_close(store);
}

static void
a_reminder_of_a_moved_session_says_when_it_was_planned(void **state)
{
	(void)state;
	struct store *store = fixture();
	move(store, march_31, april_7, TIME_NONE, true);
	tell(store, "move", "rossi");
	reminder_queue(store, 1, 18);
	struct mail mail = letter(store, "reminder", "rossi");
	check_line(mail.text, "Era prevista", "Era prevista: mercoledì 31 marzo 2021");
	check_line(mail.text, "Motivo", "");
	mail_release(&mail);
	store_close(store);
}

static void
a_session_without_a_place_is_online_and_a_link_that_is_none_is_told(void **state)
{
	(void)state;
	struct store *store = fixture();
	store_run(store, SQL("UPDATE edition SET venue = NULL, online = 'javascript:alert(1)'"));
	reminder_queue(store, 1, 11);
	struct mail mail = letter(store, "reminder", "rossi");
	check_line(mail.text, "Dove", "Dove: in linea");
	check_line(mail.text, "Collegamento", "Collegamento: javascript:alert(1)");
	assert_null(strstr(mail.html, "href=\"javascript"));
	mail_release(&mail);
	store_close(store);
}

static void
a_session_on_a_skipped_day_says_why_it_is_held(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	store_run(store, SQL("INSERT INTO suspension (kind, first_on, last_on, label) VALUES ('closure', '2021-04-07', '2021-04-07', 'Patrono')"));
	assert_true(session_add(store, &ninth, april_7, &(struct session_facts){ .reason = "recupero", .at = TIME_NONE, .override = true }, &why));
	struct mail mail = letter(store, "addition", "rossi");
	check_line(mail.text, "Si tiene", "Si tiene anche se il giorno è festivo o di sospensione: recupero");
	check_line(mail.text, "Motivo", "");
	mail_release(&mail);
	store_close(store);
}

static void
no_value_steers_a_page_or_a_calendar(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	set(store, "association", "Circolo <script>alert(1)</script> & C.");
	store_run(store, SQL("UPDATE person SET family = 'D''Angelò \"=cmd\" & <b>', email = 'a?b&c%d#e@example.org' WHERE id = 1"));
	store_run(store, SQL("UPDATE edition SET venue = 'Sala \"<i>\"; 1', title = 'Gruppo <script>' WHERE id = 1"));
	store_run(store, SQL("INSERT INTO presentation (session, person) VALUES (2, 1)"));
	assert_true(session_set(store, &ninth, march_31, &(struct session_facts){ .at = { 20 * 60 } }, &why));
	struct mail mail = letter(store, "amendment", "rossi");
	assert_non_null(strstr(mail.text, "Gentile Maria D'Angelò \"=cmd\" & <b>,\n"));
	assert_null(strstr(mail.html, "<script>"));
	assert_null(strstr(mail.html, "<b>"));
	assert_null(strstr(mail.html, "<i>"));
	assert_non_null(strstr(mail.html, "Gentile Maria D&#39;Angelò &quot;=cmd&quot; &amp; &lt;b&gt;,"));
assert_non_null(strstr(mail.calendar, "\r\nATTENDEE;CN=Maria D'Angelò ^'=cmd^' & <b>;RSVP=FALSE:mailto:a%3Fb%26c%25d%\r\n 23e@example.org\r\n"));
	mail_release(&mail);
	store_close(store);
}

static void
nobody_else_is_named_in_a_calendar(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = fixture();
	const struct edition ninth = edition();
	assert_true(session_cancel(store, &ninth, march_31, "neve", &why));
	struct mail mail = letter(store, "cancellation", "rossi");
	assert_non_null(strstr(mail.calendar, "\r\nATTENDEE;CN=Maria Rossi;RSVP=FALSE:mailto:rossi@example.org\r\n"));
	assert_null(strstr(mail.calendar, "muller"));
	assert_null(strstr(mail.calendar, "VALARM"));
	const char *event = strstr(mail.calendar, "BEGIN:VEVENT");
	assert_non_null(event);
	assert_null(strstr(event + 1, "BEGIN:VEVENT"));
	assert_null(strstr(strstr(mail.calendar, "ATTENDEE") + 1, "ATTENDEE"));
	mail_release(&mail);
	store_close(store);
}

static void
an_institution_is_addressed_as_one(void **state)
{
	(void)state;
	struct store *store = fixture();
	store_run(store, SQL("UPDATE person SET kind = 'institution', family = 'ASL Torino', given = '' WHERE id = 1"));
	reminder_queue(store, 1, 11);
	struct mail mail = letter(store, "reminder", "rossi");
	assert_memory_equal(mail.text, "Spettabile ASL Torino,\n", 23);
	mail_release(&mail);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reminder_says_when_where_and_who_presents),
		cmocka_unit_test(a_reminder_names_who_is_proposed_only_where_the_association_wants_it),
		cmocka_unit_test(who_has_announced_an_absence_is_not_named),
		cmocka_unit_test(a_turn_that_nobody_can_take_is_not_named),
		cmocka_unit_test(a_cancellation_says_why),
		cmocka_unit_test(a_restoration_says_that_it_is_held),
		cmocka_unit_test(a_move_says_from_where_to_where),
		cmocka_unit_test(an_addition_says_all_of_it),
		cmocka_unit_test(an_amendment_says_how_it_is_now),
		cmocka_unit_test(a_question_says_what_would_change_and_how_to_answer),
		cmocka_unit_test(another_time_of_the_same_day_is_a_move_too),
		cmocka_unit_test(who_has_not_heard_of_a_move_is_told_where_the_session_was_before_it),
		cmocka_unit_test(who_has_heard_of_a_move_is_told_the_next_one_from_there),
		cmocka_unit_test(what_was_taken_back_before_anybody_heard_of_it_is_no_news),
		cmocka_unit_test(news_is_what_the_reader_does_not_know_yet),
		cmocka_unit_test(an_answer_counts_until_the_session_begins_here_or_there),
		cmocka_unit_test(who_has_left_before_the_new_date_does_not_get_the_link),
		cmocka_unit_test(a_reminder_of_a_moved_session_says_when_it_was_planned),
		cmocka_unit_test(a_session_without_a_place_is_online_and_a_link_that_is_none_is_told),
		cmocka_unit_test(a_session_on_a_skipped_day_says_why_it_is_held),
		cmocka_unit_test(no_value_steers_a_page_or_a_calendar),
		cmocka_unit_test(nobody_else_is_named_in_a_calendar),
		cmocka_unit_test(an_institution_is_addressed_as_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
