/* The options that every verb takes, before or after it. */
#include "frame.h"

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
