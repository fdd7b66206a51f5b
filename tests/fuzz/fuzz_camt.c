/* The reader of camt takes any file; see fuzz_bank.h. UTF-16 hides its lines, and a statement without balances may stand between two with. */
#include "fuzz_bank.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t lines = 1, statements = 0;
	for (size_t i = 0; i < size; i++) {
		lines += data[i] == '\n' || data[i] == '\r';
		statements += i + 4 <= size && memcmp(data + i, "Stmt", 4) == 0;
	}
	camt_recognised((const char *)data, size);
	bank_expect(camt_read, data, size, lines, statements <= 4);
	return 0;
}
