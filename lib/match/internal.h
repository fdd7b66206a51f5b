/* What the matcher holds, and what it reads in a text. */
#ifndef BALINT_MATCH_INTERNAL_H
#define BALINT_MATCH_INTERNAL_H

#include "lexicon.h"

#include <balint/matcher.h>

enum { EDITIONS_MOST = 16, MONTHS_MOST = 24, MENTIONS_MOST = 24, PEOPLE_MOST = 8, TITLE_WORDS_MOST = 64, REASON_MOST = 600 };
enum { STRONG_GAPS = GAP_LIST | GAP_PLUS | GAP_SLASH | GAP_OTHER }; /* between a name and what is not about it */

struct person {
	char *name, *handle, *family, *given; /* name: Rossi Mario; given: NULL of an institution */
	uint32_t first_claim, claims; /* in the list `owned` */
	uint32_t paid_for;            /* a chain of links: people whose payer this is */
	uint32_t payer;
	uint32_t rank; /* among the people, by handle */
	uint32_t given_term; /* the whole given name */
	uint8_t initial; /* code of the given name's first letter */
	bool institution;
};

struct claim {
	uint32_t person, edition;
	struct month month;
	cents open;
};

struct edition {
	char *code;
	int number, year;
	uint32_t rank; /* among the editions, by number, year, code: for what must not depend on the order of adding */
	uint32_t title_words;
};

struct pair { /* of a family and a given name */
	uint64_t key;
	uint32_t person; /* or SEVERAL */
};

struct account {
	char iban[40];
	uint32_t people; /* a chain of links */
	uint32_t count;
};

/* A word of the text, or what takes its place. */
enum kind {
	ITEM_UNKNOWN,
	ITEM_WORD,   /* `words` of the term say what it may be */
	ITEM_NUMBER, /* of up to nine digits */
	ITEM_NAME,   /* a family name that stands as such */
	ITEM_GIVEN,
	ITEM_MONTH,
	ITEM_EDITION,
	ITEM_YEAR,   /* of a month */
	ITEM_IGNORED, /* dates, amounts, codes, streets */
};

struct item {
	enum kind kind;
	uint32_t term, words;
	uint32_t start, end; /* letters */
	uint32_t value;      /* of a number */
	uint8_t digits;
	uint8_t joins;       /* gaps inside where none should be */
	bool glued;          /* no gap before or after it */
	bool sender;         /* among the words about who sent the money */
	bool payer;          /* part of the payer’s own name, as the bank knows it */
	bool function_first; /* the first part of a joined word is itself a small word */
};

/* A known word that begins at a letter; of family names all are kept, for they may be rivals of those that were read. */
struct hit {
	uint32_t start, end, term;
	uint8_t joins;
	bool whole; /* gaps on both sides */
};

struct step { /* the cheapest way to read the text up to a letter */
	uint32_t cost, from, term;
	uint8_t joins;
	bool function_first;
};

struct named_month {
	uint8_t month;
	int year; /* 0: not said */
	uint32_t from, to; /* items */
	uint16_t group;    /* months of one list have the same */
	bool weak;         /* it may be something else */
	bool dual;         /* it may be a name */
	bool range_before; /* all the months from the one before it to this one */
	bool list_before;  /* `feb e mar`: certainly not those between */
};

/* A family name in the text, or in the payer's name. */
struct mention {
	uint32_t item, family;
	uint32_t person;      /* whom it names: by family and given name, or the only one of the name; else NOTHING */
	uint32_t given;       /* items: the given name beside it, or NOTHING */
	bool full;            /* by family and given name */
	bool slot;            /* where references have the name: after the edition, or beside a month */
	bool official;        /* edition, name, month */
	bool after_edition;
	bool may_be_cut;      /* the text ends within it, or with it */
	bool sender, payer;   /* as with items; where references have the name it is neither */
	bool weak;            /* something stands in the way of certainty */
	bool linked;          /* `e`, `+` to the mention before it */
	const char *doubt;    /* what */
	uint32_t doubt_item;
};

struct reading {
	struct letters letters;
	struct item *items;
	size_t count, room;
	struct step *steps; /* one for each letter and one more */
	struct hit *hits;
	size_t step_room, hit_count, hit_room;
	uint32_t editions[EDITIONS_MOST];
	size_t edition_count;
	bool edition_said, edition_unknown, edition_doubt, title;
	uint32_t edition_item;
	int edition_year; /* after a title or `ed`; 0: none */
	struct named_month months[MONTHS_MOST];
	size_t month_count;
	int free_year;
	unsigned rata, rata_of; /* 2 of 5: the second instalment; 0: not said */
	bool all, other, payer_month;
	bool no_fee, name_or_month; /* it says something that is no fee; a month may be the name of the one who is meant */
	const char *unclear; /* why nothing can be told of this text */
	struct mention mentions[MENTIONS_MOST];
	size_t mention_count;
	bool foreign;        /* a name that is not quite one that is known: De Rossi, where Rossi is */
	uint32_t foreign_item;
	bool stranger;       /* an unknown word stands where references have the name */
	uint32_t stranger_item;
	bool unexplained;    /* an unknown word, anywhere but among the sender's */
	uint32_t unexplained_item;
	uint32_t cut_family; /* the text ends within this family name */
	unsigned cut_month;  /* bits of the months with which the last letters could go on */
};

struct matcher {
	struct lexicon lexicon;
	struct edition *editions;
	struct person *people;
	struct claim *claims;
	struct pair *pairs;
	struct account *accounts;
	uint32_t *owned; /* claims, by person, month, edition */
	uint32_t *by_number; /* editions, by number */
	uint32_t *account_slots;
	size_t edition_count, edition_room, person_count, person_room, claim_count, claim_room, pair_count, pair_slots, account_count, account_room,
	    account_slot_count, owned_room;
	int first_year, last_year; /* of claims and editions */
	struct reading text, payer;
	struct letters scratch;
	struct match_share *shares;
	size_t share_count, share_room;
	uint32_t *picked; /* claims that the text means */
	size_t picked_count, picked_room;
	char reason[REASON_MOST];
	size_t reason_used;
};

/* How the months of the text were found among somebody's claims. */
enum picking {
	PICK_DONE,
	PICK_NO_EDITION, /* not in the edition that is said */
	PICK_NO_MONTH,   /* there is no such instalment */
	PICK_SEVERAL,    /* in more than one edition or year */
	PICK_NOTHING,    /* nothing is said that could be looked for */
};

struct picked {
	cents open;        /* of all that were picked */
	const char *doubt; /* what makes it less than certain, or NULL */
	unsigned month;    /* which was not found, or is several */
	bool lists;        /* months of more than one list */
	bool two_ways;     /* two months that may be a list or a range */
};

/* claims.c: the claims of a person that the text means are added to `picked`. `range`: two months as all between them. */
void pick_none(struct matcher *matcher);
enum picking pick_months(struct matcher *matcher, const struct reading *reading, uint32_t person, bool range, cents amount, struct picked *picked);
enum picking pick_rata(struct matcher *matcher, const struct reading *reading, uint32_t person, struct picked *picked);
enum picking pick_open(struct matcher *matcher, const struct reading *reading, uint32_t person, struct picked *picked);
bool pick_has_months(const struct reading *reading);

/* The months that a named one may be of the person's instalments: the first of them, and how many there are. */
size_t pick_places(const struct matcher *matcher, const struct reading *reading, uint32_t person, const struct named_month *named, struct month *months, size_t most);

/* Whether the person has instalments in an edition that the text says, or at all where it says none. */
bool is_in_editions(const struct matcher *matcher, const struct reading *reading, uint32_t person);

/* The amount over what was picked, in order, into `shares`; what is left of it is returned. */
cents share_out(struct matcher *matcher, cents amount);

/* people.c: who is meant, and how sure that is. */
struct people {
	uint32_t people[PEOPLE_MOST];
	size_t count;
	uint32_t institution; /* that pays, or NOTHING */
	uint32_t aside;       /* named as the payer only, or NOTHING */
	bool by_account, by_text, by_payer;
	bool full;            /* by family and given name */
	bool linked;          /* several, joined by `e` or the like */
	const char *doubt;    /* what makes it less than certain, or NULL */
	const char *stop;     /* why nobody can be told, or NULL */
	uint32_t stop_item;   /* of the text, or NOTHING */
};
void find_people(struct matcher *matcher, const struct account *account, struct people *people);

/* namesakes.c: of those with a family name the one that a mention means, or that the account is of; SEVERAL, or NOTHING. */
uint32_t settle_namesake(struct matcher *matcher, const struct account *account, const struct reading *reading, const struct mention *mention, struct people *people);
uint32_t of_account(const struct matcher *matcher, const struct account *account, uint32_t family);
bool names_two(const struct matcher *matcher, const struct reading *reading, uint32_t family); /* by the given names in the text */

/* judge.c: the verdict on what was read. */
void judge_reading(struct matcher *matcher, const struct match_credit *credit, const struct account *account, struct match_verdict *verdict);

/* nearest.c: whose family name is most like the word of the text; NOTHING if nobody's is. */
uint32_t nearest_person(const struct matcher *matcher, uint32_t item);

/* reason.c */
void reason_begin(struct matcher *matcher);
void reason_add(struct matcher *matcher, const char *format, ...) __attribute__((format(printf, 2, 3)));
void reason_shares(struct matcher *matcher);
void reason_words(struct matcher *matcher, const struct reading *reading, uint32_t item);
void reason_evidence(struct matcher *matcher, const struct people *people);
const char *month_word(unsigned month);

/* names.c: what names a text may have for a person. */
void names_add_person(struct matcher *matcher, uint32_t person);
void names_add_handle(struct matcher *matcher, uint32_t person); /* where references have it in the name's place */
uint32_t names_pair(const struct matcher *matcher, uint32_t family, uint32_t given);

/* references.c: what references begin with. */
void names_add_title(struct matcher *matcher, uint32_t edition, const char *title, const char *code);
void names_add_reference(struct matcher *matcher, const struct match_claim *claim);

/* segment.c: the text as words. */
void segment(const struct matcher *matcher, struct reading *reading, const char *text);

/* numbers.c, editions.c, months.c, rata.c: what the words say. */
void read_codes(struct reading *reading);
void read_dates(struct reading *reading);
uint32_t broken_year(const struct reading *reading, size_t i); /* 2021 in two pieces: 20 21; 0 if it is none */
void read_editions(const struct matcher *matcher, struct reading *reading);
void read_months(const struct matcher *matcher, struct reading *reading);
void read_rata(struct reading *reading);

/* zones.c, mentions.c: who is named, and as what. */
void read_zones(struct reading *reading, const struct reading *payer);
void read_mentions(const struct matcher *matcher, struct reading *reading);
void read_duals(const struct matcher *matcher, struct reading *reading);
bool leads(const struct reading *reading, size_t i); /* a name before everything else: `Rossi - gruppo balint 9 ed 2020 - marzo` */

/* doubts.c, strangers.c */
void weigh_mention(const struct matcher *matcher, struct reading *reading, struct mention *mention);
void read_strangers(struct reading *reading);
void read_cut_name(const struct matcher *matcher, struct reading *reading);

/* The next item to the left (-1) or right (1): that is not a title such as dott.; that is no small word between a name and what it belongs to. */
size_t item_beside(const struct reading *reading, size_t i, int direction);
size_t item_pass(const struct reading *reading, size_t i, int direction);
bool item_is_month(const struct reading *reading, size_t i); /* or its year */

/* Everything of the above. payer: NULL where the text is the payer's name itself. */
void reading_make(const struct matcher *matcher, struct reading *reading, const char *text, const struct reading *payer);
void reading_release(struct reading *reading);

/* The gap before an item, and the item before and after; NOTHING at the ends. */
static inline unsigned
gap_before(const struct reading *reading, size_t i)
{
	return reading->letters.letters[i < reading->count ? reading->items[i].start : reading->letters.count].gap;
}

static inline bool
item_has(const struct reading *reading, size_t i, uint32_t words)
{
	return i < reading->count && (reading->items[i].words & words) != 0;
}

static inline bool
has_family(const struct matcher *matcher, uint32_t family, uint32_t person)
{
	return lexicon_has(&matcher->lexicon, matcher->lexicon.terms[family].people, person);
}

static inline bool
item_is(const struct reading *reading, size_t i, enum kind kind)
{
	return i < reading->count && reading->items[i].kind == kind;
}

#endif
