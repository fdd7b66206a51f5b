/* What bank_outcome.h writes of MT940, rule by rule. A statement is made of its :61: and :86: fields and of its sum. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_outcome.h"
#include "vectors.h"

#define IBAN "IT92S0200801058000040951624"
#define HEAD ":20:S\n:25:" IBAN "\n:28C:1/1\n:60F:C210303EUR1000,00\n"
#define END_85 ":62F:C210304EUR1085,40\n-\n"
#define END_0 ":62F:C210304EUR1000,00\n-\n"
#define IN_85 ":61:2103040304CR85,40NTRFNONREF\n"
#define SUM_85 "= mt940 " IBAN " 1000.00 1085.40\n"

static void
check(const char *bytes, const char *expected)
{
	check_bytes(mt940_read, bytes, strlen(bytes), expected);
}

/* A credit of 85.40 with this :86:. */
static void
check_details(const char *details, const char *payer_iban_text)
{
	char bytes[8192], expected[8192];
	snprintf(bytes, sizeof bytes, HEAD IN_85 ":86:%s\n" END_85, details);
	snprintf(expected, sizeof expected, "5: 2021-03-04 2021-03-04 85.40 %s|\n" SUM_85, payer_iban_text);
	check(bytes, expected);
}

/* One :61:, which stands on line 5. */
static void
check_movement(const char *movement, const char *closing, const char *expected)
{
	char bytes[8192];
	snprintf(bytes, sizeof bytes, HEAD ":61:%s\n:62F:%s\n", movement, closing);
	check(bytes, expected);
}

static void
the_vector_gives_its_two_movements(void **state)
{
	(void)state;
	FILE *file = open_data("mt940-1.sta");
	char *text = outcome_of(mt940_read, file);
	assert_string_equal(text, "5: 2021-03-04 2021-03-04 85.40 ROSSI MARIA||BONIFICO DA ROSSI MARIA PER GRUPPO BALINT 9 ED 2020-ROSSI-FEBBRAIO|0120210304000123/0\n"
	                          "9: 2021-03-04 2021-03-04 -3.23 ||COMMISSIONI|\n"
	                          "= mt940 " IBAN " 1000.00 1082.17\n");
	free(text);
	fclose(file);
}

static void
lines_end_with_lf_or_crlf_and_the_last_needs_none(void **state)
{
	(void)state;
	const char *expected = "5: 2021-03-04 2021-03-04 85.40 ||X|\n" SUM_85;
	check(HEAD IN_85 ":86:X\n:62F:C210304EUR1085,40", expected);
	check(":20:S\r\n:25:" IBAN "\r\n:28C:1/1\r\n:60F:C210303EUR1000,00\r\n:61:2103040304CR85,40NTRFNONREF\r\n:86:X\r\n:62F:C210304EUR1085,40\r\n-\r\n", expected);
	check("\xef\xbb\xbf" HEAD IN_85 ":86:X\n" END_85, expected);
}

static void
an_envelope_is_left_aside(void **state)
{
	(void)state;
	check("{1:F01UNCRITMMXXXX0000000000}{2:I940UNCRITMMXXXXN}{4:\n" HEAD IN_85 ":86:X\n:62F:C210304EUR1085,40\n-}{5:{CHK:123456789ABC}}\n",
	    "6: 2021-03-04 2021-03-04 85.40 ||X|\n" SUM_85);
	check("\x01{1:F01UNCRITMMXXXX0000000000}{4::20:S\n:25:" IBAN "\n:60F:C210303EUR1000,00\n:62F:C210303EUR1000,00\n-}\x03\n", "= mt940 " IBAN " 1000.00 1000.00\n");
	check("Estratto conto\n\n" HEAD END_0, "= mt940 " IBAN " 1000.00 1000.00\n");
}

static void
marks_say_where_the_money_goes(void **state)
{
	(void)state;
	check_movement("210304C85,40NTRFNONREF", "C210304EUR1085,40", "5: 2021-03-04 2021-03-04 85.40 |||\n" SUM_85);
	check_movement("210304D85,40NTRFNONREF", "C210304EUR914,60", "5: 2021-03-04 2021-03-04 -85.40 |||\n= mt940 " IBAN " 1000.00 914.60\n");
	check_movement("210304RC85,40NTRFNONREF", "C210304EUR914,60", "5: 2021-03-04 2021-03-04 -85.40 ||| storno\n= mt940 " IBAN " 1000.00 914.60\n");
	check_movement("210304RDR85,40NTRFNONREF", "C210304EUR1085,40", "5: 2021-03-04 2021-03-04 85.40 ||| storno\n" SUM_85);
	check_movement("210304X85,40NTRFNONREF", "C210304EUR1085,40", "5! :61: 'X8' is none of the marks C, D, RC and RD\n");
	check_movement("210304R85,40NTRFNONREF", "C210304EUR1085,40", "5! :61: '85' is none of the marks C, D, RC and RD\n");
}

static void
amounts_have_a_comma(void **state)
{
	(void)state;
	check_movement("210304C85,4NTRFNONREF", "C210304EUR1085,4", "5: 2021-03-04 2021-03-04 85.40 |||\n" SUM_85);
	check_movement("210304C85,NTRFNONREF", "C210304EUR1085,", "5: 2021-03-04 2021-03-04 85.00 |||\n= mt940 " IBAN " 1000.00 1085.00\n");
	check_movement("210304C0,00NTRFNONREF", "C210304EUR1000,00", "= mt940 " IBAN " 1000.00 1000.00\n");
	check_movement("210304C85.40NTRFNONREF", "C210304EUR1085,40", "5! :61: '85.40NTRFNONREF' does not begin with an amount such as 85,40\n");
	check_movement("210304CNTRFNONREF", "C210304EUR1085,40", "5! :61: 'TRFNONREF' does not begin with an amount such as 85,40\n");
	check_movement("210304C85,405NTRFNONREF", "C210304EUR1085,40", "5! :61: '85,405' is not a whole number of cents\n");
	check_movement("210304C1.085,40NTRFNONREF", "C210304EUR1085,40", "5! :61: '1.085,40' is not an amount\n");
	check_movement("210304C1000000000,00NTRFNONREF", "C210304EUR1085,40", "5! :61: '1000000000,00' is more than any amount here: 999999999.99\n");
	check_movement("210304C85,40", "C210304EUR1085,40", "5! :61: '' is not a type of movement such as NTRF\n");
}

static void
the_entry_date_is_of_the_year_nearest_to_the_value_date(void **state)
{
	(void)state;
	check_movement("2101021230C85,40NTRFNONREF", "C210304EUR1085,40", "5: 2020-12-30 2021-01-02 85.40 |||\n" SUM_85);
	check_movement("2012300102C85,40NTRFNONREF", "C210304EUR1085,40", "5: 2021-01-02 2020-12-30 85.40 |||\n" SUM_85);
	check_movement("2403010229C85,40NTRFNONREF", "C210304EUR1085,40", "5: 2024-02-29 2024-03-01 85.40 |||\n" SUM_85);
	check_movement("991231C85,40NTRFNONREF", "C210304EUR1085,40", "5: 1999-12-31 1999-12-31 85.40 |||\n" SUM_85);
	check_movement("2103010229C85,40NTRFNONREF", "C210304EUR1085,40", "5! :61: '0229' is not a date MMDD near the value date\n");
	check_movement("210230C85,40NTRFNONREF", "C210304EUR1085,40", "5! :61: '210230' is not a date YYMMDD\n");
	check_movement("21030C85,40NTRFNONREF", "C210304EUR1085,40", "5! :61: '21030C' is not a date YYMMDD\n");
	check_movement("210304030C85,40NTRFNONREF", "C210304EUR1085,40", "5! :61: '030C' is not a date MMDD near the value date\n");
}

static void
the_banks_reference_is_the_id_and_the_payers_is_not(void **state)
{
	(void)state;
	check_movement("210304C85,40NTRFFATTURA 12//0120210304000123", "C210304EUR1085,40", "5: 2021-03-04 2021-03-04 85.40 |||0120210304000123/0\n" SUM_85);
	check_movement("210304C85,40NTRFFATTURA 12", "C210304EUR1085,40", "5: 2021-03-04 2021-03-04 85.40 |||\n" SUM_85);
	check_movement("210304C85,40S103NONREF//NONREF", "C210304EUR1085,40", "5: 2021-03-04 2021-03-04 85.40 |||\n" SUM_85);
	check_movement("210304C85,40NTRFNONREF//NOTPROVIDED", "C210304EUR1085,40", "5: 2021-03-04 2021-03-04 85.40 |||\n" SUM_85);
	check_movement("210304C85,40NTRFNONREF//0000000000", "C210304EUR1085,40", "5: 2021-03-04 2021-03-04 85.40 |||\n" SUM_85);
}

static void
further_lines_of_a_movement_are_its_text_only_without_details(void **state)
{
	(void)state;
	check(HEAD ":61:210304C85,40NTRFNONREF\nBONIFICO\n" END_85, "5: 2021-03-04 2021-03-04 85.40 ||BONIFICO|\n" SUM_85);
	check(HEAD ":61:210304C85,40NTRFNONREF\nBONIFICO\n:86:ROSSI\n" END_85, "5: 2021-03-04 2021-03-04 85.40 ||ROSSI|\n" SUM_85);
	check(HEAD ":61:210304C85,40NTRFNONREF\n:86:ROSSI\n:86:MARZO\n" END_85, "5: 2021-03-04 2021-03-04 85.40 ||ROSSI MARZO|\n" SUM_85);
}

static void
only_a_full_line_goes_on_in_the_middle_of_a_word(void **state)
{
	(void)state;
	check_details("GRUPPO BALINT 9\nED 2020 ROSSI\nMARZO", "||GRUPPO BALINT 9 ED 2020 ROSSI MARZO");
	check_details("BONIFICO DISPOSTO DALLA SIG.RA ROSSI MARIA GRUPPO BALINT 9 ED 202\n0 ROSSI MARZO", "||BONIFICO DISPOSTO DALLA SIG.RA ROSSI MARIA GRUPPO BALINT 9 ED 2020 ROSSI MARZO");
	check_details("BONIFICO DISPOSTO DALLA SIG.RA ROSSI MARIA GRUPPO BALINT 9 EDIZ. \n2020 ROSSI", "||BONIFICO DISPOSTO DALLA SIG.RA ROSSI MARIA GRUPPO BALINT 9 EDIZ. 2020 ROSSI");
	check_details("GRUPPO   BALINT\t9 \n  ROSSI", "||GRUPPO BALINT 9 ROSSI");
}

static void
the_payer_of_a_transfer_stands_between_da_and_per(void **state)
{
	(void)state;
	check_details("BONIFICO SEPA DA: ROSSI MARIA PER: GRUPPO BALINT", "ROSSI MARIA||BONIFICO SEPA DA: ROSSI MARIA PER: GRUPPO BALINT");
	check_details("Bonifico a vostro favore da Da Silva Ana per marzo", "Da Silva Ana||Bonifico a vostro favore da Da Silva Ana per marzo");
	check_details("BONIFICO DA ROSSI MARIA", "||BONIFICO DA ROSSI MARIA");
	check_details("GRUPPO DA MARZO PER ROSSI", "||GRUPPO DA MARZO PER ROSSI");
	check_details("BONIFICO DALLA PERUGINA PER MARZO", "||BONIFICO DALLA PERUGINA PER MARZO");
}

static void
subfields_give_text_payer_and_iban(void **state)
{
	(void)state;
	check_details("166?00GUTSCHRIFT?20GRUPPO BALINT 9 ED 2020-ROS?21SI-FEBBRAIO?30UNCRITM1XXX?31IT60X0542811101000000123456\n?32ROSSI?33MARIA",
	    "ROSSI MARIA|IT60X0542811101000000123456|GRUPPO BALINT 9 ED 2020-ROSSI-FEBBRAIO");
	check_details("166?00GUTSCHRIFT?20EREF+NOTPROVIDED?21SVWZ+ROSSI 03/2021?22ABWA+BIANCHI?32ROSSI MARIA", "ROSSI MARIA||ROSSI 03/2021");
	check_details("?20ROSSI?21MARZO?60ANCORA", "||ROSSI MARZO ANCORA");
	check_details("805?00COMMISSIONI?3112345678", "||COMMISSIONI");
	check_details("166?20ROSSI MAR\nZO?21SÌ?", "||ROSSI MARZO SÌ?");
}

static void
code_words_give_text_payer_and_iban(void **state)
{
	(void)state;
	check_details("/ORDP//NAME/ROSSI MARIA/IBAN/IT60X0542811101000000123456/BENM//NAME/IL NODO/REMI/GRUPPO BALINT 9 ROSSI 03/2021/EREF/NOTPROVIDED",
	    "ROSSI MARIA|IT60X0542811101000000123456|GRUPPO BALINT 9 ROSSI 03/2021");
	check_details("/CNTP/IT60X0542811101000000123456/UNCRITM1XXX/ROSSI MARIA/TORINO///REMI/USTD//GRUPPO BALINT\nMARZO/", "ROSSI MARIA|IT60X0542811101000000123456|GRUPPO BALINT MARZO");
	check_details("/ORDP/ROSSI MARIA/REMI/MARZO", "ROSSI MARIA||MARZO");
	check_details("/NAME/ROSSI MARIA/ISDT/20210304", "ROSSI MARIA||/NAME/ROSSI MARIA/ISDT/20210304");
	check_details("/ORDP/NAME/ROSSI/REMI/", "ROSSI||/ORDP/NAME/ROSSI/REMI/");
	check_details("ROSSI/MARZO/2021", "||ROSSI/MARZO/2021");
	check(HEAD ":61:210304D85,40NTRFNONREF\n:86:/ORDP//NAME/IL NODO/BENM//NAME/ROSSI MARIA/REMI/RIMBORSO\n:62F:C210304EUR914,60\n",
	    "5: 2021-03-04 2021-03-04 -85.40 ROSSI MARIA||RIMBORSO|\n= mt940 " IBAN " 1000.00 914.60\n");
	check(HEAD ":61:210304RC85,40NTRFNONREF\n:86:/ORDP//NAME/ROSSI MARIA/BENM//NAME/IL NODO/REMI/MARZO\n:62F:C210304EUR914,60\n",
	    "5: 2021-03-04 2021-03-04 -85.40 ROSSI MARIA||MARZO| storno\n= mt940 " IBAN " 1000.00 914.60\n");
}

static void
texts_are_utf8_or_windows_1252_without_control_characters(void **state)
{
	(void)state;
	check_details("D'AL\xc3\x92 NICOL\xc3\x92", "||D'ALÒ NICOLÒ");
	check_details("D'AL\xd2 NICOL\xd2 \x80 85", "||D'ALÒ NICOLÒ € 85");
	check_details("A\x1b[31mB\x7f" "C\xe2\x80\xae" "D", "||A [31mB C D");
	check_details("=cmd|' /C calc'!A0", "||=cmd|' /C calc'!A0");
}

static void
pages_and_days_follow_one_another(void **state)
{
	(void)state;
	check(":20:S\n:25:" IBAN "\n:28C:1/1\n:60F:C210303EUR1000,00\n" IN_85 ":62M:C210304EUR1085,40\n-\n"
	      ":20:S\n:25:" IBAN "\n:28C:1/2\n:60M:C210304EUR1085,40\n:61:210304D5,00NMSCNONREF\n:62F:C210304EUR1080,40\n:64:C210304EUR1080,40\n:86:FINE\n",
	    "5: 2021-03-04 2021-03-04 85.40 |||\n12: 2021-03-04 2021-03-04 -5.00 |||\n= mt940 " IBAN " 1000.00 1080.40\n");
	check(HEAD END_0 ":20:S\n:25:" IBAN "\n:28C:2\n:60F:C210304EUR1000,01\n:62F:C210305EUR1000,01\n",
	    "refused: FILE: statement 'S 2' begins with 1000.01, but the one before ends with 1000.00: something between them is missing, or they are not in order\n");
	check(HEAD END_0 ":20:S\n:25:IT60X0542811101000000123456\n:28C:2\n:60F:C210304EUR1000,00\n:62F:C210305EUR1000,00\n",
	    "refused: FILE: the file is of more than one account: statement 'S 2' is of IT60X0542811101000000123456, the ones before are of " IBAN
	    "; ask the bank for one file an account\n");
}

static void
a_statement_that_does_not_add_up_is_refused(void **state)
{
	(void)state;
	check(HEAD IN_85 END_0, "5: 2021-03-04 2021-03-04 85.40 |||\n"
	                        "refused: FILE: statement 'S 1/1' does not add up: 1000.00 and movements of 85.40 make 1085.40, but it ends with 1000.00; get the file from the bank again\n");
	check(":20:S\n:25:" IBAN "\n:60F:D210303EUR10,00\n" IN_85 ":62F:C210304EUR75,40\n", "4: 2021-03-04 2021-03-04 85.40 |||\n= mt940 " IBAN " -10.00 75.40\n");
}

static void
the_account_may_have_a_bank_or_a_currency_about_it(void **state)
{
	(void)state;
	check(":20:S\n:25:" IBAN "EUR\n:60F:C210303EUR1,00\n:62F:C210303EUR1,00\n", "= mt940 " IBAN " 1.00 1.00\n");
	check(":20:S\n:25:UNCRITMM/it92 s020 0801 0580 0004 0951 624\n:60F:C210303EUR1,00\n:62F:C210303EUR1,00\n", "= mt940 " IBAN " 1.00 1.00\n");
	check(":20:S\n:25:02008/40951624\n:60F:C210303EUR1,00\n:62F:C210303EUR1,00\n", "= mt940  1.00 1.00\n");
}

static void
what_is_missing_or_stands_wrong_is_a_fault_of_its_line(void **state)
{
	(void)state;
	check(HEAD ":86:ROSSI\n" END_0, "5! :86: has no :61: before it\n");
	check(HEAD IN_85, "5: 2021-03-04 2021-03-04 85.40 |||\n1! the statement that begins here has no :62F:; the file is not whole\n");
	check(":20:S\n:25:" IBAN "\n:34F:EUR0,00\n" IN_85, "4: 2021-03-04 2021-03-04 85.40 |||\n1! the statement that begins here has no :60F:; a file of MT942 is none\n");
	check(":20:S\n:60F:C210303EUR1,00\n:62F:C210303EUR1,00\n", "1! the statement that begins here has no :25:, which names its account\n");
	check(":20:S\n:25:" IBAN "\n:60F:C210303USD1,00\n:62F:C210303EUR1,00\n", "3! :60F: the currency is 'USD'; only EUR is counted here\n");
	check(":20:S\n:25:" IBAN "\n:60F:X210303EUR1,00\n:62F:C210399EUR1,00\n", "3! :60F: 'X' is neither C nor D\n4! :62F: '210399' is not a date YYMMDD\n");
	check(":20:S\n:25:" IBAN "\n:60F:C210303EUR1.00\n:62F:C210303EUR1,00 X\n", "3! :60F: '1.00' is not an amount such as 1000,00\n4! :62F: ' X' stands behind the amount\n");
	check(":20:S\n:25:" IBAN "\n:60F:C210303EUR1,00\n2103040304CR85,40NTRFNONREF\n:62F:C210303EUR1,00\n", "4! the line belongs to no field\n");
	check(HEAD END_0 "2103040304CR85,40NTRFNONREF\n", "7! the line belongs to no field\n");
	check(HEAD ":60F:C210303EUR1,00\n" END_0, "5! :60F: stands twice in one statement\n");
	check("", "refused: FILE: there is no statement in it (no field such as :20:)\n");
	check("Data;Importo\n1;2\n", "refused: FILE: there is no statement in it (no field such as :20:)\n");
}

static void
every_fault_is_named(void **state)
{
	(void)state;
	check(HEAD ":61:21X\n:86:A\n:61:2103040304C1,NTRF\n:86:B\n:61:210304Z\n" END_0,
	    "5! :61: '21X' is not a date YYMMDD\n7: 2021-03-04 2021-03-04 1.00 ||B|\n9! :61: 'Z' is none of the marks C, D, RC and RD\n");
}

static void
lengths_are_bounded(void **state)
{
	(void)state;
	char *bytes = malloc(200000), *end = bytes + sprintf(bytes, HEAD IN_85 ":86:");
	memset(end, 'X', 100000);
	strcpy(end + 100000, "\n" END_85);
	char *text = outcome_of_bytes(mt940_read, bytes, strlen(bytes));
	assert_memory_equal(text, "6! the line is longer than 4095 bytes\n", 38);
	free(text);
	free(bytes);
}

static void
a_long_text_is_a_fault(void **state)
{
	(void)state;
	char bytes[20000], *end = bytes + sprintf(bytes, HEAD IN_85 ":86:X");
	for (int i = 0; i < 150; i++)
		end += sprintf(end, "\nROSSI MARIA GRUPPO BALINT 9 ED 2020");
	strcpy(end, "\n" END_85);
	char *text = outcome_of_bytes(mt940_read, bytes, strlen(bytes));
	assert_non_null(strstr(text, "5! a text of the movement is longer than 4095 bytes\n"));
	free(text);
}

static void
only_mt940_is_recognised(void **state)
{
	(void)state;
	static const char *const good[] = { HEAD, "{1:F01}{2:I}{4:\r\n:20:S\r\n:25:1\r\n", "{1:F01}{4::20:S\n:25P:1\n", "\xef\xbb\xbf" HEAD, "STARTUMS\n" HEAD };
	static const char *const bad[] = { "", ":20:", "Data;:20:;x\n", "<?xml version=\"1.0\"?>", "a:20:\n:25:" };
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(mt940_recognised(good[i], strlen(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(mt940_recognised(bad[i], strlen(bad[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_vector_gives_its_two_movements),
		cmocka_unit_test(lines_end_with_lf_or_crlf_and_the_last_needs_none),
		cmocka_unit_test(an_envelope_is_left_aside),
		cmocka_unit_test(marks_say_where_the_money_goes),
		cmocka_unit_test(amounts_have_a_comma),
		cmocka_unit_test(the_entry_date_is_of_the_year_nearest_to_the_value_date),
		cmocka_unit_test(the_banks_reference_is_the_id_and_the_payers_is_not),
		cmocka_unit_test(further_lines_of_a_movement_are_its_text_only_without_details),
		cmocka_unit_test(only_a_full_line_goes_on_in_the_middle_of_a_word),
		cmocka_unit_test(the_payer_of_a_transfer_stands_between_da_and_per),
		cmocka_unit_test(subfields_give_text_payer_and_iban),
		cmocka_unit_test(code_words_give_text_payer_and_iban),
		cmocka_unit_test(texts_are_utf8_or_windows_1252_without_control_characters),
		cmocka_unit_test(pages_and_days_follow_one_another),
		cmocka_unit_test(a_statement_that_does_not_add_up_is_refused),
		cmocka_unit_test(the_account_may_have_a_bank_or_a_currency_about_it),
		cmocka_unit_test(what_is_missing_or_stands_wrong_is_a_fault_of_its_line),
		cmocka_unit_test(every_fault_is_named),
		cmocka_unit_test(lengths_are_bounded),
		cmocka_unit_test(a_long_text_is_a_fault),
		cmocka_unit_test(only_mt940_is_recognised),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
