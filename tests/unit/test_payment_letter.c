#include <balint/fatal.h>
#include <balint/letter.h>
#include <balint/outbox.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

enum { ROSSI = 1, CONTI, GRECO, ASL };

static struct store *store; /* a new one in memory for each test */
static char folder[64];     /* the association's own, where the style of all mails is empty */

static int
make_folder(void **state)
{
	(void)state;
	char path[128];
	snprintf(folder, sizeof folder, P_tmpdir "/balint-test-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/templates", folder);
	if (mkdir(path, 0700) != 0)
		return -1;
	snprintf(path, sizeof path, "%s/templates/mail.html", folder);
	FILE *file = fopen(path, "w");
	return !file || fputs("{{! None. }}\n", file) < 0 || fclose(file) != 0;
}

static int
remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(path);
}

static int
remove_folder(void **state)
{
	(void)state;
	return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static void
set(const char *key, const char *value)
{
	struct refusal why = { "" };
	if (!setting_set(store, key, value, &why))
		fail_msg("%s", why.text);
}

/* An edition of which Rossi pays for herself, and the ASL for Conti and Greco; each owes 85.40 on 31 March 2021. */
static int
make_store(void **state)
{
	(void)state;
	struct refusal why = { "" };
	setenv("BALINT_TODAY", "2021-03-20", 1);
	store = store_create("no-folder/balint.db", true, &why);
	if (!store)
		return -1;
	set("association", "Circolo Balint");
	set("payee", "Circolo Balint APS");
	set("iban", "IT92S0200801058000040951624");
	set("from", "Segreteria <segreteria@example.org>");
	set("directory", folder);
	store_run(store, SQL("INSERT INTO edition (id, code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining)\n"
	                     "VALUES (1, '9', 9, 2020, 'Gruppo Balint', 'annual', 'mixed', 2, '21:00', 90, 1, 12,\n"
	                     "        '{title} {number} ed {year}_{family}_{month}', 'whole')"));
	store_run(store, SQL("INSERT INTO person (id, handle, kind, family, given, family_key, given_key, email, payer) VALUES\n"
	                     "(4, 'asl', 'institution', 'ASL TO3', '', 'asl to3', '', 'asl@example.org', NULL),\n"
	                     "(1, 'rossi', 'person', 'Rossi', 'Maria', 'rossi', 'maria', 'rossi@example.org', NULL),\n"
	                     "(2, 'conti', 'person', 'Conti', 'Teresa', 'conti', 'teresa', 'conti@example.org', 4),\n"
	                     "(3, 'greco', 'person', 'Greco', 'Silvia', 'greco', 'silvia', 'greco@example.org', 4)"));
	store_run(store, SQL("INSERT INTO enrolment (id, edition, person, role, status)\n"
	                     "SELECT id, 1, id, 'participant', 'active' FROM person WHERE kind = 'person'"));
	store_run(store, SQL("INSERT INTO instalment (id, enrolment, due_on, net, vat, gross, reference, planned_on)\n"
	                     "SELECT id, id, '2021-03-31', 7000, 1540, 8540, 'Gruppo Balint 9 ed 2020_' || family || '_marzo', '2021-02-01'\n"
	                     "  FROM person WHERE kind = 'person'"));
	return 0;
}

static int
close_store(void **state)
{
	(void)state;
	store_close(store);
	return 0;
}

static void
pay(int64_t person, cents amount)
{
	store_run(store, SQL("INSERT INTO entry (kind, person, amount, date, recorded_at)\n"
	                     "VALUES ('payment', :person, :amount, '2021-03-10', '2021-03-10T00:00:00Z')"),
	    ARG("person", person), ARG("amount", amount));
	store_run(store, SQL("INSERT INTO allocation (entry, instalment, amount, date) VALUES (:entry, :person, :amount, '2021-03-10')"),
	    ARG("entry", store_last_id(store)), ARG("person", person), ARG("amount", amount));
}

/* The mail to that person about that instalment; step 0 is a request. */
static struct mail
compose(int64_t person, int64_t instalment, int step, const char *language)
{
	struct notice notice;
	struct mail mail = { 0 };
	struct refusal why = { "" };
	store_run(store, SQL("UPDATE person SET language = :language"), ARG("language", language));
	outbox_queue_payment(store, step ? "overdue" : "request", person, instalment, step);
	int64_t id = store_number(store, SQL("SELECT id FROM outbox WHERE person = :person AND coalesce(step, 0) = :step"), ARG("person", person), ARG("step", step));
	if (!notice_find(store, id, &notice, &why) || !letter_compose(store, &notice, &mail, &why))
		fail_msg("%s", why.text);
	return mail;
}

/* The text equals tests/golden/NAME; with UPDATE_GOLDEN set, it becomes it. */
static void
check_golden(const char *name, const char *text)
{
	const char *root = getenv("BALINT_ROOT");
	char *path = memory_format("%s/tests/golden/%s", root ? root : ".", name), *golden;
	FILE *file = fopen(path, getenv("UPDATE_GOLDEN") ? "w+" : "r");
	if (!file)
		fail_msg("%s cannot be opened", path);
	if (getenv("UPDATE_GOLDEN"))
		fputs(text, file);
	rewind(file);
	golden = memory(65536);
	golden[fread(golden, 1, 65535, file)] = '\0';
	fclose(file);
	assert_string_equal(text, golden);
	free(golden);
	free(path);
}

/* The subject, a blank line and the text; and the page, where a golden file for it is wanted. */
static void
check_letter(const char *name, const char *language, const struct mail *mail, bool page)
{
	char *file = memory_format("payment-%s-%s.txt", name, language), *text = memory_format("%s\n\n%s", mail->subject, mail->text);
	check_golden(file, text);
	free(file);
	free(text);
	file = memory_format("payment-%s-%s.html", name, language);
	if (page)
		check_golden(file, mail->html);
	free(file);
}

static const char *const languages[] = { "it", "en" };

static void
a_request_says_what_to_pay_by_when_and_how(void **state)
{
	(void)state;
	pay(ROSSI, 1460);
	set("bic", "UNCRITMM");
	for (int i = 0; i < 2; i++) {
		struct mail mail = compose(ROSSI, ROSSI, 0, languages[i]);
		check_letter("request", languages[i], &mail, true);
		assert_string_equal(mail.address, "rossi@example.org");
		assert_string_equal(mail.name, "Maria Rossi");
		assert_string_equal(mail.qr, "BCD\n002\n1\nSCT\nUNCRITMM\nCircolo Balint APS\nIT92S0200801058000040951624\nEUR70.80\n\n\n"
		                             "Gruppo Balint 9 ed 2020-Rossi-marzo");
		mail_release(&mail);
	}
}

static void
who_pays_for_several_gets_one_sum_and_whose_it_is(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct mail mail = compose(ASL, CONTI, 0, languages[i]);
		check_letter("several", languages[i], &mail, true);
		assert_non_null(strstr(mail.qr, "\nEUR170.80\n\n\nGruppo Balint 9 ed 2020-ASL TO3-marzo"));
		mail_release(&mail);
	}
}

static void
of_what_an_institution_pays_the_rest_is_named(void **state)
{
	(void)state;
	pay(CONTI, 8540);
	pay(GRECO, 40);
	struct mail mail = compose(ASL, CONTI, 0, "it");
	assert_non_null(strstr(mail.text, "Importo: € 85,00\n(già pagati € 0,40 su € 85,40)\n"));
	assert_non_null(strstr(mail.text, "\nRiguarda:\n- Silvia Greco: € 85,00\n\n"));
	mail_release(&mail);
}

static void
each_step_is_firmer_and_polite(void **state)
{
	(void)state;
	static const char *const days[] = { "2021-04-01", "2021-04-21", "2021-05-12" };
	for (int i = 0; i < 6; i++) {
		int step = i % 3 + 1;
		char *name = memory_format("overdue-%d", step);
		setenv("BALINT_TODAY", days[step - 1], 1);
		struct mail mail = compose(step == 2 ? ASL : ROSSI, step == 2 ? CONTI : ROSSI, step, languages[i / 3]);
		check_letter(name, languages[i / 3], &mail, false);
		mail_release(&mail);
		free(name);
	}
}

static void
only_the_last_step_is_called_the_last(void **state)
{
	(void)state;
	set("dunning", "1,2,3,4");
	setenv("BALINT_TODAY", "2021-04-10", 1);
	struct mail third = compose(ROSSI, ROSSI, 3, "it"), fourth = compose(ROSSI, ROSSI, 4, "it");
	assert_string_equal(third.subject, "Avviso n. 3: Gruppo Balint 9 ed 2020, rata di marzo 2021");
	assert_string_equal(fourth.subject, "Ultimo avviso: Gruppo Balint 9 ed 2020, rata di marzo 2021");
	mail_release(&third);
	mail_release(&fourth);
}

static void
a_late_request_says_that_the_day_has_passed(void **state)
{
	(void)state;
	setenv("BALINT_TODAY", "2021-04-02", 1);
	struct mail mail = compose(ROSSI, ROSSI, 0, "it");
	assert_non_null(strstr(mail.text, "era da pagare entro mercoledì 31 marzo 2021 e non ci risulta ancora pagata.\n"));
	mail_release(&mail);
	setenv("BALINT_TODAY", "2021-03-31", 1);
	mail = compose(ROSSI, ROSSI, 0, "it");
	assert_non_null(strstr(mail.text, " è da pagare entro mercoledì 31 marzo 2021.\n"));
	mail_release(&mail);
}

static void
what_no_bank_would_take_has_no_code(void **state)
{
	(void)state;
	store_run(store, SQL("UPDATE setting SET value = 'IT00' WHERE key = 'iban'"));
	struct mail mail = compose(ROSSI, ROSSI, 0, "it");
	assert_null(mail.qr);
	assert_null(strstr(mail.html, "cid:qr"));
	assert_null(strstr(mail.text, "QR"));
	assert_non_null(strstr(mail.text, "\nGruppo Balint 9 ed 2020_Rossi_marzo\n"));
	mail_release(&mail);
}

static void
a_hostile_text_stays_a_text(void **state)
{
	(void)state;
	store_run(store, SQL("UPDATE person SET family = '<script>\"&''', given = 'X' || char(27) || '[31m' WHERE id = 1"));
	store_run(store, SQL("UPDATE instalment SET reference = 'A\"B<C>&\"=cmd' WHERE id = 1"));
	struct mail mail = compose(ROSSI, ROSSI, 0, "it");
	assert_null(strstr(mail.html, "<script>"));
	assert_non_null(strstr(mail.html, ">A&quot;B&lt;C&gt;&amp;&quot;=cmd</strong>"));
	assert_non_null(strstr(mail.text, "\nA\"B<C>&\"=cmd\n"));
	assert_null(strchr(mail.text, '\x1b'));
	assert_null(strchr(mail.html, '\x1b'));
	assert_null(strchr(mail.subject, '\x1b'));
	mail_release(&mail);
}

static void
a_subject_can_be_shown_when_all_is_paid(void **state)
{
	(void)state;
	struct notice notice;
	struct refusal why = { "" };
	pay(ROSSI, 8540);
	outbox_queue_payment(store, "request", ROSSI, ROSSI, 0);
	assert_true(notice_find(store, 1, &notice, &why));
	char *subject = letter_subject(store, &notice, &why);
	assert_string_equal(subject, "Gruppo Balint 9 ed 2020, rata di marzo 2021");
	free(subject);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_request_says_what_to_pay_by_when_and_how, make_store, close_store),
		cmocka_unit_test_setup_teardown(who_pays_for_several_gets_one_sum_and_whose_it_is, make_store, close_store),
		cmocka_unit_test_setup_teardown(of_what_an_institution_pays_the_rest_is_named, make_store, close_store),
		cmocka_unit_test_setup_teardown(each_step_is_firmer_and_polite, make_store, close_store),
		cmocka_unit_test_setup_teardown(only_the_last_step_is_called_the_last, make_store, close_store),
		cmocka_unit_test_setup_teardown(a_late_request_says_that_the_day_has_passed, make_store, close_store),
		cmocka_unit_test_setup_teardown(what_no_bank_would_take_has_no_code, make_store, close_store),
		cmocka_unit_test_setup_teardown(a_hostile_text_stays_a_text, make_store, close_store),
		cmocka_unit_test_setup_teardown(a_subject_can_be_shown_when_all_is_paid, make_store, close_store),
	};
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
