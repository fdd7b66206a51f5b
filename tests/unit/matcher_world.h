/* A small association for tests of the matcher, and verdicts as one line of text. */
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

enum { WORLD_MOST = 64 };

struct world {
	struct matcher *matcher;
	const char *people[WORLD_MOST];
	size_t person_of[WORLD_MOST * 16];
	struct month month_of[WORLD_MOST * 16];
};

static inline cents
amount_of(const char *text)
{
	cents amount = CENTS_NONE;
	struct refusal why = { "" };
	if (!money_parse(text, &amount, &why))
		fail_msg("%s", why.text);
	return amount;
}

static inline void
judge(struct world *world, const char *text, const char *payer, const char *iban, const char *amount, struct match_verdict *verdict)
{
	struct match_credit credit = { text, payer, iban, amount_of(amount) };
	matcher_judge(world->matcher, &credit, verdict);
}

static inline void
write_verdict(const struct world *world, const struct match_verdict *verdict, char text[1024])
{
	static const char *const kinds[] = { "unknown", "ambiguous", "probable", "matched" };
	char money[MONEY_TEXT], month[MONTH_TEXT];
	int used = snprintf(text, 1024, "%s", kinds[verdict->kind]);
	for (size_t i = 0; i < verdict->count; i++)
		used += snprintf(text + used, 1024 - (size_t)used, " %s %s %s", world->people[world->person_of[verdict->shares[i].claim]],
		    month_write(world->month_of[verdict->shares[i].claim], month), money_write(verdict->shares[i].amount, money));
	if (verdict->count && verdict->rest)
		snprintf(text + used, 1024 - (size_t)used, " rest %s", money_write(verdict->rest, money));
}

static inline void
check_verdict(struct world *world, const char *text, const char *payer, const char *iban, const char *amount, const char *expected)
{
	char written[1024];
	struct match_verdict verdict;
	judge(world, text, payer, iban, amount, &verdict);
	write_verdict(world, &verdict, written);
	const char *hash = strstr(expected, " # ");
	size_t length = hash ? (size_t)(hash - expected) : strlen(expected);
	if (strlen(written) != length || memcmp(written, expected, length) != 0 || (hash && !strstr(verdict.reason, hash + 3)) || !*verdict.reason)
		fail_msg("'%.200s' of %s: %s (%s), expected %s", text, amount, written, verdict.reason, expected);
}

static inline void
world_claims(struct world *world, size_t person, size_t edition, struct month first, const char *prefix, const char *name, bool with_year, cents amount,
    int paid)
{
	for (int i = 0; i < 5; i++) {
		char year[16] = "";
		struct month month = month_plus(first, with_year ? 12 * (i / 3) + i % 3 : i);
		if (with_year)
			snprintf(year, sizeof year, " %d", month_year(month));
		char *reference = memory_format("%s_%s_%s%s", prefix, name, month_name(month, "it"), year);
		size_t claim = matcher_claim(world->matcher, &(struct match_claim){ person, edition, month, i < paid ? 0 : amount, reference });
		world->person_of[claim] = person;
		world->month_of[claim] = month;
		free(reference);
	}
}

static inline int
world_setup(void **state)
{
	static const struct match_edition editions[] = {
		{ "8", "Gruppo Balint", 8, 2019 }, { "9", "Gruppo Balint", 9, 2020 }, { "10", "Gruppo Balint", 10, 2021 }, { "11", "Gruppo Balint", 11, 2021 },
	};
	static const struct {
		const char *handle, *family, *given;
		size_t edition;
		cents amount;
		int paid;
		bool institution; /* which pays for them */
	} people[] = {
		{ "rossi", "Rossi", "Mario", 1, 8540, 0, false },
		{ "verdi", "Verdi", "Anna", 1, 6100, 0, false },
		{ "bianchi", "Bianchi", "Carla", 1, 8540, 0, false },
		{ "maggio", "Maggio", "Elena", 1, 8540, 0, false },
		{ "dangelo", "D'Angelo", "Paolo", 1, 8540, 0, false },
		{ "nicolo", "Nicolò", "Piero", 1, 8540, 0, false },
		{ "muller", "Müller", "Hans", 1, 8540, 0, false },
		{ "deluca", "De Luca", "Sara", 1, 8540, 0, false },
		{ "rossini", "Rossini", "Carlo", 1, 8540, 0, false },
		{ "conti", "Conti", "Bruno", 1, 8540, 0, false },
		{ "favore", "Favore", "Lia", 1, 8540, 0, false },
		{ "neri", "Neri", "Rita", 1, 8540, 0, false },
		{ "nerigialli", "Neri Gialli", "Olga", 1, 8540, 0, false },
		{ "ferri", "Ferri", "Mario", 1, 8540, 0, false },
		{ "ferri.maria", "Ferri", "Maria", 1, 8540, 0, false },
		{ "galli", "Galli", "Pia", 1, 8540, 0, false },
		{ "galli.ugo", "Galli", "Ugo", 0, 8540, 5, false },
		{ "paghi", "Paghi", "Nino", 1, 8540, 2, false },
		{ "serra", "Serra", "Ivo", 1, 8540, 0, false },
		{ "serra", NULL, NULL, 2, 6100, 0, false },
		{ "lungo", "Lungo", "Gino", 3, 8540, 0, false },
		{ "asl", "ASL Città di Torino", "", 0, 0, 0, false },
		{ "asla", "Aloisi", "Ada", 1, 8540, 0, true },
		{ "aslb", "Bruni", "Bice", 1, 6100, 0, true },
	};
	static const struct {
		const char *iban, *handle;
	} book[] = { { "IT01", "ferri.maria" }, { "IT02", "bianchi" }, { "IT03", "verdi" }, { "IT03", "rossi" }, { "IT09", "asl" } };
	static struct world world;
	size_t institution = MATCH_NONE, person = 0;
	world.matcher = matcher_new();
	for (size_t i = 0; i < 4; i++)
		matcher_edition(world.matcher, &editions[i]);
	for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
		const char *name = people[i].family ? people[i].family : "Serra";
		if (people[i].family) {
			person = matcher_person(world.matcher, &(struct match_person){ people[i].handle, people[i].family, people[i].given,
			                                           people[i].institution ? institution : MATCH_NONE });
			world.people[person] = people[i].handle;
		}
		if (people[i].amount == 0) {
			institution = person;
			continue;
		}
		const struct match_edition *edition = &editions[people[i].edition];
		char *prefix = memory_format("%s %d ed %d", edition->title, edition->number, edition->year);
		char *printed = strcmp(name, "Ferri") == 0 ? memory_format("%s %s", name, people[i].given) : memory_text(name);
		world_claims(&world, person, people[i].edition, month_at(edition->year + 1, 2), prefix, printed, people[i].edition == 3, people[i].amount, people[i].paid);
		free(prefix);
		free(printed);
	}
	for (size_t i = 0; i < sizeof book / sizeof book[0]; i++)
		for (size_t j = 0; world.people[j]; j++)
			if (strcmp(world.people[j], book[i].handle) == 0)
				matcher_iban(world.matcher, book[i].iban, j);
	matcher_ready(world.matcher);
	*state = &world;
	return 0;
}

static inline int
world_teardown(void **state)
{
	matcher_free(((struct world *)*state)->matcher);
	return 0;
}
