#include "ways.h"

#include <signal.h>

enum handed
mail_hand(const struct via *via, const char *sendmail, const struct message *message, struct refusal *why)
{
	signal(SIGXFSZ, SIG_IGN); /* a limit on the size of files is then an error as a full disk is, and what was begun is taken back */
	switch (via->kind) {
	case VIA_SENDMAIL: return sendmail_take(sendmail, message, why);
	case VIA_MAILDIR: return maildir_take(via->place, message, why);
	case VIA_MBOX: return mbox_take(via->place, message, why);
	case VIA_OUTPUT: break;
	}
	return output_take(message, why);
}
