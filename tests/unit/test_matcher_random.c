/*
 * Thousands of transfers as banks and payers mangle them, for people with names as bad as they come: whatever is
 * matched is for the right person and month. Seeds are fixed; BALINT_SEED tries others.
 */
#include <balint/date_words.h>
#include <balint/fatal.h>
#include <balint/matcher.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { EDITIONS = 5, PEOPLE = 70, CLAIMS_MOST = 2000, TEXT = 1024, ROUNDS = 40, CREDITS = 1000 };

struct person {
	const char *family, *given;
};
struct claim {
	size_t person, edition;
	struct month month;
	cents open;
	char reference[160];
};
static struct match_edition editions[EDITIONS] = {
	{ "8", "Gruppo Balint", 8, 2019 }, { "9", "Gruppo Balint", 9, 2020 }, { "10", "Gruppo Balint", 10, 2021 }, { "P3", "Balint Pediatri", 3, 2021 },
	{ "11", "Gruppo Balint", 11, 2022 },
};
static struct person people[PEOPLE];
static struct claim claims[CLAIMS_MOST];
static size_t claim_count;
static uint64_t state;

static const char *const families[] = { "Rossi", "Rossini", "Rosi", "De Rossi", "Luca", "De Luca", "D'Angelo", "Angelo", "Nicolò", "Nicola", "Müller", "Maggio",
	"Marzo", "Aprile", "Conti", "Conte", "Banca", "Favore", "Valuta", "Gruppo", "Bianchi", "Rossi Bianchi", "Verdi", "Bianchi-Verdi", "Martino", "Di Martino",
	"Mariani", "Mari", "Marini", "Perrino", "Delfino", "Amato", "D'Amato", "Lo Russo", "Russo", "Ferri", "Ferrari", "Ferraris", "Re", "Santo", "San Martino",
	"Neri", "Costa", "Della Costa", "Giuli", "Marzotto", "Setti", "Agosti", "Ågren", "Groß", "Boero", "Boro", "Di Marzo", "Via", "Torino", "Ottobre" };
static const char *const givens[] = { "Mario", "Maria", "Marco", "Luca", "Anna", "Giulia", "Maria Grazia", "Martino", "Angelo", "Nicola", "Rosa", "Aprile" };
static const char *const strangers[] = { "Ferrero Ugo", "Pautasso Ines", "Rossotti Eva", "Marengo Lino", "Bo Lia", "Di Rosa Pia" };
static const char *const streets[] = { "VIA VERDI 3 10121 TORINO", "CORSO ROSSI 12 TORINO", "VIA XX SETTEMBRE 4", "PIAZZA 1 MAGGIO 7 MONCALIERI", "VIA LUCA 1" };

#define LENGTH(list) (sizeof(list) / sizeof(list)[0])

static unsigned
chance(size_t most)
{
	state = state * 6364136223846793005 + 1442695040888963407;
	return (unsigned)((state >> 33) % most);
}

static bool
is_member(const char *family, const char *given)
{
	for (size_t i = 0; i < PEOPLE; i++)
		if (strcmp(people[i].family, family) == 0 && strncmp(people[i].given, given, strlen(given)) == 0)
			return true;
	return false;
}

static bool
namesake(size_t person, size_t edition)
{
	for (size_t i = 0; i < claim_count; i++)
		if (claims[i].person != person && (edition == SIZE_MAX || claims[i].edition == edition)
		    && strcmp(people[claims[i].person].family, people[person].family) == 0)
			return true;
	return false;
}

static bool
is_in(size_t person, size_t edition)
{
	for (size_t i = 0; i < claim_count; i++)
		if (claims[i].person == person && claims[i].edition == edition)
			return true;
	return false;
}

static void
make_claims(size_t person, size_t edition)
{
	cents amount = chance(2) ? 8540 : 6100;
	bool biennial = edition == 4;
	for (int i = 0; i < (biennial ? 10 : 5); i++) {
		struct claim *claim = &claims[claim_count++];
		*claim = (struct claim){ .person = person, .edition = edition, .open = amount };
		claim->month = month_plus(month_at(editions[edition].year + 1, 2), biennial ? 12 * (i / 5) + i % 5 : i);
	}
}

static void
print_references(void)
{
	for (size_t i = 0; i < claim_count; i++) {
		struct claim *claim = &claims[i];
		const struct match_edition *edition = &editions[claim->edition];
		bool two = namesake(claim->person, claim->edition);
		char year[16] = "";
		if (claim->edition == 4)
			snprintf(year, sizeof year, " %d", month_year(claim->month));
		snprintf(claim->reference, sizeof claim->reference, "%s %d ed %d_%s%s%s_%s%s", edition->title, edition->number, edition->year,
		    people[claim->person].family, two ? " " : "", two ? people[claim->person].given : "", month_name(claim->month, "it"), year);
	}
}

static struct matcher *
make_world(void)
{
	struct matcher *matcher = matcher_new();
	claim_count = 0;
	for (size_t i = 0; i < PEOPLE; i++) {
		people[i] = (struct person){ families[chance(LENGTH(families))], givens[chance(LENGTH(givens))] };
		make_claims(i, chance(EDITIONS));
	}
	for (size_t i = 0; i < PEOPLE / 8; i++) {
		size_t person = chance(PEOPLE), other = chance(EDITIONS);
		if (!is_in(person, other))
			make_claims(person, other);
	}
	print_references();
	for (size_t i = 0; i < EDITIONS; i++)
		matcher_edition(matcher, &editions[i]);
	for (size_t i = 0; i < PEOPLE; i++) {
		char handle[16];
		snprintf(handle, sizeof handle, "p%zu", i);
		matcher_person(matcher, &(struct match_person){ handle, people[i].family, people[i].given, MATCH_NONE });
	}
	for (size_t i = 0; i < claim_count; i++)
		matcher_claim(matcher, &(struct match_claim){ claims[i].person, claims[i].edition, claims[i].month, claims[i].open, claims[i].reference });
	matcher_ready(matcher);
	return matcher;
}

/* What a transfer is for, and how it says so. */
struct transfer {
	char text[TEXT], payer[128];
	bool has_payer, said, cut; /* said: nothing is left to guess */
	size_t claims[4], count;
	cents amount;
};

static void
add_noise(char *text, const char *payer)
{
	char *whole;
	switch (chance(6)) {
	case 0:
		whole = memory_format("BONIFICO A VOSTRO FAVORE DISPOSTO DA %s %s PER %s COMM 0,00 TRN 1101%u2106%u", payer, streets[chance(LENGTH(streets))], text,
		    chance(99999), chance(99999));
		break;
	case 1:
		whole = memory_format("BONIFICO SEPA DA: %s PER: %s COMM: 0,00 TRN: IT%u80542%u", payer, text, chance(9999), chance(99999));
		break;
	case 2:
		whole = memory_format("%s %s DATA VALUTA %u.0%u.2021", payer, text, 1 + chance(28), 1 + chance(9));
		break;
	case 3:
		whole = memory_format("%s EUR 85,40 grazie", text);
		break;
	default:
		return;
	}
	if (strlen(whole) < TEXT)
		strcpy(text, whole);
	free(whole);
}

/* The characters of the text that banks change: capitals, accents, separators; then line breaks, then a cut. */
static void
mangle(struct transfer *transfer)
{
	static const char *const accents[] = { "ò", "o", "ü", "u", "Å", "A", "ß", "s" };
	char out[TEXT];
	size_t used = 0;
	unsigned separator = chance(7);
	bool plain = chance(2), upper = chance(2);
	for (const char *c = transfer->text; *c && used + 4 < TEXT; c++) {
		bool done = false;
		for (size_t i = 0; plain && i < LENGTH(accents) && !done; i += 2)
			if (strncmp(c, accents[i], strlen(accents[i])) == 0) {
				out[used++] = *accents[i + 1];
				c += strlen(accents[i]) - 1;
				done = true;
			}
		if (done)
			continue;
		if (*c == '_' && separator < 6) {
			if (separator < 5)
				out[used++] = " -?./"[separator];
			continue;
		}
		out[used++] = upper && *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
	}
	out[used] = '\0';
	if (chance(10) == 0) { /* every separator is gone */
		char *to = out;
		for (const char *c = out; *c; c++)
			if (!strchr(" _-.'", *c))
				*to++ = *c;
		*to = '\0';
	}
	used = strlen(out);
	for (unsigned breaks = chance(3) == 0 ? 1 + chance(3) : 0; breaks > 0 && used > 4 && used + 2 < TEXT; breaks--) {
		size_t at = chance(3) && used > 55 ? 50 : 1 + chance(used - 2);
		if (((unsigned char)out[at] & 0xc0) == 0x80)
			continue;
		memmove(out + at + 1, out + at, used - at + 1);
		out[at] = ' ';
		used++;
	}
	if (chance(12) == 0 && used > 20) {
		transfer->cut = true;
		out[used - 1 - chance(12)] = '\0';
	}
	strcpy(transfer->text, out);
}

static void
make_payer(size_t person, struct transfer *transfer)
{
	size_t other = chance(PEOPLE);
	const char *given;
	transfer->has_payer = true;
	switch (chance(8)) {
	case 0:
		transfer->has_payer = false;
		snprintf(transfer->payer, sizeof transfer->payer, "%s %s", people[person].family, people[person].given);
		break;
	case 1:
		do /* husband or wife */
			snprintf(transfer->payer, sizeof transfer->payer, "%s %s", people[person].family, given = givens[chance(LENGTH(givens))]);
		while (is_member(people[person].family, given));
		break;
	case 2:
		snprintf(transfer->payer, sizeof transfer->payer, "%s", strangers[chance(LENGTH(strangers))]);
		break;
	case 3:
		snprintf(transfer->payer, sizeof transfer->payer, "%s %s", people[other].given, people[other].family);
		break;
	default:
		snprintf(transfer->payer, sizeof transfer->payer, chance(2) ? "%s %s" : "%s %s ", people[person].family, people[person].given);
	}
}

static void
write_text(size_t number, struct transfer *transfer)
{
	const struct claim *claim = &claims[number];
	const struct match_edition *edition = &editions[claim->edition];
	const struct person *person = &people[claim->person];
	const char *month = month_name(claim->month, "it"), *both = chance(2) ? person->given : "";
	int year = month_year(claim->month);
	char *text = transfer->text;
	transfer->claims[0] = number;
	transfer->count = 1;
	transfer->amount = claim->open;
	transfer->said = true;
	switch (chance(12)) {
	case 0:
		snprintf(text, TEXT, "balint %s %s %.3s %d", person->family, both, month, year);
		break;
	case 1:
		snprintf(text, TEXT, "%s %s %02d/%d gruppo balint", both, person->family, claim->month.month % 12 + 1, year);
		break;
	case 2:
		snprintf(text, TEXT, "gruppo balint %d° ed. %d – %s – mese di %s %d", edition->number, edition->year, person->family, month, year);
		break;
	case 3:
		snprintf(text, TEXT, "%s %s %s %d %s n. %d", person->given, person->family, month, year, edition->title, edition->number);
		break;
	case 4:
		snprintf(text, TEXT, "quota %s %d di %s %s %s ed. %d", month, year, person->family, person->given, edition->title, edition->number);
		break;
	case 5: { /* two months */
		size_t next = number + 1 < claim_count && claims[number + 1].person == claim->person && claims[number + 1].edition == claim->edition ? number + 1 : number;
		snprintf(text, TEXT, "%s %d ed %d %s %s %s%s%s %d", edition->title, edition->number, edition->year, person->family, both, month, next > number ? "-" : "",
		    next > number ? month_name(claims[next].month, "it") : "", year);
		transfer->said = month_year(claims[next].month) == year;
		transfer->claims[1] = next;
		transfer->count = next > number ? 2 : 1;
		transfer->amount += next > number ? claims[next].open : 0;
		break;
	}
	case 6: { /* another edition than theirs, where nobody is called so */
		size_t other = chance(EDITIONS);
		const struct match_edition *wrong = &editions[is_in(claim->person, other) || namesake(claim->person, other) ? claim->edition : other];
		snprintf(text, TEXT, "%s %d ed %d_%s %s_%s", wrong->title, wrong->number, wrong->year, person->family, both, month);
		transfer->said = false;
		break;
	}
	case 7: /* no month, or no name */
		snprintf(text, TEXT, "%s %d ed %d_%s", edition->title, edition->number, edition->year, chance(2) ? person->family : month);
		transfer->said = false;
		break;
	case 8: { /* somebody unknown, with another purpose or the same */
		snprintf(text, TEXT, chance(2) ? "%s saldo fattura %s" : "Gruppo Balint 9 ed 2020_%s_%s", strangers[chance(LENGTH(strangers))], month);
		transfer->count = 0;
		transfer->said = false;
		break;
	}
	default:
		snprintf(text, TEXT, "%s", claim->reference);
	}
}

static bool
is_meant(const struct transfer *transfer, size_t claim)
{
	for (size_t i = 0; i < transfer->count; i++)
		if (transfer->claims[i] == claim)
			return true;
	return false;
}

/* A name that is nobody else's, or is said with the given name. */
static bool
is_clear(const struct transfer *transfer)
{
	size_t person = claims[transfer->claims[0]].person;
	return transfer->said && !transfer->cut && !namesake(person, SIZE_MAX);
}

struct score {
	size_t credits, matched, clear, clear_matched, probable, probable_wrong;
};

static void
print_finding(void *context, const void *row)
{
	const struct match_finding *finding = row;
	(void)context;
	print_message("%s\t%s\t%s\n", finding->subject, finding->found ? finding->found : "", finding->meaning);
}

static void
judge_one(struct matcher *matcher, struct score *score)
{
	static struct transfer transfer;
	size_t number = chance(claim_count);
	struct match_verdict verdict;
	transfer = (struct transfer){ .count = 0 };
	if (claims[number].open == 0)
		return;
	write_text(number, &transfer);
	if (transfer.amount == 0 || (transfer.count == 2 && claims[transfer.claims[1]].open == 0))
		return;
	make_payer(claims[number].person, &transfer);
	bool lone = transfer.count == 0;
	if (lone)
		strcpy(transfer.payer, strangers[chance(LENGTH(strangers))]);
	add_noise(transfer.text, transfer.payer);
	mangle(&transfer);
	matcher_judge(matcher, &(struct match_credit){ transfer.text, transfer.has_payer ? transfer.payer : NULL, NULL, transfer.amount }, &verdict);
	bool clear = !lone && is_clear(&transfer), matched = verdict.kind == MATCH_MATCHED, wrong = false;
	for (size_t i = 0; i < verdict.count; i++)
		wrong |= !is_meant(&transfer, verdict.shares[i].claim);
	if (matched && wrong && getenv("BALINT_SHOW"))
		matcher_explain(matcher, transfer.text, print_finding, NULL);
	if (matched && wrong)
		fail_msg("wrong: '%s' of %s is for %s, not %s (%s)", transfer.text, transfer.has_payer ? transfer.payer : "-",
		    claims[verdict.shares[0].claim].reference, transfer.count ? claims[number].reference : "nobody", verdict.reason);
	if (!*verdict.reason)
		fail_msg("no reason for '%s'", transfer.text);
	score->credits++;
	score->matched += matched;
	score->clear += clear;
	score->clear_matched += clear && matched;
	score->probable += verdict.kind == MATCH_PROBABLE;
	score->probable_wrong += verdict.kind == MATCH_PROBABLE && wrong;
	if (verdict.kind == MATCH_PROBABLE && wrong && getenv("BALINT_SHOW"))
		print_message("probable, wrong: '%s' of %s is for %s, not %s: %s\n", transfer.text, transfer.has_payer ? transfer.payer : "-",
		    claims[verdict.shares[0].claim].reference, transfer.count ? claims[number].reference : "nobody", verdict.reason);
	if (clear && !matched && getenv("BALINT_SHOW"))
		print_message("missed: '%s' of %s: %s\n", transfer.text, transfer.has_payer ? transfer.payer : "-", verdict.reason);
	if (matched) {
		for (size_t i = 0; i < verdict.count; i++)
			claims[verdict.shares[i].claim].open -= verdict.shares[i].amount;
		matcher_take(matcher, &verdict);
	}
}

static void
nothing_goes_to_a_wrong_person_or_month(void **unused)
{
	struct score score = { 0 };
	const char *seed = getenv("BALINT_SEED");
	(void)unused;
	for (uint64_t round = 0; round < ROUNDS; round++) {
		state = (seed ? strtoull(seed, NULL, 10) : 1) * 1000 + round;
		struct matcher *matcher = make_world();
		for (size_t i = 0; i < CREDITS; i++)
			judge_one(matcher, &score);
		matcher_free(matcher);
	}
	print_message("%zu credits, %zu matched; of %zu that leave nothing to guess %zu (%.2f %%); %zu probable, %zu of them not so\n", score.credits, score.matched,
	    score.clear, score.clear_matched, 100.0 * (double)score.clear_matched / (double)score.clear, score.probable, score.probable_wrong);
	assert_true(score.clear_matched * 100 >= score.clear * 80);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(nothing_goes_to_a_wrong_person_or_month) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
