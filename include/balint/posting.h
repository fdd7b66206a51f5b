/*
 * Verbs that deliver: they queue notices in their transaction, and once that is durable hand over what waits. The rows
 * `key person subject status` are shown with --verbose, --dry-run or --format and on a terminal; cron hears nothing
 * but what went wrong. See INTERFACE.
 */
#ifndef BALINT_POSTING_H
#define BALINT_POSTING_H

#include <balint/command.h>

struct posting_options {
	const char *via;
	bool verbose;
};

#define POSTING_OPTIONS(o, field) \
	WORD_OPTION(o, field.via, OPTION_MAY, "via", "VIA", "sendmail, maildir:DIR, mbox:FILE or - (default: the setting via)"), \
	    OPTION_OF(bool, o, field.verbose, OPTION_FLAG, OPTION_MAY, "verbose", 'v', NULL, "list what was delivered")

extern const struct listing posting_listing;

/* Before anything is queued: whether there is a way and a sender. DONE, or what the verb returns. */
enum status posting_begin(struct command *command, const struct posting_options *options);

/* After it: gathers what waits of these kinds, of an edition or all open ones (EDITION_ALL). What the verb returns. */
enum status posting_gather(struct command *command, const struct posting_options *options, const char *kinds, int64_t edition);

/* The verb's `after`: delivers what was gathered. */
enum status posting_deliver(struct command *command);

#endif
