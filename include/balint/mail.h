/*
 * One mail to one person: what it says, as MIME (RFC 5322, 2045-2047, 2231), and the ways it goes. Knows
 * nothing of stores. Headers are ASCII whatever the names; a body is plain text with an HTML alternative and, where
 * there is one, an iCalendar object (RFC 6047) or a QR code that the HTML shows.
 */
#ifndef BALINT_MAIL_H
#define BALINT_MAIL_H

#include <balint/via.h>

#include <stddef.h>

/* What a mail says; all owned, see mail_release. */
struct mail {
	char *from, *reply_to; /* mailboxes: `Name <address>` or an address */
	char *name, *address;  /* to whom */
	char *token;           /* what makes it one and the same mail, however often it is handed over */
	char *stamp;           /* its Date, in UTC: 2021-02-17T20:00:00Z */
	char *language;        /* "it", "en" */
	char *subject, *text, *html;
	char *method, *calendar; /* an iCalendar object and its METHOD, or NULL */
	char *qr;                /* the text of a QR code, shown by the HTML as the picture `cid:qr`, or NULL */
};
void mail_release(struct mail *mail);

enum { MAIL_HASH = 41 }; /* bytes of a mail's hash, with the NUL */

/* The mail as it is handed over, with LF line ends. */
struct message {
	char *bytes;
	size_t size;
	char hash[MAIL_HASH];   /* of the token: Message-ID is <hash@domain of from>, a Maildir's file is called so */
	char *sender, *address; /* addresses: of the envelope's sender, and to whom */
};

/* Makes it, the same bytes of the same mail; refused if a QR code cannot be made, or an address is none. Free with message_release. */
bool mail_make(const struct mail *mail, struct message *message, struct refusal *why);
void message_release(struct message *message);

enum handed {
	MAIL_SENT,
	MAIL_LATER,  /* this one not now; try again (RULES 4.3: exit status 75) */
	MAIL_FAILED, /* this one never: somebody must look at it */
	MAIL_CLOSED, /* the way itself cannot be gone now: none of the others could be sent either */
};

/*
 * Hands the message over; other than MAIL_SENT come with a reason, and leave no half of it behind.
 *
 * Into a Maildir (made if it is not there, but not the directory it lies in) exactly once, however often: a file in new/
 * whose name is the hash, or in cur/ whose name begins with it, is the message. The other ways give it at least once.
 *
 * `sendmail` is the program's path with its first arguments, blanks between them; NULL means /usr/sbin/sendmail. It gets
 * `-i -f SENDER -- ADDRESS`. Exit status 0 is MAIL_SENT; 75, and that somebody interrupted it (SIGINT, SIGTERM, SIGHUP), MAIL_LATER;
 * any other and other signals MAIL_FAILED, with the last three lines that it said.
 *
 * An mbox is locked by fcntl(2) as a whole, and waited for ten seconds if another program has it; there is no lock file beside it.
 */
enum handed mail_hand(const struct via *via, const char *sendmail, const struct message *message, struct refusal *why);

#endif
