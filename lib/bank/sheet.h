/* Reads a bank's CSV by the profile that fits; what it gives is as for the readers of the other kinds. */
#ifndef BANK_SHEET_H
#define BANK_SHEET_H

#include <balint/bank.h>

bool sheet_read(int fd, const char *name, const struct bank_choice *choice, const struct bank_reading *reading, struct bank_facts *facts,
    struct refusal *why);

#endif
