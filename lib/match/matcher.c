#include "internal.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>

/* Room for one more. */
#define GROW(list, count, room) \
	((count) < (room) ? (void)0 : (void)((room) = 2 * (room) + 64, (list) = memory_resized((list), (room) * sizeof *(list))))

struct matcher *
matcher_new(void)
{
	struct matcher *matcher = memory(sizeof *matcher);
	*matcher = (struct matcher){ .first_year = 9999 };
	lexicon_fill(&matcher->lexicon);
	return matcher;
}

void
matcher_free(struct matcher *matcher)
{
	if (!matcher)
		return;
	for (size_t i = 0; i < matcher->edition_count; i++)
		free(matcher->editions[i].code);
	for (size_t i = 0; i < matcher->person_count; i++)
		free(matcher->people[i].name); /* the other texts are in it */
	lexicon_release(&matcher->lexicon);
	reading_release(&matcher->text);
	reading_release(&matcher->payer);
	letters_release(&matcher->scratch);
	free(matcher->editions);
	free(matcher->people);
	free(matcher->claims);
	free(matcher->pairs);
	free(matcher->accounts);
	free(matcher->owned);
	free(matcher->by_number);
	free(matcher->account_slots);
	free(matcher->shares);
	free(matcher->picked);
	free(matcher);
}

static void
note_year(struct matcher *matcher, int year)
{
	matcher->first_year = year < matcher->first_year ? year : matcher->first_year;
	matcher->last_year = year > matcher->last_year ? year : matcher->last_year;
}

size_t
matcher_edition(struct matcher *matcher, const struct match_edition *edition)
{
	GROW(matcher->editions, matcher->edition_count, matcher->edition_room);
	size_t number = matcher->edition_count++;
	matcher->editions[number] = (struct edition){ .code = memory_text(edition->code), .number = edition->number, .year = edition->year };
	names_add_title(matcher, (uint32_t)number, edition->title, edition->code);
	note_year(matcher, edition->year);
	return number;
}

/* The person's texts side by side in one piece of memory: name, family, given, handle. */
static void
keep_texts(struct person *person, const struct match_person *known)
{
	const char *given = known->given ? known->given : "";
	size_t family = strlen(known->family) + 1, second = strlen(given) + 1, handle = strlen(known->handle) + 1, name = family + second;
	char *text = memory(name + family + second + handle);
	person->name = text;
	memcpy(text, known->family, family);
	if (*given) {
		text[family - 1] = ' ';
		memcpy(text + family, given, second);
	}
	person->family = memcpy(text + name, known->family, family);
	person->given = memcpy(text + name + family, given, second);
	person->handle = memcpy(text + name + family + second, known->handle, handle);
}

size_t
matcher_person(struct matcher *matcher, const struct match_person *known)
{
	GROW(matcher->people, matcher->person_count, matcher->person_room);
	size_t number = matcher->person_count++;
	struct person *person = &matcher->people[number];
	*person = (struct person){ .paid_for = NOTHING, .payer = known->payer == MATCH_NONE ? NOTHING : (uint32_t)known->payer, .given_term = NOTHING,
		.institution = !known->given || !*known->given };
	keep_texts(person, known);
	names_add_person(matcher, (uint32_t)number);
	if (known->payer != MATCH_NONE)
		lexicon_link(&matcher->lexicon, &matcher->people[known->payer].paid_for, (uint32_t)number);
	return number;
}

size_t
matcher_claim(struct matcher *matcher, const struct match_claim *claim)
{
	GROW(matcher->claims, matcher->claim_count, matcher->claim_room);
	matcher->claims[matcher->claim_count] = (struct claim){ (uint32_t)claim->person, (uint32_t)claim->edition, claim->month, claim->open };
	if (claim->reference)
		names_add_reference(matcher, claim);
	note_year(matcher, month_year(claim->month));
	return matcher->claim_count++;
}

/* Capital letters and digits only. */
static void
plain_iban(const char *iban, char plain[40])
{
	size_t length = 0;
	for (; *iban && length < 39; iban++) {
		char c = *iban >= 'a' && *iban <= 'z' ? (char)(*iban - 'a' + 'A') : *iban;
		if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
			plain[length++] = c;
	}
	plain[length] = '\0';
}

static size_t
account_slot(const struct matcher *matcher, const char *iban)
{
	uint64_t hash = 0xcbf29ce484222325;
	for (const char *c = iban; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 0x100000001b3;
	size_t slot = (size_t)(hash ^ hash >> 31) & (matcher->account_slot_count - 1);
	while (matcher->account_slots[slot] != NOTHING && strcmp(matcher->accounts[matcher->account_slots[slot]].iban, iban) != 0)
		slot = (slot + 1) & (matcher->account_slot_count - 1);
	return slot;
}

static void
grow_accounts(struct matcher *matcher)
{
	matcher->account_slot_count = matcher->account_slot_count ? 2 * matcher->account_slot_count : 256;
	matcher->account_slots = memory_resized(matcher->account_slots, matcher->account_slot_count * sizeof *matcher->account_slots);
	memset(matcher->account_slots, 0xff, matcher->account_slot_count * sizeof *matcher->account_slots);
	for (size_t i = 0; i < matcher->account_count; i++)
		matcher->account_slots[account_slot(matcher, matcher->accounts[i].iban)] = (uint32_t)i;
}

void
matcher_iban(struct matcher *matcher, const char *iban, size_t person)
{
	char plain[40];
	plain_iban(iban, plain);
	if (!*plain)
		return;
	if (2 * (matcher->account_count + 1) > matcher->account_slot_count)
		grow_accounts(matcher);
	size_t slot = account_slot(matcher, plain);
	if (matcher->account_slots[slot] == NOTHING) {
		GROW(matcher->accounts, matcher->account_count, matcher->account_room);
		struct account *account = &matcher->accounts[matcher->account_count];
		*account = (struct account){ .people = NOTHING };
		memcpy(account->iban, plain, sizeof plain);
		matcher->account_slots[slot] = (uint32_t)matcher->account_count++;
	}
	struct account *account = &matcher->accounts[matcher->account_slots[slot]];
	account->count += lexicon_link(&matcher->lexicon, &account->people, (uint32_t)person);
}

static const struct account *
find_account(const struct matcher *matcher, const char *iban)
{
	char plain[40];
	plain_iban(iban ? iban : "", plain);
	if (!*plain || matcher->account_slot_count == 0)
		return NULL;
	uint32_t account = matcher->account_slots[account_slot(matcher, plain)];
	return account == NOTHING ? NULL : &matcher->accounts[account];
}

void
matcher_judge(struct matcher *matcher, const struct match_credit *credit, struct match_verdict *verdict)
{
	reading_make(matcher, &matcher->payer, credit->payer ? credit->payer : "", NULL);
	reading_make(matcher, &matcher->text, credit->text, &matcher->payer);
	judge_reading(matcher, credit, find_account(matcher, credit->iban), verdict);
}

void
matcher_take(struct matcher *matcher, const struct match_verdict *verdict)
{
	for (size_t i = 0; i < verdict->count; i++)
		matcher->claims[verdict->shares[i].claim].open -= verdict->shares[i].amount;
}
