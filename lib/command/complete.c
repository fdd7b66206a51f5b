/* What may follow on a command line: verbs, options, and what the placeholders of the option tables stand for. */
#include "complete.h"

#include <balint/text.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The place where the word being typed stands, and what is offered for it. */
struct place {
	struct sink *sink;
	bool described;
	const struct typed *typed;
	const char *option; /* its name, or "" */
	char placeholder[PLACEHOLDER];
	size_t before;      /* so many bytes of the word stay as they are */
	const char *said;   /* what was typed before that has a say, or NULL */
	const char *after;  /* what each word is followed by, or "" */
	bool repeated;      /* operands that were given are not offered again */
	size_t count;
};

/* Whether a shell can be given it: one line of text without control characters. */
static bool
is_word(const char *word)
{
	struct refusal unasked;
	char *accepted = text_accept(word, &unasked);
	bool same = accepted && strcmp(accepted, word) == 0;
	free(accepted);
	return same;
}

/* Whether it is among the operands, as far as they say the same kind of thing. */
static bool
was_given(const struct place *place, const char *word)
{
	size_t length = strlen(word);
	for (int i = 0; place->repeated && i < place->typed->operand_count; i++) {
		const char *operand = place->typed->operands[i];
		if (strncmp(operand, word, length) == 0 && (!operand[length] || strchr("=:", operand[length])))
			return true;
	}
	return false;
}

static void
offer(void *context, const char *word, const char *about)
{
	struct place *place = context;
	if (!is_word(word) || was_given(place, word))
		return;
	sink_bytes(place->sink, place->typed->current, place->before);
	sink_text(place->sink, word);
	sink_text(place->sink, place->after);
	if (place->described && about) {
		sink_char(place->sink, '\t');
		sink_visible(place->sink, about, strlen(about));
	}
	sink_char(place->sink, '\n');
	place->count++;
}

/* Words with bars between them. */
static void
offer_words(struct place *place, const char *words)
{
	while (*words) {
		char *word = memory_format("%.*s", (int)strcspn(words, "|"), words);
		offer(place, word, NULL);
		words += strlen(word) + (words[strlen(word)] == '|');
		free(word);
	}
}

/* The first words of all verbs, with what comes second or the summary; or the second words of those that begin with `noun`. */
static void
offer_verbs(struct place *place, const char *noun)
{
	const char *last = "";
	for (const struct verb *const *verb = place->typed->program->verbs; *verb; verb++) {
		const char *name = (*verb)->name, *about = (*verb)->summary;
		size_t length = strcspn(name, " ");
		bool again = length == strcspn(last, " ") && memcmp(name, last, length) == 0; /* verbs of one noun stand together */
		char *first = memory_format("%.*s", (int)length, name);
		if (!noun && !again)
			offer(place, first, name[length] ? NULL : about);
		if (noun && name[length] && strcmp(noun, first) == 0)
			offer(place, name + length + 1, about);
		last = name;
		free(first);
	}
}

/* An option once more has no use, but for the one whose values add up. */
static bool
is_spent(const struct typed *typed, const struct option_spec *option)
{
	for (int i = 0; i < typed->given_count; i++)
		if (strcmp(typed->given[i]->name, option->name) == 0 && option->kind != OPTION_DAYS)
			return true;
	return false;
}

static void
offer_options(struct place *place)
{
	const struct verb *verb = place->typed->verb;
	struct option_spec fitting[SHARED_MOST];
	size_t own = verb ? verb->option_count : 0, shared = shared_options_of(verb, fitting);
	for (size_t i = 0; i < own + shared; i++) {
		const struct option_spec *option = i < own ? &verb->options[i] : &fitting[i - own];
		char name[64];
		snprintf(name, sizeof name, "--%s", option->name);
		if (!is_spent(place->typed, option))
			offer(place, name, option->help);
	}
}

static void
offer_columns(struct place *place)
{
	const struct listing *listing = place->typed->verb ? place->typed->verb->listing : NULL;
	for (size_t i = 0; listing && i < listing->count; i++)
		offer(place, listing->columns[i].name, NULL);
}

/* What the store has, and what holds without one. What the words printed so far are is safe before the store can be the end of us. */
static void
offer_source(struct place *place, const struct meaning *meaning)
{
	const char *edition = getenv("BALINT_EDITION"), *said = place->typed->edition;
	char *path = store_path(place->typed->db);
	struct word_scope scope = { NULL, said ? said : edition && *edition ? edition : NULL, place->said, meaning->which };
	sink_flush(place->sink);
	scope.store = store_peek(path);
	if (scope.store || meaning->storeless)
		meaning->source(&scope, offer, place);
	store_close(scope.store);
	free(path);
}

/* A file is wanted: so much of the word stands before its name. */
static enum status
want_file(struct place *place)
{
	sink_bytes(place->sink, place->typed->current, place->before);
	return ATTENTION;
}

/* The value of a setting may be something that has a placeholder elsewhere. */
static const char *
placeholder_of(const struct place *place)
{
	if (strcmp(place->placeholder, "VALUE") != 0)
		return place->placeholder;
	return strcmp(place->said, "via") == 0 ? "VIA" : setting_is_path(place->said) ? "FILE" : "VALUE";
}

/* maildir:DIR and the like: the part before the name is there already. */
static bool
goes_on(struct place *place, const char *words)
{
	const char *value = place->typed->current + place->before, *colon = strchr(value, ':');
	size_t length = colon ? (size_t)(colon + 1 - value) : 0;
	for (; colon && *words; words += strcspn(words, "|"), words += *words == '|') {
		if (strcspn(words, "|") != length || memcmp(words, value, length) != 0)
			continue;
		place->before += length;
		return true;
	}
	return false;
}

static enum status
offer_values(struct place *place)
{
	const struct typed *typed = place->typed;
	const char *placeholder = placeholder_of(place);
	const struct meaning *meaning = meaning_find(typed->program->name, typed->verb ? typed->verb->name : "", place->option, placeholder);
	if (strchr(placeholder, ','))
		for (const char *comma = typed->current + place->before; (comma = strchr(comma, ','));)
			place->before = (size_t)(++comma - typed->current);
	if (strcmp(placeholder, "A,B") == 0)
		offer_columns(place);
	if (!meaning)
		return DONE;
	if (meaning->file || (meaning->words && goes_on(place, meaning->words)))
		return want_file(place);
	if (meaning->words)
		offer_words(place, meaning->words);
	else if (meaning->source)
		offer_source(place, meaning);
	return DONE;
}

/* Which part of it is being typed, and what stands around that; `said` is heap memory or NULL. */
static void
find_part(struct place *place, const struct token *token, char **said)
{
	const char *typed = place->typed->current, *end;
	size_t part = 0;
	for (size_t i = 1; i < token->count; i++) {
		end = strchr(typed + place->before, token->parts[i].sign);
		if (!end && token->parts[i].needed)
			break;
		if (!end)
			continue;
		if (!*said)
			place->said = *said = memory_format("%.*s", (int)(end - typed), typed);
		place->before = (size_t)(end + 1 - typed);
		part = i;
	}
	snprintf(place->placeholder, sizeof place->placeholder, "%s", token->parts[part].name);
	place->after = part + 1 < token->count && token->parts[part + 1].needed ? (token->parts[part + 1].sign == '=' ? "=" : ":") : "";
}

static enum status
offer_operands(struct place *place)
{
	const struct typed *typed = place->typed;
	struct token token;
	char *said = NULL;
	if (!token_read(&token, typed->verb->operands, typed->operand_count))
		return DONE;
	place->repeated = token.repeated;
	place->said = typed->operand_count > 0 ? typed->operands[0] : NULL;
	find_part(place, &token, &said);
	enum status status = offer_values(place);
	free(said);
	return status;
}

static enum status
offer_value(struct place *place)
{
	const struct typed *typed = place->typed;
	const struct option_spec *option = typed->option;
	place->option = option->name;
	place->before = (size_t)(typed->value - typed->current);
	place->said = typed->operand_count > 0 ? typed->operands[0] : NULL;
	snprintf(place->placeholder, sizeof place->placeholder, "%s", option->argument);
	if (!strchr(option->argument, '|'))
		return offer_values(place);
	offer_words(place, option->argument);
	return DONE;
}

static enum status
offer_all(struct place *place)
{
	const struct typed *typed = place->typed;
	if (typed->option)
		return offer_value(place);
	if (!typed->ended && *typed->current == '-')
		return offer_options(place), DONE;
	if (typed->noun || (!typed->verb && !typed->lost))
		offer_verbs(place, typed->noun);
	enum status status = typed->verb ? offer_operands(place) : DONE;
	if (status == DONE && place->count == 0 && typed->verb && !*typed->current && !typed->ended)
		offer_options(place);
	return status;
}

enum status
complete(struct sink *sink, const struct program *program, bool described, int count, char **words)
{
	struct typed typed;
	int silence = open("/dev/null", O_WRONLY);
	if (silence >= 0)
		dup2(silence, STDERR_FILENO); /* nobody asked, so nobody is told; whatever is the end of us says nothing */
	close(silence);
	typed_read(&typed, program, count, words);
	struct place place = { .sink = sink, .described = described, .typed = &typed, .option = "", .after = "" };
	enum status status = offer_all(&place);
	typed_release(&typed);
	return sink_close(sink) ? REFUSED : status;
}
