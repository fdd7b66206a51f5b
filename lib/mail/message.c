#include "header.h"
#include "quoted.h"

#include <balint/fatal.h>
#include <balint/mail.h>
#include <balint/qr.h>
#include <balint/text.h>

#include <gmime/gmime.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BOUNDARY_SIZE = 40 };

/*
 * It starts once and stays: after g_mime_shutdown it would not start again, and when the program ends for want of memory that
 * would crash. It would have SIGPIPE ignored from then on, which we do not want.
 */
static void
start_library(void)
{
	static bool started;
	struct sigaction before;
	if (started)
		return;
	started = true;
	sigaction(SIGPIPE, NULL, &before);
	g_mime_init();
	sigaction(SIGPIPE, &before, NULL);
}

/* The name in a mailbox, "" without one; owned by the caller. */
static char *
name_within(const char *mailbox)
{
	return strchr(mailbox, '<') ? memory_format("%.*s", (int)strcspn(mailbox, "<"), mailbox) : memory_text("");
}

/* Whoever reads it knows Rome's time; NULL if the stamp is none. */
static GDateTime *
local_time(const char *stamp, struct refusal *why)
{
	GTimeZone *rome = g_time_zone_new_identifier("Europe/Rome");
	GDateTime *universal = g_date_time_new_from_iso8601(stamp, NULL), *local = NULL;
	if (!rome)
		refuse(why, "the time zone Europe/Rome is not on this machine; install tzdata");
	else if (!universal)
		refuse(why, "'%s' is not a moment such as 2021-02-17T20:00:00Z", stamp);
	else
		local = g_date_time_to_timezone(universal, rome);
	if (universal)
		g_date_time_unref(universal);
	if (rome)
		g_time_zone_unref(rome);
	return local;
}

static void
hash(const char *token, char text[MAIL_HASH])
{
	char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, token, -1);
	snprintf(text, MAIL_HASH, "%s", sum);
	g_free(sum);
}

/* A part with a copy of the bytes, which are encoded already if `now` is no default. */
static GMimeObject *
make_part(const char *type, const char *subtype, const char *bytes, size_t size, GMimeContentEncoding now, GMimeContentEncoding encoding)
{
	GMimePart *part = g_mime_part_new_with_type(type, subtype);
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, size);
	GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, now);
	g_mime_part_set_content(part, content);
	g_mime_part_set_content_encoding(part, encoding);
	g_object_unref(content);
	g_object_unref(stream);
	return GMIME_OBJECT(part);
}

static GMimeObject *
text_part(const char *subtype, const char *text)
{
	bool needless = quoted_is_needless(text);
	GMimeContentEncoding encoding = needless ? GMIME_CONTENT_ENCODING_7BIT : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
	char *encoded = needless ? memory_text(text) : quoted_printable(text);
	GMimeObject *part = make_part("text", subtype, encoded, strlen(encoded), encoding, encoding);
	g_mime_object_set_content_type_parameter(part, "charset", "utf-8");
	free(encoded);
	return part;
}

static GMimeObject *
base64_part(const char *type, const char *subtype, const char *bytes, size_t size)
{
	return make_part(type, subtype, bytes, size, GMIME_CONTENT_ENCODING_DEFAULT, GMIME_CONTENT_ENCODING_BASE64);
}

/* RFC 6047 2.4: the method stands outside too. */
static GMimeObject *
calendar_part(const struct mail *mail)
{
	GMimeObject *part = base64_part("text", "calendar", mail->calendar, strlen(mail->calendar));
	g_mime_object_set_content_type_parameter(part, "charset", "utf-8");
	g_mime_object_set_content_type_parameter(part, "method", mail->method);
	return part;
}

static GMimeObject *
picture_part(const struct qr *qr)
{
	struct sink png;
	sink_init(&png, -1);
	sink_hold(&png);
	qr_png(&png, qr);
	GMimeObject *part = base64_part("image", "png", png.buffer, png.used);
	g_mime_object_set_content_id(part, "qr");
	g_mime_object_set_disposition(part, GMIME_DISPOSITION_INLINE);
	g_mime_object_set_content_disposition_parameter(part, "filename", "qr.png");
	sink_release(&png);
	return part;
}

/* Its boundary comes from the hash, so that the same mail has the same bytes, and begins with `=_`, which no encoded body has. */
static GMimeMultipart *
multipart(const char *subtype, const struct message *message)
{
	char boundary[BOUNDARY_SIZE];
	GMimeMultipart *parts = g_mime_multipart_new_with_subtype(subtype);
	snprintf(boundary, sizeof boundary, "=_%s_%.20s", subtype, message->hash);
	g_mime_multipart_set_boundary(parts, boundary);
	return parts;
}

static void
add_part(GMimeMultipart *parts, GMimeObject *taken)
{
	g_mime_multipart_add(parts, taken);
	g_object_unref(taken);
}

/* The HTML with the picture that it shows (RFC 2387). */
static GMimeObject *
html_with_picture(const struct mail *mail, const struct message *message, const struct qr *qr)
{
	GMimeMultipart *parts = multipart("related", message);
	g_mime_object_set_content_type_parameter(GMIME_OBJECT(parts), "type", "text/html");
	add_part(parts, text_part("html", mail->html));
	add_part(parts, picture_part(qr));
	return GMIME_OBJECT(parts);
}

static GMimeObject *
body(const struct mail *mail, const struct message *message, const struct qr *qr)
{
	GMimeMultipart *parts = multipart("alternative", message);
	add_part(parts, text_part("plain", mail->text));
	add_part(parts, mail->qr ? html_with_picture(mail, message, qr) : text_part("html", mail->html));
	if (mail->calendar)
		add_part(parts, calendar_part(mail));
	g_mime_object_append_header(GMIME_OBJECT(parts), "Content-Language", mail->language, NULL);
	return GMIME_OBJECT(parts);
}

/* A header with a value that is written already; takes the value. GMime's own has no limit of 75 columns to a word. */
static void
add_header(GMimeMessage *mime, const char *name, char *value)
{
	GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(mime));
	g_mime_header_list_append(headers, name, "", NULL);
	g_mime_header_set_raw_value(g_mime_header_list_get_header(headers, name), value);
	free(value);
}

static void
add_mailbox(GMimeMessage *mime, const char *header, const char *mailbox)
{
	char *name = name_within(mailbox), *address = text_mailbox_address(mailbox);
	add_header(mime, header, header_mailbox(header, name, address));
	free(name);
	free(address);
}

static void
add_headers(GMimeMessage *mime, const struct mail *mail, const struct message *message, GDateTime *date)
{
	add_mailbox(mime, "From", mail->from);
	add_mailbox(mime, "Reply-To", mail->reply_to);
	add_header(mime, "To", header_mailbox("To", mail->name, mail->address));
	add_header(mime, "Subject", header_text("Subject", mail->subject));
	g_mime_message_set_date(mime, date);
	add_header(mime, "Message-ID", memory_format(" <%s%s>\n", message->hash, strchr(message->sender, '@')));
	add_header(mime, "Auto-Submitted", memory_text(" auto-generated\n"));
}

static void
write_out(GMimeMessage *mime, struct message *message)
{
	GByteArray *bytes = g_byte_array_new();
	GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes); /* and owns them */
	g_mime_object_write_to_stream(GMIME_OBJECT(mime), NULL, stream);
	message->size = bytes->len;
	message->bytes = memcpy(memory(message->size), bytes->data, message->size);
	g_object_unref(stream);
}

static void
write_message(const struct mail *mail, const struct qr *qr, GDateTime *date, struct message *message)
{
	hash(mail->token, message->hash);
	message->sender = text_mailbox_address(mail->from);
	message->address = memory_text(mail->address);
	GMimeMessage *mime = g_mime_message_new(FALSE);
	GMimeObject *parts = body(mail, message, qr);
	add_headers(mime, mail, message, date);
	g_mime_message_set_mime_part(mime, parts);
	write_out(mime, message);
	g_object_unref(parts);
	g_object_unref(mime);
}

bool
mail_make(const struct mail *mail, struct message *message, struct refusal *why)
{
	struct qr qr;
	*message = (struct message){ 0 };
	if (!text_is_mailbox(mail->from, why) || !text_is_mailbox(mail->reply_to, why) || !text_is_address(mail->address, why))
		return false;
	if (mail->qr && !qr_make(mail->qr, &qr, why))
		return false;
	GDateTime *date = local_time(mail->stamp, why);
	if (!date)
		return false;
	start_library();
	write_message(mail, &qr, date, message);
	g_date_time_unref(date);
	return true;
}

void
message_release(struct message *message)
{
	free(message->bytes);
	free(message->sender);
	free(message->address);
	*message = (struct message){ 0 };
}
