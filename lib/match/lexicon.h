/*
 * The words that the matcher knows: names of people, months, what references begin with, and the words that
 * banks and payers put around them. Found in a text by walking a tree of letters, gaps left out.
 */
#ifndef BALINT_MATCH_LEXICON_H
#define BALINT_MATCH_LEXICON_H

#include "letters.h"

#define NOTHING UINT32_MAX
#define SEVERAL (UINT32_MAX - 1)

/* What a word may be; some are several things. */
enum word {
	WORD_FAMILY = 1 << 0,
	WORD_GIVEN = 1 << 1,
	WORD_PART = 1 << 2,      /* one of the names of a double surname */
	WORD_MONTH = 1 << 3,
	WORD_SHORT = 1 << 4,     /* with WORD_MONTH: mar, marz */
	WORD_BEGINNING = 1 << 5, /* of the references of an edition: gruppobalint9ed2020 */
	WORD_TITLE = 1 << 6,     /* of an edition */
	WORD_ED = 1 << 7,        /* ed, edizione */
	WORD_MESE = 1 << 8,      /* mese, mensilità */
	WORD_RATA = 1 << 9,
	WORD_ALL = 1 << 10,      /* saldo, intera, tutte */
	WORD_AND = 1 << 11,
	WORD_TO = 1 << 12,       /* a, ad, al, fino */
	WORD_FROM = 1 << 13,     /* da, dal */
	WORD_OF = 1 << 14,       /* di, del */
	WORD_PARTICLE = 1 << 15, /* of surnames */
	WORD_SENDER = 1 << 16,   /* ordinante, disposto */
	WORD_NOUN = 1 << 17,     /* bonifico, quota: `di` after it is a preposition */
	WORD_CAUSE = 1 << 18,    /* per, causale: the payer's own words follow */
	WORD_STREET = 1 << 19,
	WORD_ORDINAL = 1 << 20,  /* prima, seconda */
	WORD_OTHER = 1 << 21,    /* moglie, conto di: for somebody else */
	WORD_SUFFIX = 1 << 22,   /* of a number: 9a, 9o, 9th */
	WORD_NUMERO = 1 << 23,   /* n, nr, numero */
	WORD_PLAIN = 1 << 24,    /* says nothing */
	WORD_GLUE = 1 << 25,     /* may stand without gaps beside others */
	WORD_HONORIFIC = 1 << 26,
	WORD_ADDRESSEE = 1 << 27, /* vostro: what follows is the association's, not a name */
	WORD_INSTITUTION = 1 << 28, /* with WORD_FAMILY: the name of an institution */
	WORD_EURO = 1 << 29,
	WORD_NO_FEE = 1 << 30, /* rimborso, libro: the money is for something else */
};
#define WORD_NAME (WORD_FAMILY | WORD_GIVEN | WORD_PART)

struct term {
	uint32_t text, length; /* in the arena */
	uint32_t words;
	uint32_t people, count; /* whose family name it is: a chain of links, and how many they are */
	uint32_t part_of;       /* the person, or SEVERAL */
	uint32_t editions;      /* a chain of links: whose beginning, or word of whose title, it is */
	uint64_t borders;       /* bit i: as it is written, a gap may stand before letter i */
	uint8_t number;         /* of a month or ordinal */
};

struct link {
	uint32_t what, next;
};

struct node {
	uint64_t letters; /* which follow */
	uint32_t first, term;
	uint32_t under; /* the one family name that is under it, or SEVERAL, or NOTHING */
};

struct lexicon {
	char *arena;
	struct term *terms;
	struct link *links;
	struct node *nodes;
	uint32_t *slots; /* of the hash table; a power of two of them */
	size_t arena_used, arena_room, count, room, link_count, link_room, node_count, slot_count;
};

enum { TERM_MOST = 160 }; /* letters of the longest word */

void lexicon_release(struct lexicon *lexicon);

/* The word's term, which is made if need be; letters as codes. */
uint32_t lexicon_add(struct lexicon *lexicon, const uint8_t *codes, size_t length, uint32_t words);
uint32_t lexicon_find(const struct lexicon *lexicon, const uint8_t *codes, size_t length);

/* Adds to a chain, unless it is there; whether it was not. */
bool lexicon_link(struct lexicon *lexicon, uint32_t *chain, uint32_t what);

/* Whether it is in the chain. */
static inline bool
lexicon_has(const struct lexicon *lexicon, uint32_t chain, uint32_t what)
{
	for (; chain != NOTHING; chain = lexicon->links[chain].next)
		if (lexicon->links[chain].what == what)
			return true;
	return false;
}

/* Adds the words that everybody knows. */
void lexicon_fill(struct lexicon *lexicon);

/* Makes the tree. */
void lexicon_plant(struct lexicon *lexicon);

/* One step down; NOTHING if no word goes on so. */
static inline uint32_t
lexicon_step(const struct lexicon *lexicon, uint32_t node, unsigned code)
{
	const struct node *at = &lexicon->nodes[node];
	uint64_t bit = (uint64_t)1 << code;
	return at->letters & bit ? at->first + (uint32_t)__builtin_popcountll(at->letters & (bit - 1)) : NOTHING;
}

#endif
