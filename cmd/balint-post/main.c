/* Delivers notices of a store, whose ids come on standard input, a line each. The commands run it (see delivery.h); nobody else should. */
#include <balint/delivery.h>
#include <balint/fatal.h>
#include <balint/letter.h>
#include <balint/setting.h>
#include <balint/translation.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct post {
	const char *way; /* the text of via */
	struct store *store;
	struct via via;
	int claims;
	bool closed; /* nothing more can go this way now */
};

/* The next transaction. */
static struct store *
begin(const struct post *post, enum store_access access)
{
	struct refusal why;
	if (!store_again(post->store, access, &why))
		fatal(REFUSED, "%s", why.text);
	return post->store;
}

/* The mail of a notice that still goes, or what becomes of the notice instead. */
static enum verdict
compose(const struct post *post, int64_t id, struct notice *notice, struct message *message, char **sendmail, struct refusal *why)
{
	struct mail mail = { 0 };
	struct store *store = begin(post, STORE_READS);
	enum verdict verdict = notice_find(store, id, notice, why) ? notice_judge(store, notice) : NOTICE_SETTLED;
	if (verdict == NOTICE_GOES && letter_compose(store, notice, &mail, why))
		mail_make(&mail, message, why);
	*sendmail = setting_get(store, "sendmail");
	store_commit(store, NULL); /* handing over may take long, and holds up nobody */
	mail_release(&mail);
	return verdict;
}

/* What became of the hand-over; the outbox says so from now on, durably. */
static const char *
settle(const struct post *post, const struct notice *notice, enum verdict verdict, enum handed handed, const char *error)
{
	struct store *store = begin(post, STORE_WRITES);
	const char *status = handed == MAIL_SENT ? "sent" : handed == MAIL_FAILED ? "failed" : "queued";
	if (verdict != NOTICE_GOES)
		status = notice_put_aside(store, notice, verdict);
	else if (handed == MAIL_SENT)
		notice_sent(store, notice, post->way);
	else
		notice_settle(store, notice->id, status, error);
	store_commit(store, NULL);
	return status;
}

static void
report(int64_t id, const char *status, const char *error)
{
	struct sink sink;
	sink_init(&sink, DELIVERY_REPORT);
	sink_format(&sink, "%lld\t%s\t", (long long)id, status);
	sink_visible(&sink, error, strlen(error)); /* a line is a line, whatever a path in it is called */
	sink_char(&sink, '\n');
	sink_close(&sink);
	sink_release(&sink);
}

/* Whoever interrupts us does so when what was handed over has been written down too. */
static void
hold_signals(int how)
{
	sigset_t signals;
	sigemptyset(&signals);
	sigaddset(&signals, SIGHUP);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	sigprocmask(how, &signals, NULL);
}

/* A template that is broken is no fault of the notice, which waits until it is mended. */
static void
deliver(struct post *post, int64_t id)
{
	struct notice notice = { .id = id };
	struct message message = { 0 };
	struct refusal why = { "" };
	char *sendmail;
	enum handed handed = MAIL_LATER;
	translation_for_data(true); /* why it did not go is kept with the notice */
	enum verdict verdict = compose(post, id, &notice, &message, &sendmail, &why);
	hold_signals(SIG_BLOCK);
	if (message.bytes)
		handed = mail_hand(&post->via, sendmail, &message, &why);
	const char *status = verdict == NOTICE_SETTLED ? notice.status : settle(post, &notice, verdict, handed, why.text);
	hold_signals(SIG_UNBLOCK);
	report(id, status, verdict == NOTICE_UNADDRESSED ? "no address" : why.text);
	post->closed = handed == MAIL_CLOSED;
	message_release(&message);
	free(sendmail);
}

int
main(int argc, char **argv)
{
	struct post post = { 0 };
	struct refusal why;
	char *line = NULL;
	size_t size = 0;
	/* What is delivered by may live on after us, and must not keep the descriptor. */
	if (argc != 3 || !via_parse(argv[2], &post.via, &why) || fcntl(DELIVERY_REPORT, F_SETFD, FD_CLOEXEC) != 0)
		fatal(MISUSED, "this program is run by balint-calendar and balint-fees");
	post.way = argv[2];
	post.claims = claim_open(argv[1], &why);
	post.store = post.claims < 0 ? NULL : store_open(argv[1], STORE_READS, &why);
	if (!post.store)
		fatal(REFUSED, "%s", why.text);
	while (!post.closed && getline(&line, &size, stdin) >= 0) {
		int64_t id = strtoll(line, NULL, 10);
		if (!claim_take(post.claims, id))
			continue; /* another run is at it */
		deliver(&post, id);
		claim_release(post.claims, id);
	}
	free(line);
	store_close(post.store);
	return post.closed && post.via.kind == VIA_OUTPUT ? UNWRITTEN : DONE;
}
