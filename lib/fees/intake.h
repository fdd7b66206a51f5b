/* The credits of a file, each kept once: what was there before is known again (RULES 8.4). */
#ifndef FEES_INTAKE_H
#define FEES_INTAKE_H

#include <balint/bank.h>
#include <balint/store.h>

struct intake {
	struct store *store;
	const char *path;
	int64_t before;    /* the newest credit that was there */
	int64_t statement; /* 0 as long as nothing is new */
};

/* Before the first write of the transaction, once in it. */
struct intake intake_begin(struct store *store, const char *path);

/* The credit of the line, which is kept if it is not there yet; less than 0: minus that of one which was there, be it from this file. True twins stay two. */
int64_t intake_keep(struct intake *intake, const struct bank_line *line);

/* The kind of file, which is known when it has been read. */
void intake_end(const struct intake *intake, const char *source);

#endif
