/*
 * Delivering what waits in the outbox. The work is done by a program of our own, libexec/balint/balint-post,
 * so that no other pays for composing mail. A claim on a notice is a lock on the store's file that dies with the
 * process that holds it: of two runs at once one delivers, and what a killed one leaves the next one takes up.
 */
#ifndef BALINT_DELIVERY_H
#define BALINT_DELIVERY_H

#include <balint/refusal.h>

#include <stddef.h>
#include <stdint.h>

/* What became of one notice. */
struct delivered {
	int64_t id;
	const char *status; /* as the outbox has it now */
	const char *error;  /* why it has not gone, NULL if nothing went wrong; lives as long as the call */
};
typedef void delivered_taker(void *context, const struct delivered *delivered);

/* Whether the program is there; refused if not. */
bool delivery_ready(struct refusal *why);

/*
 * Delivers these notices of a store that this process has not open, calling `take` as each is done. What was written to
 * standard output is there when it returns. Refused if not all could be tried; what was not stays queued. A program that died
 * of a closed pipe takes this one with it; `unwritten` says whether standard output failed otherwise.
 */
bool delivery_run(const char *store, const char *via, const int64_t *ids, size_t count, delivered_taker *take, void *context, bool *unwritten,
    struct refusal *why);

enum { DELIVERY_REPORT = 3 }; /* the descriptor on which the program tells what became of each: `id TAB status TAB error` */

/* For the program: opens the store's file for claims; to be kept open until all connections to the store are closed. */
int claim_open(const char *store, struct refusal *why);

/* Claims a notice; false if another process has. claim_release lets it go. */
bool claim_take(int claims, int64_t id);
void claim_release(int claims, int64_t id);

#endif
