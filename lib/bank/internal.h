/* What the readers of one kind of file share. Each reads from the start of a seekable descriptor, which it does not close. */
#ifndef BANK_INTERNAL_H
#define BANK_INTERNAL_H
#include <balint/bank.h>
/* Whether these first bytes of a file are of that kind. */
bool camt_recognised(const char *bytes, size_t length);
bool mt940_recognised(const char *bytes, size_t length);
/* Fill source, iban, opening, closing of the facts and hand over each movement; counting and summing is bank_read's. False with a reason, or after complaints with an empty one. */
bool camt_read(int fd, const char *name, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why);
bool mt940_read(int fd, const char *name, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why);
#endif
