#include <balint/mail.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* mail_make only reads: the texts need not be owned here. */
#define T(TEXT) ((char *)(uintptr_t)(TEXT))

static const struct mail plain = {
	.from = T("Segreteria <segreteria@example.org>"),
	.reply_to = T("soci@example.org"),
	.name = T("Anna Rossi"),
	.address = T("rossi@example.org"),
	.token = T("abc"),
	.stamp = T("2021-02-17T20:00:00Z"),
	.language = T("it"),
	.subject = T("Incontro"),
	.text = T("Ciao\n"),
	.html = T("<p>Ciao</p>\n"),
};

/* The message as a text; freed by the next call. */
static const char *
made(const struct mail *mail)
{
	static char *text;
	struct message message;
	struct refusal why = { "" };
	if (!mail_make(mail, &message, &why))
		fail_msg("%s", why.text);
	free(text);
	text = strndup(message.bytes, message.size);
	assert_int_equal(strlen(text), message.size);
	message_release(&message);
	return text;
}

static void
check_has(const char *text, const char *piece)
{
	if (!strstr(text, piece))
		fail_msg("'%s' is not in:\n%s", piece, text);
}

/* The headers are ASCII, of lines no longer than they must be, and as many as there should be. */
static const char *
check_headers(const struct mail *mail)
{
	const char *text = made(mail);
	size_t count = 0;
	for (const char *line = text; *line != '\n'; line = strchr(line, '\n') + 1) {
		size_t length = strcspn(line, "\n");
		assert_in_range(length, 1, 78);
		for (size_t i = 0; i < length; i++)
			assert_true((line[i] >= ' ' && line[i] <= '~') || (i == 0 && line[i] == '\t'));
		assert_int_not_equal(strspn(line, " \t"), length);
		count += *line != ' ' && *line != '\t';
	}
	assert_int_equal(count, 10);
	return text;
}

static void
check_to(const char *name, const char *expected)
{
	struct mail mail = plain;
	mail.name = T(name);
	check_has(check_headers(&mail), expected);
}

static void
check_subject(const char *subject, const char *expected)
{
	struct mail mail = plain;
	mail.subject = T(subject);
	check_has(check_headers(&mail), expected);
}

/* What the part with the plain text looks like. */
static void
check_text(const char *text, const char *expected)
{
	struct mail mail = plain;
	mail.text = T(text);
	check_has(made(&mail), expected);
}

static void
check_refused(const struct mail *mail, const char *expected)
{
	struct message message;
	struct refusal why = { "" };
	assert_false(mail_make(mail, &message, &why));
	assert_string_equal(why.text, expected);
	assert_null(message.bytes);
	message_release(&message);
}

static void
a_plain_mail_is_this_to_the_byte(void **state)
{
	(void)state;
	assert_string_equal(made(&plain),
	    "From: Segreteria <segreteria@example.org>\n"
	    "Reply-To: soci@example.org\n"
	    "To: Anna Rossi <rossi@example.org>\n"
	    "Subject: Incontro\n"
	    "Date: Wed, 17 Feb 2021 21:00:00 +0100\n"
	    "Message-ID: <ba7816bf8f01cfea414140de5dae2223b00361a3@example.org>\n"
	    "Auto-Submitted: auto-generated\n"
	    "MIME-Version: 1.0\n"
	    "Content-Type: multipart/alternative;\n"
	    "\tboundary=\"=_alternative_ba7816bf8f01cfea4141\"\n"
	    "Content-Language: it\n"
	    "\n"
	    "--=_alternative_ba7816bf8f01cfea4141\n"
	    "Content-Type: text/plain; charset=utf-8\n"
	    "Content-Transfer-Encoding: 7bit\n"
	    "\n"
	    "Ciao\n"
	    "\n"
	    "--=_alternative_ba7816bf8f01cfea4141\n"
	    "Content-Type: text/html; charset=utf-8\n"
	    "Content-Transfer-Encoding: 7bit\n"
	    "\n"
	    "<p>Ciao</p>\n"
	    "\n"
	    "--=_alternative_ba7816bf8f01cfea4141--\n");
}

static void
the_envelope_has_bare_addresses_and_the_hash_of_the_token(void **state)
{
	(void)state;
	struct message message;
	struct refusal why = { "" };
	assert_true(mail_make(&plain, &message, &why));
	assert_string_equal(message.sender, "segreteria@example.org");
	assert_string_equal(message.address, "rossi@example.org");
	assert_string_equal(message.hash, "ba7816bf8f01cfea414140de5dae2223b00361a3"); /* FIPS 180-2's example of SHA-256 */
	message_release(&message);
	assert_null(message.bytes);
}

static void
the_same_mail_has_the_same_bytes(void **state)
{
	(void)state;
	struct mail mail = plain;
	mail.qr = T("BCD");
	mail.method = T("REQUEST");
	mail.calendar = T("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
	char *first = strdup(made(&mail));
	assert_string_equal(made(&mail), first);
	free(first);
}

static void
the_date_is_that_of_rome_in_winter_and_in_summer(void **state)
{
	(void)state;
	struct mail mail = plain;
	mail.stamp = T("2021-03-28T00:59:59Z");
	check_has(made(&mail), "\nDate: Sun, 28 Mar 2021 01:59:59 +0100\n");
	mail.stamp = T("2021-03-28T01:00:00Z");
	check_has(made(&mail), "\nDate: Sun, 28 Mar 2021 03:00:00 +0200\n");
	mail.stamp = T("2021-12-31T23:30:00Z");
	check_has(made(&mail), "\nDate: Sat, 01 Jan 2022 00:30:00 +0100\n");
	mail.stamp = T("yesterday");
	check_refused(&mail, "'yesterday' is not a moment such as 2021-02-17T20:00:00Z");
}

static void
names_are_encoded_where_they_must_be(void **state)
{
	(void)state;
	check_to("Nicolò Müller", "\nTo: =?utf-8?Q?Nicol=C3=B2_M=C3=BCller?= <rossi@example.org>\n");
	check_to("Anna Agò Rossi", "\nTo: Anna =?utf-8?Q?Ag=C3=B2?= Rossi <rossi@example.org>\n");
	check_to("D'Angelo Ugo", "\nTo: D'Angelo Ugo <rossi@example.org>\n");
	check_to("De Luca, Giorgio", "\nTo: \"De Luca, Giorgio\" <rossi@example.org>\n");
	check_to("D'Angelò \"=cmd\"", "\nTo: =?utf-8?Q?D=27Angel=C3=B2_=22=3Dcmd=22?= <rossi@example.org>\n");
	check_to("Ugo \"\\\" <b@example.org>", "\nTo: \"Ugo \\\"\\\\\\\" <b@example.org>\" <rossi@example.org>\n");
	check_to("=?utf-8?Q?Ugo?=", "\nTo: =?utf-8?Q?=3D=3Futf-8=3FQ=3FUgo=3F=3D?= <rossi@example.org>\n");
	check_to("Ugo  Po", "\nTo: =?utf-8?Q?Ugo__Po?= <rossi@example.org>\n");
	check_to("", "\nTo: rossi@example.org\n");
}

static void
long_names_and_subjects_are_folded(void **state)
{
	(void)state;
	char word[401];
	memset(word, 'x', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	check_to(word, "\nTo: =?utf-8?Q?xxxxxxxx");
	check_subject(word, "\nSubject: =?utf-8?Q?xxxxxxxx");
	check_to("Associazione per la Promozione della Psicoterapia e della Formazione, Medici di Famiglia del Piemonte",
	    "\nTo: \"Associazione per la Promozione della Psicoterapia e della Formazione,\n"
	    " Medici di Famiglia del Piemonte\" <rossi@example.org>\n");
	check_subject("Promemoria: l'incontro di mercoledì 31 marzo comincia alle 21:00 e si tiene a Torino, o via Zoom",
	    "\nSubject: Promemoria: l'incontro di =?utf-8?Q?mercoled=C3=AC?= 31 marzo\n"
	    " comincia alle 21:00 e si tiene a Torino, o via Zoom\n");
	check_subject("山田太郎山田太郎", "\nSubject: =?utf-8?Q?=E5=B1=B1=E7=94=B0=E5=A4=AA=E9=83=8E=E5=B1=B1=E7=94=B0?=\n"
	                                  " =?utf-8?Q?=E5=A4=AA=E9=83=8E?=\n");
}

static void
no_control_character_makes_a_header(void **state)
{
	(void)state;
	check_to("Ugo\r\nBcc: b@example.org", "\nTo: =?utf-8?Q?Ugo__Bcc=3A_b=40example=2Eorg?= <rossi@example.org>\n");
	check_to("Ugo\nPo\x1b", "\nTo: Ugo Po <rossi@example.org>\n");
	check_to("\xff\xfe", "\nTo: =?utf-8?Q?=EF=BF=BD=EF=BF=BD?= <rossi@example.org>\n");
	check_subject("\n\nIncontro\n\nBuongiorno\n", "\nSubject: =?utf-8?Q?Incontro__Buongiorno?=\n");
	check_subject(" \t\r\n", "\nSubject:\n");
}

static void
an_address_that_is_none_is_refused(void **state)
{
	(void)state;
	struct mail mail = plain;
	mail.address = T("rossi@example.org\nBcc: b@example.org");
	check_refused(&mail, "'rossi@example.org\nBcc: b@example.org' is not a mail address such as name@example.org");
	mail.address = T("a@example.org, b@example.org");
	check_refused(&mail, "'a@example.org, b@example.org' is not a mail address such as name@example.org");
	mail = plain;
	mail.from = T("Segreteria");
	check_refused(&mail, "'Segreteria' is not a mail address such as name@example.org");
	mail = plain;
	mail.reply_to = T("Segreteria <>");
	check_refused(&mail, "'' is not a mail address such as name@example.org");
}

static void
text_that_is_not_plain_is_quoted_printable(void **state)
{
	(void)state;
	check_text("Però\n", "quoted-printable\n\nPer=C3=B2\n\n--=_");
	check_text("blank \ntab\t\n=\n\x1b[0m\n", "quoted-printable\n\nblank=20\ntab=09\n=3D\n=1B[0m\n\n--=_");
	check_text("From here\n>From there\n", "quoted-printable\n\n=46rom here\n>From there\n\n--=_");
	check_text("--=_alternative_ba7816bf8f01cfea4141\n", "quoted-printable\n\n--=3D_alternative_ba7816bf8f01cfea4141\n\n--=_");
	check_text("a\r\nb\rc\r\n", "quoted-printable\n\na\nb=0Dc\n\n--=_");
	check_text("no end", "7bit\n\nno end\n--=_");
	check_text("", "7bit\n\n\n--=_");
}

static void
lines_of_any_length_are_broken_at_76(void **state)
{
	(void)state;
	check_text("0123456789012345678901234567890123456789012345678901234567890123456789012345\n",
	    "7bit\n\n0123456789012345678901234567890123456789012345678901234567890123456789012345\n\n--=_");
	check_text("0123456789012345678901234567890123456789012345678901234567890123456789012345 x\n",
	    "quoted-printable\n\n012345678901234567890123456789012345678901234567890123456789012345678901234=\n5 x\n\n--=_");
	check_text("01234567890123456789012345678901234567890123456789012345678901234567890123è\n",
	    "quoted-printable\n\n01234567890123456789012345678901234567890123456789012345678901234567890123=\n=C3=A8\n\n--=_");
	check_text("012345678901234567890123456789012345678901234567890123456789012345678901234From here\n",
	    "quoted-printable\n\n012345678901234567890123456789012345678901234567890123456789012345678901234=\n=46rom here\n\n--=_");
}

static void
a_calendar_goes_with_its_method_and_its_crlf(void **state)
{
	(void)state;
	struct mail mail = plain;
	mail.method = T("CANCEL");
	mail.calendar = T("BEGIN:VCALENDAR\r\n");
	check_has(made(&mail), "<p>Ciao</p>\n\n--=_alternative_ba7816bf8f01cfea4141\n"
	                       "Content-Type: text/calendar; charset=utf-8; method=CANCEL\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFSDQo=\n"
	                       "\n--=_alternative_ba7816bf8f01cfea4141--\n");
}

static void
a_code_is_a_picture_that_belongs_to_the_html(void **state)
{
	(void)state;
	struct mail mail = plain;
	mail.qr = T("BCD");
	const char *text = made(&mail);
	check_has(text, "Content-Type: multipart/related; boundary=\"=_related_ba7816bf8f01cfea4141\";\n\ttype=\"text/html\"\n");
	check_has(text, "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Id: <qr>\nContent-Disposition: inline; filename=qr.png\n"
	                "\niVBORw0KGgo");
	char *long_text = calloc(1, 333);
	memset(long_text, 'x', 332);
	mail.qr = long_text;
	check_refused(&mail, "332 bytes are too many for a QR code; the most is 331");
	free(long_text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_mail_is_this_to_the_byte),
		cmocka_unit_test(the_envelope_has_bare_addresses_and_the_hash_of_the_token),
		cmocka_unit_test(the_same_mail_has_the_same_bytes),
		cmocka_unit_test(the_date_is_that_of_rome_in_winter_and_in_summer),
		cmocka_unit_test(names_are_encoded_where_they_must_be),
		cmocka_unit_test(long_names_and_subjects_are_folded),
		cmocka_unit_test(no_control_character_makes_a_header),
		cmocka_unit_test(an_address_that_is_none_is_refused),
		cmocka_unit_test(text_that_is_not_plain_is_quoted_printable),
		cmocka_unit_test(lines_of_any_length_are_broken_at_76),
		cmocka_unit_test(a_calendar_goes_with_its_method_and_its_crlf),
		cmocka_unit_test(a_code_is_a_picture_that_belongs_to_the_html),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
