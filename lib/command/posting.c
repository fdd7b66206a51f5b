#include <balint/delivery.h>
#include <balint/letter.h>
#include <balint/posting.h>
#include <balint/setting.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct row {
	const char *key, *person, *subject, *status;
};
static const struct column columns[] = {
	TEXT_DETAIL(struct row, key),
	TEXT_COLUMN(struct row, person),
	TEXT_COLUMN(struct row, subject),
	TEXT_COLUMN(struct row, status),
};
const struct listing posting_listing = LISTING(columns);

struct posted {
	struct notice notice;
	char *subject; /* NULL where nobody looks */
};

struct posting {
	char *via;
	bool shown; /* the rows */
	struct posted *posted;
	size_t count, done;
	enum status status;
	char *trouble;   /* told last, or NULL */
	size_t repeated; /* since then */
};

static void
posting_free(struct command *command)
{
	struct posting *posting = command->posting;
	for (size_t i = 0; i < posting->count; i++)
		free(posting->posted[i].subject);
	free(posting->posted);
	free(posting->via);
	free(posting->trouble);
	free(posting);
	command->posting = NULL;
}

/* The way to go: what was said, else the setting; NULL if there is neither. */
static char *
choose_via(struct command *command, const struct posting_options *options)
{
	char *via = options->via ? memory_text(options->via) : setting_get(command->store, "via");
	if (!via && !command->trial)
		refuse(&command->why, "no way to deliver mail is set; name one with --via, or for good: balint-group set via=sendmail");
	return via;
}

/* Mails at the end of the store, or of what SQLite keeps beside it, would be its end. */
static bool
is_elsewhere(struct command *command, const struct via *via)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	struct stat store, mbox;
	if (via->kind != VIA_MBOX || stat(via->place, &mbox) != 0)
		return true;
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		char *path = memory_format("%s%s", command->path, endings[i]);
		bool same = stat(path, &store) == 0 && store.st_dev == mbox.st_dev && store.st_ino == mbox.st_ino;
		free(path);
		if (same)
			return refuse(&command->why, "%s is the store; name another file for the mails", via->place);
	}
	return true;
}

/* Who asked for rows gets them, but never among mails. */
static bool
is_shown(const struct command *command, const struct posting_options *options, const struct via *via)
{
	const struct row_style *style = &command->style;
	return command->trial
	    || (via->kind != VIA_OUTPUT && (options->verbose || style->terminal || style->format != ROWS_AUTO || style->columns || style->header == 1));
}

enum status
posting_begin(struct command *command, const struct posting_options *options)
{
	struct via via;
	if (options->via && !via_parse(options->via, &via, &command->why))
		return refuse_within(&command->why, "--via"), MISUSED;
	char *way = choose_via(command, options);
	bool good = (way || command->trial) && (!way || via_parse(way, &via, &command->why) || refuse_within(&command->why, translated("the setting via")))
	    && (!way || is_elsewhere(command, &via)) && letter_has_sender(command->store, &command->why) && delivery_ready(&command->why);
	free(way);
	return good ? DONE : REFUSED;
}

static void
add(void *context, const void *row)
{
	struct posting *posting = context;
	posting->posted = memory_for_one(posting->posted, posting->count, sizeof *posting->posted);
	posting->posted[posting->count++] = (struct posted){ .notice = *(const struct notice *)row };
}

/* Named once, however much waits for them. */
static void
name_unaddressed(struct command *command, const struct notice *notice)
{
	for (const struct posted *other = command->posting->posted; &other->notice < notice; other++)
		if (other->notice.person == notice->person)
			return;
	command_warn(command, "'%s' has no mail address; add it: balint-group person set %s --email ADDRESS", notice->handle, notice->handle);
}

static void
judge(struct command *command, struct notice *notice)
{
	enum verdict verdict = notice_judge(command->store, notice);
	if (verdict == NOTICE_GOES)
		return;
	snprintf(notice->status, sizeof notice->status, "%s", notice_put_aside(command->store, notice, verdict));
	if (verdict == NOTICE_UNADDRESSED) {
		name_unaddressed(command, notice);
		command->posting->status = ATTENTION;
	}
}

/* A letter that cannot be written is told of when it is to be delivered; in a trial, now. */
static void
add_subject(struct command *command, struct posted *posted)
{
	struct refusal why;
	posted->subject = letter_subject(command->store, &posted->notice, &why);
	if (posted->subject || !command->trial)
		return;
	command_warn(command, "%s: %s", posted->notice.handle, why.text);
	command->posting->status = ATTENTION;
}

static void
show(struct command *command)
{
	const struct posting *posting = command->posting;
	for (size_t i = 0; posting->shown && i < posting->count; i++) {
		const struct posted *posted = &posting->posted[i];
		rows_emit(command->rows, &(struct row){ posted->notice.key, posted->notice.handle, posted->subject, posted->notice.status });
	}
}

static struct posting *
posting_new(struct command *command, const struct posting_options *options)
{
	struct via via = { 0 };
	struct refusal why;
	struct posting *posting = memory(sizeof *posting);
	char *way = choose_via(command, options);
	if (way)
		via_parse(way, &via, &why); /* checked when it was said or set */
	*posting = (struct posting){ .via = way, .shown = is_shown(command, options, &via), .status = DONE };
	if (!posting->shown) {
		rows_free(command->rows);
		command->rows = NULL;
	}
	return command->posting = posting;
}

enum status
posting_gather(struct command *command, const struct posting_options *options, const char *kinds, int64_t edition)
{
	struct posting *posting = posting_new(command, options);
	notice_each(command->store, kinds, edition, add, posting);
	for (size_t i = 0; i < posting->count; i++) {
		struct posted *posted = &posting->posted[i];
		judge(command, &posted->notice);
		if (posting->shown)
			add_subject(command, posted);
	}
	enum status status = posting->status;
	if (command->trial) {
		show(command);
		posting_free(command);
	}
	return status;
}

/* How many more had the trouble that was told last. */
static void
tell_repeated(struct posting *posting)
{
	if (posting->repeated > 0)
		message("%zu more: the same", posting->repeated);
	posting->repeated = 0;
}

/* What went wrong; where that is the same for several, with how many. */
static void
tell(struct command *command, const struct notice *notice, const char *error)
{
	struct posting *posting = command->posting;
	char *trouble = memory_format(strcmp(notice->status, "failed") == 0 ? translated("not sent: %s") : translated("still waits: %s"), translated(error));
	posting->status = ATTENTION;
	if (posting->trouble && strcmp(posting->trouble, trouble) == 0) {
		posting->repeated++;
		free(trouble);
		return;
	}
	command_progress(command, NULL, 0, 0);
	tell_repeated(posting);
	message("%s: %s", notice->handle, trouble);
	free(posting->trouble);
	posting->trouble = trouble;
}

/* Where a notice stands; they are reported in the order in which they were given. */
static void
note(void *context, const struct delivered *delivered)
{
	struct command *command = context;
	struct posting *posting = command->posting;
	struct notice *notice = NULL;
	for (; posting->done < posting->count && !notice; posting->done++)
		if (posting->posted[posting->done].notice.id == delivered->id)
			notice = &posting->posted[posting->done].notice;
	if (!notice)
		return;
	snprintf(notice->status, sizeof notice->status, "%s", delivered->status);
	command_progress(command, "mails", posting->done, posting->count);
	if (delivered->error)
		tell(command, notice, delivered->error);
}

static bool
goes(const struct notice *notice)
{
	return strcmp(notice->status, "queued") == 0 && *notice->address;
}

enum status
posting_deliver(struct command *command)
{
	struct posting *posting = command->posting;
	int64_t *ids = memory((posting->count + 1) * sizeof *ids);
	sink_close(&command->errors); /* what there is to tell of the queue, however delivering ends */
	size_t count = 0;
	bool unwritten = false;
	for (size_t i = 0; i < posting->count; i++)
		if (goes(&posting->posted[i].notice))
			ids[count++] = posting->posted[i].notice.id;
	if (count > 0 && !delivery_run(command->path, posting->via, ids, count, note, command, &unwritten, &command->why)) {
		message("%s", command->why.text);
		posting->status = ATTENTION;
	}
	command_progress(command, NULL, 0, 0);
	tell_repeated(posting);
	show(command);
	free(ids);
	enum status status = unwritten ? UNWRITTEN : posting->status;
	posting_free(command);
	return status;
}
