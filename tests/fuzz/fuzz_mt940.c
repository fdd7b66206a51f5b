/* The reader of MT940 takes any file; see fuzz_bank.h. Every statement has both balances, so that all of a good file adds up. */
#include "fuzz_bank.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += data[i] == '\n';
	mt940_recognised((const char *)data, size);
	bank_expect(mt940_read, data, size, lines, true);
	return 0;
}
