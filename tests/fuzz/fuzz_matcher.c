/* Transfers: whatever their text, payer and account, the verdict stays within what is open and says why. */
#include "fuzz.h"

#include <balint/matcher.h>

enum { CLAIMS = 15 };

static struct matcher *
make_matcher(cents open[CLAIMS])
{
	static const struct match_person people[] = {
		{ "rossi", "Rossi", "Mario", MATCH_NONE }, { "rossi.maria", "Rossi", "Maria", MATCH_NONE }, { "deluca", "De Luca", "Anna", MATCH_NONE },
		{ "maggio", "Maggio", "Luca", MATCH_NONE }, { "asl", "ASL Torino", "", MATCH_NONE },
	};
	static const char *const references[] = { "Gruppo Balint 9 ed 2020_Rossi Mario_marzo", "Gruppo Balint 9 ed 2020_Rossi Maria_marzo",
		"Gruppo Balint 9 ed 2020_De Luca_marzo", "Gruppo Balint 9 ed 2020_Maggio_marzo", "x" };
	struct matcher *matcher = matcher_new();
	matcher_edition(matcher, &(struct match_edition){ "9", "Gruppo Balint", 9, 2020 });
	for (size_t i = 0; i < 5; i++)
		matcher_person(matcher, &people[i]);
	for (size_t i = 0; i < CLAIMS; i++) {
		open[i] = i % 4 == 3 ? 0 : 8540;
		matcher_claim(matcher, &(struct match_claim){ i % 5, 0, month_at(2021, 2 + (int)(i / 5)), open[i], references[i % 5] });
	}
	matcher_iban(matcher, "IT01", 0);
	matcher_iban(matcher, "IT02", 0);
	matcher_iban(matcher, "IT02", 2);
	matcher_iban(matcher, "IT03", 4);
	matcher_ready(matcher);
	return matcher;
}

static void
check_verdict(const struct match_verdict *verdict, const struct match_credit *credit, const cents open[CLAIMS])
{
	cents sum = 0;
	EXPECT(verdict->kind <= MATCH_MATCHED, "kind %d", (int)verdict->kind);
	EXPECT(verdict->reason && *verdict->reason && fuzz_is_utf8(verdict->reason, strlen(verdict->reason)), "reason '%s'", verdict->reason);
	EXPECT((verdict->kind >= MATCH_PROBABLE) == (verdict->count > 0), "%zu shares", verdict->count);
	for (size_t i = 0; i < verdict->count; i++) {
		const struct match_share *share = &verdict->shares[i];
		EXPECT(share->claim < CLAIMS && share->amount > 0 && share->amount <= open[share->claim], "share of claim %zu", share->claim);
		for (size_t j = 0; j < i; j++)
			EXPECT(verdict->shares[j].claim != share->claim, "claim %zu twice", share->claim);
		sum += share->amount;
	}
	EXPECT(verdict->rest >= 0 && sum + verdict->rest == credit->amount, "the rest is not the rest");
}

static void
take_row(void *context, const void *row)
{
	const struct match_finding *finding = row;
	EXPECT(finding->subject && finding->meaning && *finding->meaning, "a finding without a word");
	++*(size_t *)context;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const accounts[] = { NULL, "IT01", "IT02", "IT03", "IT04" };
	struct input input = { data, size };
	cents open[CLAIMS];
	struct matcher *matcher = make_matcher(open);
	while (input.length > 0) {
		size_t rows = 0;
		uint8_t choice = input_byte(&input);
		char *text = input_text(&input), *payer = input_text(&input);
		struct match_credit credit = { text, choice & 8 ? payer : NULL, accounts[choice % 5], choice & 16 ? 8540 : 1 + 100 * (cents)choice };
		struct match_verdict verdict;
		matcher_judge(matcher, &credit, &verdict);
		check_verdict(&verdict, &credit, open);
		for (size_t i = 0; choice & 32 && i < verdict.count; i++)
			open[verdict.shares[i].claim] -= verdict.shares[i].amount;
		if (choice & 32)
			matcher_take(matcher, &verdict);
		matcher_explain(matcher, text, take_row, &rows);
		EXPECT(rows >= 4, "%zu findings", rows);
		free(text);
		free(payer);
	}
	matcher_free(matcher);
	return 0;
}
