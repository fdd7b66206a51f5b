/*
 * A bank's list of movements may be any file: faults lie on lines that are there, what is handed over keeps the
 * promises of its header, the totals are those of the movements, and a pipe says the same as a file. A first byte
 * below 27 says which bank and columns are named; after 27 comes a profile, up to a NUL, and then the file.
 */
#include "fuzz.h"

#include <balint/bank.h>
#include <balint/sink.h>

#include <errno.h>
#include <sys/stat.h>

struct told {
	struct sink sink; /* what was handed over and complained of */
	size_t lines, count, faults;
	cents in, out;
};

static void
expect_text(const char *text, const char *what)
{
	size_t length = text ? strlen(text) : 0;
	EXPECT(length < BANK_TEXT && fuzz_is_utf8(text ? text : "", length), "%s", what);
	for (size_t step, left = length; left > 0; text += step, left -= step) {
		int codepoint;
		step = text_character(text, left, &codepoint);
		EXPECT(!text_is_control(codepoint), "%s has U+%04X", what, (unsigned)codepoint);
	}
}

static void
take(void *context, const struct bank_line *line)
{
	struct told *told = context;
	EXPECT(line->line >= 1 && line->line <= told->lines, "line %zu of %zu", line->line, told->lines);
	EXPECT(line->text, "no text");
	EXPECT(line->amount != 0 && line->amount <= CENTS_MOST && line->amount >= -CENTS_MOST, "%ld", (long)line->amount);
	EXPECT(date_given(line->booked) || line->pending, "no day");
	expect_text(line->text, "text");
	expect_text(line->payer, "payer");
	expect_text(line->iban, "iban");
	expect_text(line->id, "id");
	EXPECT((!line->payer || *line->payer) && (!line->iban || *line->iban) && (!line->id || *line->id), "empty, not NULL");
	told->count++;
	told->in += !line->pending && line->amount > 0 ? line->amount : 0;
	told->out -= !line->pending && line->amount < 0 ? line->amount : 0;
	sink_format(&told->sink, "%zu %d %d %ld %s|%s|%s|%s %d %d\n", line->line, line->booked.day, line->valued.day, (long)line->amount,
	    line->payer ? line->payer : "", line->iban ? line->iban : "", line->id ? line->id : "", line->text, line->storno, line->pending);
}

static void
complain(void *context, size_t line, size_t column, const char *what)
{
	struct told *told = context;
	EXPECT(line >= 1 && line <= told->lines && *what && fuzz_is_utf8(what, strlen(what)), "%zu:%zu of %zu: %s", line, column, told->lines, what);
	told->faults++;
	sink_format(&told->sink, "%zu:%zu: %s\n", line, column, what);
}

static void
tell(struct told *told, const char *path, const struct bank_choice *choice, size_t lines)
{
	struct refusal why = { "" };
	struct bank_facts facts;
	const struct bank_reading reading = { take, complain, told };
	*told = (struct told){ .lines = lines };
	sink_init(&told->sink, -1);
	sink_hold(&told->sink);
	bool good = bank_read(path, choice, &reading, &facts, &why);
	EXPECT(!good || told->faults == 0, "faults, and yet good");
	EXPECT(good || *why.text || told->faults > 0, "refused without a word");
	EXPECT(facts.lines == told->count && facts.in == told->in && facts.out == told->out, "totals");
	EXPECT(facts.lines == facts.credits + facts.debits + facts.pending, "counts");
	sink_format(&told->sink, "%s %s %d", facts.source, facts.iban, good);
	sink_char(&told->sink, '\0');
}

/* Puts the profile where the association's own are; returns the directory. */
static const char *
own_profile(struct input *input)
{
	static const char directory[] = "build/fuzz/own", banks[] = "build/fuzz/own/banks", path[] = "build/fuzz/own/banks/own.bank";
	EXPECT((mkdir(directory, 0700) == 0 || errno == EEXIST) && (mkdir(banks, 0700) == 0 || errno == EEXIST), "mkdir");
	char *text = input_text(input);
	FILE *file = fopen(path, "w");
	EXPECT(file && fputs(text, file) >= 0 && fclose(file) == 0, "profile");
	free(text);
	return directory;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const banks[] = { NULL, "unicredit", "intesa", "poste", "fineco", "bancobpm", "generic", "camt.053", "mt940" };
	static const char *const columns[] = { NULL, "date=1,amount=2,text=3", "date=Data,in=3,out=4,payer=Chi,text=5,text=6" };
	struct bank_choice choice = { NULL, NULL, NULL };
	if (size > 0 && *data < 27) { /* a file that begins with a control character is named */
		choice.bank = banks[*data % 9];
		choice.columns = columns[*data / 9];
		data++;
		size--;
	} else if (size > 0 && *data == 27) {
		struct input input = { data + 1, size - 1 };
		choice.bank = "own";
		choice.directory = own_profile(&input);
		data = input.bytes;
		size = input.length;
	}
	struct told first, second;
	char path[64];
	int ends[2];
	size_t lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += data[i] == '\n' || (data[i] == '\r' && (i + 1 == size || data[i + 1] != '\n'));
	int fd = fuzz_file(data, size, path);
	tell(&first, path, &choice, lines);
	close(fd);
	if (size < 4096 && size % 8 == 0) {
		EXPECT(pipe(ends) == 0 && write(ends[1], data, size) == (ssize_t)size, "pipe");
		close(ends[1]);
		snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
		tell(&second, path, &choice, lines);
		close(ends[0]);
		EXPECT(strcmp(first.sink.buffer, second.sink.buffer) == 0, "a pipe gives\n%s\na file\n%s", second.sink.buffer, first.sink.buffer);
		sink_release(&second.sink);
	}
	sink_release(&first.sink);
	return 0;
}
