/* The options that every verb takes, before or after it, and the store that they mean. */
#include "frame.h"

#include <stdlib.h>

#define SHARED(kind, type, field, name, letter, argument, help) \
	OPTION_OF(type, struct shared_options, field, kind, OPTION_MAY, name, letter, argument, help)

const struct option_spec shared_options[] = {
	SHARED(OPTION_WORD, const char *, db, "db", 'd', "FILE", "the store (default: $BALINT_DB, else in $XDG_DATA_HOME/balint)"),
	SHARED(OPTION_WORD, const char *, edition, "edition", 'e', "CODE", "the edition meant (default: $BALINT_EDITION, else the only open one)"),
	SHARED(OPTION_CHOICE, const char *, format, "format", 'f', "table|tsv|csv|csv-it|jsonl", "how rows are written (default: table on a terminal, else tsv)"),
	SHARED(OPTION_WORD, const char *, columns, "columns", 'c', "A,B", "which columns, in which order"),
	SHARED(OPTION_FLAG, bool, header, "header", 'H', NULL, "write a header line"),
	SHARED(OPTION_FLAG, bool, no_header, "no-header", 0, NULL, "write no header line"),
	SHARED(OPTION_FLAG, bool, dry_run, "dry-run", 'n', NULL, "print what a writing verb would do, and write nothing"),
	SHARED(OPTION_FLAG, bool, quiet, "quiet", 'q', NULL, "no progress, no warnings"),
	SHARED(OPTION_FLAG, bool, help, "help", 0, NULL, "print this and exit"),
	SHARED(OPTION_FLAG, bool, version, "version", 0, NULL, "print the version and exit"),
};
const size_t shared_option_count = sizeof shared_options / sizeof shared_options[0];
_Static_assert(sizeof shared_options / sizeof shared_options[0] <= SHARED_MOST, "there is room for all of them");

/* Whether it is of use with that verb; others that are given are refused. */
static bool
fits(const struct option_spec *option, const struct verb *verb)
{
	switch (option->target) {
	case offsetof(struct shared_options, dry_run): return verb_writes(verb);
	case offsetof(struct shared_options, columns): return verb->listing || verb->maps;
	case offsetof(struct shared_options, format):
	case offsetof(struct shared_options, header):
	case offsetof(struct shared_options, no_header): return verb->listing;
	default: return true;
	}
}

size_t
shared_options_of(const struct verb *verb, struct option_spec fitting[SHARED_MOST])
{
	size_t count = 0;
	for (size_t i = 0; i < shared_option_count; i++)
		if (!verb || fits(&shared_options[i], verb))
			fitting[count++] = shared_options[i];
	return count;
}

char *
store_path(const char *said)
{
	const char *named = getenv("BALINT_DB"), *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	if (said)
		return memory_text(said);
	if (named && *named)
		return memory_text(named);
	if (data && *data == '/')
		return memory_format("%s/balint/balint.db", data);
	if (home && *home)
		return memory_format("%s/.local/share/balint/balint.db", home);
	fatal(MISUSED, "no store is named and $HOME is not set; name one with --db FILE");
}
