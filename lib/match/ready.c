/* What is made once everything is known: orders that do not depend on that in which it was added, and the tree of words. */
#include "internal.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>

static int
compare_editions(const void *a, const void *b, void *context)
{
	const struct matcher *matcher = context;
	const struct edition *left = &matcher->editions[*(const uint32_t *)a], *right = &matcher->editions[*(const uint32_t *)b];
	if (left->number != right->number)
		return left->number < right->number ? -1 : 1;
	if (left->year != right->year)
		return left->year < right->year ? -1 : 1;
	return strcmp(left->code, right->code);
}

static int
compare_people(const void *a, const void *b, void *context)
{
	const struct matcher *matcher = context;
	return strcmp(matcher->people[*(const uint32_t *)a].handle, matcher->people[*(const uint32_t *)b].handle);
}

static int
compare_claims(const void *a, const void *b, void *context)
{
	const struct matcher *matcher = context;
	const struct claim *left = &matcher->claims[*(const uint32_t *)a], *right = &matcher->claims[*(const uint32_t *)b];
	if (left->person != right->person)
		return left->person < right->person ? -1 : 1;
	if (left->month.month != right->month.month)
		return left->month.month < right->month.month ? -1 : 1;
	uint32_t left_rank = matcher->editions[left->edition].rank, right_rank = matcher->editions[right->edition].rank;
	if (left_rank != right_rank)
		return left_rank < right_rank ? -1 : 1;
	return (left > right) - (left < right); /* as they were added */
}

static uint32_t *
numbers(size_t count)
{
	uint32_t *list = memory((count + 1) * sizeof *list);
	for (size_t i = 0; i < count; i++)
		list[i] = (uint32_t)i;
	return list;
}

void
matcher_ready(struct matcher *matcher)
{
	matcher->by_number = numbers(matcher->edition_count);
	qsort_r(matcher->by_number, matcher->edition_count, sizeof *matcher->by_number, compare_editions, matcher);
	for (size_t i = 0; i < matcher->edition_count; i++)
		matcher->editions[matcher->by_number[i]].rank = (uint32_t)i;
	uint32_t *people = numbers(matcher->person_count);
	qsort_r(people, matcher->person_count, sizeof *people, compare_people, matcher);
	for (size_t i = 0; i < matcher->person_count; i++)
		matcher->people[people[i]].rank = (uint32_t)i;
	free(people);
	matcher->owned = numbers(matcher->claim_count);
	qsort_r(matcher->owned, matcher->claim_count, sizeof *matcher->owned, compare_claims, matcher);
	for (size_t i = matcher->claim_count; i-- > 0;) {
		struct person *person = &matcher->people[matcher->claims[matcher->owned[i]].person];
		person->first_claim = (uint32_t)i;
		person->claims++;
	}
	lexicon_plant(&matcher->lexicon);
}
