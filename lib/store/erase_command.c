/* The command lines of the log: what was typed to do something with somebody who is to be forgotten. */
#include "erase.h"

#include <balint/fatal.h>
#include <balint/query.h>

#include <stdlib.h>
#include <string.h>

/* Whether a word of a command line is a shared option whose value follows it. */
static bool
takes_value(const char *word, size_t length)
{
	static const char *const options[] = { "-d", "--db", "-e", "--edition", "-f", "--format", "-c", "--columns" };
	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
		if (strlen(options[i]) == length && strncmp(word, options[i], length) == 0)
			return true;
	return false;
}

/* The end of the shell's word that begins there: quoted ones may have blanks. */
static const char *
word_end(const char *word)
{
	bool quoted = false;
	for (; *word && (quoted || *word != ' '); word++) {
		if (*word == '\'')
			quoted = !quoted;
		else if (*word == '\\' && !quoted && word[1])
			word++;
	}
	return word;
}

/* The verb of a command line: behind the program and the shared options. "" if there is none. */
static const char *
find_verb(const char *command)
{
	const char *word = word_end(command);
	while (*word) {
		const char *start = word + 1, *end = word_end(start);
		if (*start != '-')
			return start;
		bool skips = takes_value(start, (size_t)(end - start));
		word = skips && *end ? word_end(end + 1) : end;
	}
	return "";
}

/* Whether the word is the second of a verb of two: its first is a noun that has several. */
static bool
is_second(const char *first, size_t first_length, const char *word, size_t length)
{
	static const char *const nouns[] = { "profession", "edition", "person", "outbox", "holiday", "patron", "break", "closure", "issue", "tariff", "payers",
		"evaluate", "rota" };
	static const char *const seconds[] = { "add", "list", "show", "set", "remove", "clone", "close", "reopen", "retry", "drop", "import", "form", "report",
		"pending", "received", "clear", "swap", "history", "forget" };
	bool noun = false, second = false;
	for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
		noun = noun || (strlen(nouns[i]) == first_length && strncmp(first, nouns[i], first_length) == 0);
	for (size_t i = 0; i < sizeof seconds / sizeof seconds[0]; i++)
		second = second || (strlen(seconds[i]) == length && strncmp(word, seconds[i], length) == 0);
	return noun && second;
}

/* "balint-group person add …". New heap memory, owned by the caller. */
static char *
shorten(const char *command, const struct naming *naming)
{
	const char *verb = find_verb(command), *end = word_end(verb);
	const char *next = *end ? end + 1 : end, *next_end = word_end(next);
	if (is_second(verb, (size_t)(end - verb), next, (size_t)(next_end - next)))
		end = next_end;
	int program = (int)(word_end(command) - command);
	char *shorter = memory_format("%.*s %.*s …", program, command, (int)(end - verb), verb);
	if (!naming_found(naming, NAMING_SUSPECTED, shorter))
		return shorter;
	free(shorter); /* somebody has the name of a verb */
	return memory_format("%.*s …", program, command);
}

int64_t
erase_commands(struct store *store, const struct naming *naming)
{
	int64_t shortened = 0;
	struct query query = store_query(store, SQL("SELECT id, command FROM log WHERE may_name(command) ORDER BY id"));
	while (query_next(&query)) {
		char *shorter = shorten(query_text(&query, 1), naming);
		shortened += store_run(store,
		    SQL("UPDATE log\n"
		        "   SET command = :command\n"
		        " WHERE id = :id AND command <> :command"),
		    ARG("id", query_int(&query, 0)), ARG("command", shorter));
		free(shorter);
	}
	store_run(store, SQL("UPDATE log SET who = without_sure_name(who) WHERE who <> without_sure_name(who)"));
	return shortened;
}
