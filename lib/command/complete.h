/* What the files about completion share. */
#ifndef BALINT_COMMAND_COMPLETE_H
#define BALINT_COMMAND_COMPLETE_H

#include "frame.h"

#include <balint/words.h>

/* A command line as far as it is typed. Its words are those of the caller. */
struct typed {
	const struct program *program;
	const struct verb *verb;          /* NULL: not yet, or there is none of that name */
	const char *noun;                 /* what may be the first of a verb's two words, if the second one is being typed; or NULL */
	bool lost;                        /* there is no such verb */
	const char *db, *edition;         /* what --db and --edition say, or NULL */
	const struct option_spec **given; /* the options before */
	int given_count;
	char **operands;
	int operand_count;
	bool ended;                       /* no more options: -- was there */
	const char *current;              /* the word being typed */
	const struct option_spec *option; /* it is the value of that option, from there on; or NULL */
	const char *value;
};

/* Reads the words, the last of which is being typed. Release what it holds. */
void typed_read(struct typed *typed, const struct program *program, int count, char **words);
void typed_release(struct typed *typed);

enum { PLACEHOLDER = 64, PARTS = 4 };

/* The placeholder of an operand by its parts, such as HANDLE[:MONTH][=AMOUNT]: each with the sign before it, which it may need. */
struct token {
	struct {
		char name[PLACEHOLDER];
		char sign;
		bool needed;
	} parts[PARTS];
	size_t count;
	bool repeated; /* there may be more operands of the kind */
};

/* That of the operand in that place, from 0, by the `operands` of a verb (NULL: there are none); false if it is one operand too many. */
bool token_read(struct token *token, const char *operands, int place);

/* What stands for what: which words one of the option tables' placeholders means. */
struct meaning {
	const char *program, *verb, *option; /* of which; NULL: of any; option "": an operand */
	const char *placeholder;
	const char *words; /* with bars between them; what ends in a colon goes on with the name of a file. NULL: see source */
	void (*source)(const struct word_scope *scope, word_taker *take, void *context); /* NULL: nobody can know */
	const char *which; /* of what the source knows; NULL: all */
	bool storeless; /* there is something without a store too */
	bool file;
};

/* What a placeholder means at that place; NULL if it is known to nobody. */
const struct meaning *meaning_find(const char *program, const char *verb, const char *option, const char *placeholder);

#endif
