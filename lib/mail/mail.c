#include <balint/mail.h>

#include <stdlib.h>

void
mail_release(struct mail *mail)
{
	char **const texts[] = { &mail->from, &mail->reply_to, &mail->name, &mail->address, &mail->token, &mail->stamp, &mail->language, &mail->subject,
		&mail->text, &mail->html, &mail->method, &mail->calendar, &mail->qr };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		free(*texts[i]);
	*mail = (struct mail){ 0 };
}
