/* Comparing what a command says of something with what the store holds of it: what makes setup repeatable. */
#ifndef BALINT_GROUP_FACTS_H
#define BALINT_GROUP_FACTS_H

#include <balint/refusal.h>

#include <stddef.h>

enum fact_kind {
	FACT_TEXT,  /* const char *; NULL was not said */
	FACT_COUNT, /* int, 0 was not said; int64_t in the row */
	FACT_WEEKS, /* the same, written 2w */
	FACT_TIME,  /* struct daytime; TIME_NONE was not said */
	FACT_DATE,  /* const char *, as date_write has it; NULL was not said. struct date in the row */
};

struct fact {
	const char *option;
	enum fact_kind kind;
	size_t said, stored; /* offsets in the struct of facts and in the row */
};

/* Whether all that was said is what is stored; if not, says what differs, unless it is too long, and that `change` changes it. */
bool facts_agree(const struct fact *facts, size_t count, const void *said, const void *stored, const char *what, const char *change,
    struct refusal *why);

#endif
