/*
 * For tests of lib/mail from outside: makes one mail of the arguments and writes it to standard output, or hands it over.
 *
 *	make_mail [KEY=VALUE | KEY=@FILE]... [via=VIA [sendmail=PROGRAM]]
 *
 * The keys are the names in struct mail. What is not said has a value of its own; calendar, method and qr have none.
 * With `via` it prints what became of it (sent, later, failed, closed) and a TAB and why, and ends with status 0, 75, 1, 2.
 */
#include <balint/fatal.h>
#include <balint/mail.h>

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct asked {
	struct mail mail;
	char *via, *sendmail;
};

#define KEY(NAME) { #NAME "=", offsetof(struct asked, NAME) }
#define MAIL_KEY(NAME) { #NAME "=", offsetof(struct asked, mail.NAME) }

static const struct {
	const char *word;
	size_t place;
} keys[] = { MAIL_KEY(from), MAIL_KEY(reply_to), MAIL_KEY(name), MAIL_KEY(address), MAIL_KEY(token), MAIL_KEY(stamp), MAIL_KEY(language),
	MAIL_KEY(subject), MAIL_KEY(text), MAIL_KEY(html), MAIL_KEY(method), MAIL_KEY(calendar), MAIL_KEY(qr), KEY(via), KEY(sendmail) };

static char *
read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;
	if (!file)
		fatal(REFUSED, "%s cannot be read", path);
	ssize_t length = getdelim(&text, &size, '\0', file);
	fclose(file);
	return length < 0 ? memory_text("") : text;
}

static void
take(struct asked *asked, const char *argument)
{
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		size_t length = strlen(keys[i].word);
		if (strncmp(argument, keys[i].word, length) != 0)
			continue;
		char **place = (char **)(void *)((char *)asked + keys[i].place);
		free(*place);
		*place = argument[length] == '@' ? read_file(argument + length + 1) : memory_text(argument + length);
		return;
	}
	fatal(MISUSED, "'%s' is no KEY=VALUE", argument);
}

static int
hand(const struct asked *asked, const struct message *message)
{
	static const struct {
		const char *word;
		int status;
	} ends[] = { [MAIL_SENT] = { "sent", 0 }, [MAIL_LATER] = { "later", 75 }, [MAIL_FAILED] = { "failed", 1 }, [MAIL_CLOSED] = { "closed", 2 } };
	struct refusal why = { "" };
	struct via via;
	if (!via_parse(asked->via, &via, &why))
		fatal(MISUSED, "%s", why.text);
	enum handed handed = mail_hand(&via, asked->sendmail, message, &why);
	if (via.kind != VIA_OUTPUT)
		printf("%s\t%s\n", ends[handed].word, why.text);
	return ends[handed].status;
}

int
main(int argc, char **argv)
{
	static const char *const defaults[] = { "from=Segreteria <segreteria@example.org>", "reply_to=segreteria@example.org", "name=Anna Rossi",
		"address=rossi@example.org", "token=a token", "stamp=2021-03-24T06:00:00Z", "language=it", "subject=Incontro", "text=Ciao\n",
		"html=<p>Ciao</p>\n" };
	struct asked asked = { 0 };
	struct message message;
	struct refusal why = { "" };
	for (size_t i = 0; i < sizeof defaults / sizeof defaults[0]; i++)
		take(&asked, defaults[i]);
	for (int i = 1; i < argc; i++)
		take(&asked, argv[i]);
	if (!mail_make(&asked.mail, &message, &why))
		fatal(REFUSED, "%s", why.text);
	int status = 0;
	if (asked.via)
		status = hand(&asked, &message);
	else
		fwrite(message.bytes, 1, message.size, stdout);
	message_release(&message);
	mail_release(&asked.mail);
	free(asked.via);
	free(asked.sendmail);
	return status;
}
