#include "parts.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/letter.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/template.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The template whose letter it is. */
static const char *
template_of(const struct notice *notice)
{
	return notice->instalment ? "payment" : notice->change ? "consent" : "notice";
}

/* The reader's language, else the association's; owned by the caller. */
static char *
language_of(struct store *store, int64_t person)
{
	char *language = NULL;
	struct query query = store_query(store, SQL("SELECT language FROM person WHERE id = :person"), ARG("person", person));
	if (query_next(&query) && query_text(&query, 0))
		language = memory_text(query_text(&query, 0));
	query_end(&query);
	return language ? language : setting_get(store, "language");
}

static void
add_reader(struct draft *draft)
{
	struct query query = store_query(draft->store,
	    SQL("SELECT given, family, kind = 'institution' FROM person WHERE id = :person"), ARG("person", draft->notice->person));
	query_next(&query);
	const char *given = query_text(&query, 0), *family = query_text(&query, 1);
	char *name = text_both(given, family);
	tree_text(draft->root, "given", given);
	tree_text(draft->root, "family", family);
	tree_text(draft->root, "name", name);
	tree_truth(draft->root, "institution", query_int(&query, 2) == 1);
	query_end(&query);
	free(name);
}

static void
add_association(struct draft *draft, const char *reply_to)
{
	char *association = setting_get(draft->store, "association"), *contact = text_mailbox_address(reply_to);
	tree_text(draft->root, "association", association);
	tree_text(draft->root, "contact", contact);
	free(association);
	free(contact);
}

/* Fills one template of the letter into new heap memory; NULL if it is refused. */
static char *
fill(const struct draft *draft, const char *ending, struct refusal *why)
{
	char *directory = setting_get(draft->store, "directory"), *name = memory_format("%s%s", template_of(draft->notice), ending);
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	bool good = template_render(&sink, directory, draft->language, name, draft->root, why);
	sink_char(&sink, '\0');
	char *text = good ? memory_text(sink.buffer) : NULL;
	sink_release(&sink);
	free(directory);
	free(name);
	return text;
}

static char *
fill_subject(const struct draft *draft, struct refusal *why)
{
	char *subject = fill(draft, "-subject.txt", why);
	if (subject)
		subject[strcspn(subject, "\r\n")] = '\0';
	if (!subject || subject[strspn(subject, " \t")])
		return subject;
	free(subject);
	return refuse(why, "the template %s-subject.txt gives no subject", template_of(draft->notice)), NULL;
}

bool
letter_has_sender(struct store *store, struct refusal *why)
{
	char *from = setting_get(store, "from");
	free(from);
	return from || refuse(why, "mails need a sender; set one: balint-group set from='Segreteria <name@example.org>'");
}

/* Who writes to whom. */
static void
address(struct draft *draft, struct mail *mail)
{
	char stamp[CLOCK_STAMP];
	mail->from = setting_get(draft->store, "from");
	mail->reply_to = setting_get(draft->store, "reply-to");
	if (!mail->reply_to)
		mail->reply_to = memory_text(mail->from);
	mail->address = memory_text(draft->notice->address);
	mail->stamp = memory_text(clock_stamp(stamp));
	add_association(draft, mail->reply_to);
	add_reader(draft);
	tree_truth(draft->root, draft->news.kind, true);
	mail->name = memory_text(tree_find(draft->root, "name", 4)->text);
}

static bool
add_part(struct draft *draft, struct refusal *why)
{
	return draft->notice->instalment ? payment_part(draft, why) : session_part(draft, why);
}

static char *
token_of(struct store *store, const struct notice *notice)
{
	struct query query = store_query(store, SQL("SELECT name FROM identity"));
	query_next(&query);
	char *token = memory_format("%s %s", query_text(&query, 0), notice->key);
	query_end(&query);
	return token;
}

static bool
write(struct draft *draft, struct mail *mail, bool whole, struct refusal *why)
{
	if (whole)
		draft->mail = mail;
	if (!letter_has_sender(draft->store, why))
		return false;
	address(draft, mail);
	if (!add_part(draft, why))
		return false;
	mail->subject = fill_subject(draft, why);
	if (whole && mail->subject) {
		mail->text = fill(draft, ".txt", why);
		mail->html = mail->text ? fill(draft, ".html", why) : NULL;
	}
	return whole ? mail->html != NULL : mail->subject != NULL;
}

static bool
letter(struct store *store, const struct notice *notice, struct mail *mail, bool whole, struct refusal *why)
{
	*mail = (struct mail){ .language = language_of(store, notice->person), .token = token_of(store, notice) };
	struct draft draft = { store, notice, mail->language, { .date = DATE_NONE }, tree_object(NULL, NULL), NULL };
	if (!notice_news(store, notice, &draft.news))
		snprintf(draft.news.kind, sizeof draft.news.kind, "%s", notice->kind);
	bool good = write(&draft, mail, whole, why);
	tree_free(draft.root);
	return good;
}

bool
letter_compose(struct store *store, const struct notice *notice, struct mail *mail, struct refusal *why)
{
	return letter(store, notice, mail, true, why);
}

char *
letter_subject(struct store *store, const struct notice *notice, struct refusal *why)
{
	struct mail mail;
	char *subject = letter(store, notice, &mail, false, why) ? memory_text(mail.subject) : NULL;
	mail_release(&mail);
	return subject;
}
