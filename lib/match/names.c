/* What names a text may have for a person. */
#include "internal.h"

#include <balint/fatal.h>

#include <stdlib.h>
#include <string.h>

enum { VARIANTS_MOST = 16, SHORT_NAME = 3 };

/* A name being written out: its letters, and where words begin in it. */
struct spelling {
	uint8_t codes[TERM_MOST];
	size_t length;
	uint64_t borders;
};

/* How a letter with a mark may be written without: ü as u or ue, ß as ss or s. */
static const char *
other_spelling(const struct letter *letter, const char *text)
{
	static const struct {
		const char *mark, *letters;
	} others[] = { { "ä", "ae" }, { "Ä", "ae" }, { "ö", "oe" }, { "Ö", "oe" }, { "ü", "ue" }, { "Ü", "ue" }, { "ø", "oe" }, { "Ø", "oe" }, { "å", "aa" },
		{ "Å", "aa" }, { "æ", "a" }, { "Æ", "a" }, { "ß", "s" } };
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (strlen(others[i].mark) == letter->end - letter->at && memcmp(others[i].mark, text + letter->at, strlen(others[i].mark)) == 0)
			return others[i].letters;
	return NULL;
}

static void
spell(struct spelling *spelling, unsigned code, bool border)
{
	if (spelling->length >= TERM_MOST)
		return;
	if (border && spelling->length > 0 && spelling->length < 64)
		spelling->borders |= (uint64_t)1 << spelling->length;
	spelling->codes[spelling->length++] = (uint8_t)code;
}

/* The letters as they are written where the bits of `choice` say for each marked one in turn: plainly, or the other way; and with a hole. */
static bool
spell_variant(const struct letters *letters, const char *text, size_t from, size_t to, unsigned choice, struct spelling *spelling)
{
	unsigned marks = 0;
	*spelling = (struct spelling){ .length = 0 };
	for (size_t i = from; i < to; i++) {
		const struct letter *letter = &letters->letters[i];
		const char *other = letter->marked ? other_spelling(letter, text) : NULL;
		size_t same = i + 1;
		while (same < to && letters->letters[same].at == letter->at)
			same++;
		bool border = i > from && letter->gap != 0;
		if (other && (choice >> marks++ & 1)) {
			for (; *other; other++, border = false)
				spell(spelling, (unsigned)(*other - 'a'), border);
			i = same - 1;
			continue;
		}
		spell(spelling, letter->code, border);
	}
	return marks > 0 && choice + 1 < (1U << marks);
}

/* Müller without its ue; of a name that ends in a consonant, as German ones do, so that Boero is not Boro. */
static bool
contract(const struct spelling *full, struct spelling *contracted)
{
	static const char pairs[] = "aeoeue";
	static const uint8_t vowels[] = { 'a' - 'a', 'e' - 'a', 'i' - 'a', 'o' - 'a', 'u' - 'a' };
	if (full->length < 5 || memchr(vowels, full->codes[full->length - 1], sizeof vowels))
		return false;
	*contracted = (struct spelling){ .length = 0 };
	bool found = false;
	for (size_t i = 0; i < full->length; i++) {
		spell(contracted, full->codes[i], i < 64 && full->borders >> i & 1);
		for (size_t p = 0; p < 6 && !found && i > 0 && i + 2 < full->length; p += 2)
			if (full->codes[i] == pairs[p] - 'a' && full->codes[i + 1] == 'e' - 'a') {
				found = true;
				i++;
			}
	}
	return found && contracted->length >= 4;
}

struct naming {
	struct matcher *matcher;
	uint32_t person, words;
	uint32_t terms[2 * VARIANTS_MOST]; /* that were made */
	size_t count;
};

static void
name(struct naming *naming, const struct spelling *spelling)
{
	struct lexicon *lexicon = &naming->matcher->lexicon;
	if (spelling->length == 0 || naming->count >= 2 * VARIANTS_MOST)
		return;
	for (size_t i = 0; i < spelling->length; i++)
		if (spelling->codes[i] >= LETTER_FOREIGN)
			return;
	uint32_t term = lexicon_add(lexicon, spelling->codes, spelling->length, naming->words);
	for (size_t i = 0; i < naming->count; i++)
		if (naming->terms[i] == term)
			return;
	naming->terms[naming->count++] = term;
	lexicon->terms[term].borders |= spelling->borders;
	if (naming->words & WORD_FAMILY && lexicon_link(lexicon, &lexicon->terms[term].people, naming->person))
		lexicon->terms[term].count++;
	if (naming->words & WORD_PART)
		lexicon->terms[term].part_of = lexicon->terms[term].part_of == NOTHING || lexicon->terms[term].part_of == naming->person ? naming->person : SEVERAL;
}

/* Adds the letters from … to in all their spellings. */
static void
name_all(struct naming *naming, const struct letters *letters, const char *text, size_t from, size_t to)
{
	struct spelling spelling, contracted;
	bool more = true;
	for (unsigned choice = 0; more && choice < VARIANTS_MOST; choice++) {
		more = spell_variant(letters, text, from, to, choice, &spelling);
		name(naming, &spelling);
		if (contract(&spelling, &contracted))
			name(naming, &contracted);
	}
}

static size_t
pair_slot(const struct matcher *matcher, uint64_t key)
{
	uint64_t mixed = key * 0x9e3779b97f4a7c15;
	size_t slot = (size_t)(mixed >> 20) & (matcher->pair_slots - 1);
	while (matcher->pairs[slot].person != NOTHING && matcher->pairs[slot].key != key)
		slot = (slot + 1) & (matcher->pair_slots - 1);
	return slot;
}

static void
grow_pairs(struct matcher *matcher)
{
	struct pair *old = matcher->pairs;
	size_t count = matcher->pair_slots;
	matcher->pair_slots = count ? 2 * count : 1024;
	matcher->pairs = memory(matcher->pair_slots * sizeof *matcher->pairs);
	for (size_t i = 0; i < matcher->pair_slots; i++)
		matcher->pairs[i] = (struct pair){ 0, NOTHING };
	for (size_t i = 0; i < count; i++)
		if (old[i].person != NOTHING)
			matcher->pairs[pair_slot(matcher, old[i].key)] = old[i];
	free(old);
}

static void
add_pair(struct matcher *matcher, uint32_t family, uint32_t given, uint32_t person)
{
	if (2 * (matcher->pair_count + 1) > matcher->pair_slots)
		grow_pairs(matcher);
	uint64_t key = (uint64_t)family << 32 | given;
	struct pair *pair = &matcher->pairs[pair_slot(matcher, key)];
	matcher->pair_count += pair->person == NOTHING;
	pair->person = pair->person == NOTHING || pair->person == person ? person : SEVERAL;
	pair->key = key;
}

uint32_t
names_pair(const struct matcher *matcher, uint32_t family, uint32_t given)
{
	return matcher->pair_slots ? matcher->pairs[pair_slot(matcher, (uint64_t)family << 32 | given)].person : NOTHING;
}

static bool
is_particle(const struct matcher *matcher, const struct letters *letters, size_t from, size_t to)
{
	uint8_t codes[8];
	if (to - from >= sizeof codes)
		return false;
	for (size_t i = from; i < to; i++)
		codes[i - from] = letters->letters[i].code;
	uint32_t term = lexicon_find(&matcher->lexicon, codes, to - from);
	return term != NOTHING && (matcher->lexicon.terms[term].words & (WORD_PARTICLE | WORD_AND)) != 0;
}

/* The names of a double surname; not of De Luca. */
static void
name_parts(struct naming *naming, const struct letters *letters, const char *text)
{
	for (size_t from = 0, to; from < letters->count; from = to) {
		to = letters_word_end(letters, from);
		if (is_particle(naming->matcher, letters, from, to))
			return;
	}
	for (size_t from = 0, to; from < letters->count; from = to) {
		to = letters_word_end(letters, from);
		if (to - from > SHORT_NAME && to - from < letters->count)
			name_all(naming, letters, text, from, to);
	}
}

/* Family and given names that stand together. */
static void
pair_all(struct matcher *matcher, uint32_t person, const struct naming *families, const struct naming *givens)
{
	for (size_t f = 0; f < families->count; f++)
		for (size_t g = 0; g < givens->count; g++)
			add_pair(matcher, families->terms[f], givens->terms[g], person);
}

void
names_add_person(struct matcher *matcher, uint32_t number)
{
	struct letters *letters = &matcher->scratch;
	struct person *person = &matcher->people[number];
	struct naming families = { .matcher = matcher, .person = number, .words = WORD_FAMILY | (person->institution ? WORD_INSTITUTION : 0) };
	struct naming parts = { .matcher = matcher, .person = number, .words = WORD_PART };
	struct naming givens = { .matcher = matcher, .person = number, .words = WORD_GIVEN };
	letters_read(letters, person->family);
	name_all(&families, letters, person->family, 0, letters->count);
	if (person->institution)
		return;
	name_parts(&parts, letters, person->family);
	letters_read(letters, person->given);
	name_all(&givens, letters, person->given, 0, letters->count);
	for (size_t from = 0, to; from < letters->count; from = to) {
		to = letters_word_end(letters, from);
		if (to - from >= SHORT_NAME)
			name_all(&givens, letters, person->given, from, to);
	}
	person->given_term = givens.count ? givens.terms[0] : NOTHING;
	person->initial = letters->count > 0 ? letters->letters[0].code : LETTER_FOREIGN;
	pair_all(matcher, number, &families, &givens);
	pair_all(matcher, number, &parts, &givens);
}

void
names_add_handle(struct matcher *matcher, uint32_t person)
{
	const char *handle = matcher->people[person].handle;
	struct naming naming = { .matcher = matcher, .person = person, .words = WORD_FAMILY };
	letters_read(&matcher->scratch, handle);
	if (matcher->scratch.count > SHORT_NAME)
		name_all(&naming, &matcher->scratch, handle, 0, matcher->scratch.count);
}
