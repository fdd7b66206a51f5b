#include "profile.h"

#include <balint/data_file.h>
#include <balint/fatal.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a line of a profile is read into. */
struct parsing {
	struct profile *profile;
	struct form *form;
};

static void
form_release(struct form *form)
{
	for (size_t i = 0; i < ROLES; i++)
		names_free(&form->roles[i]);
	for (size_t i = 0; i < form->text_count; i++)
		names_free(&form->texts[i]);
	for (size_t i = 0; i < form->header_count; i++)
		names_free(&form->header[i]);
}

static void
profile_release(struct profile *profile)
{
	for (size_t i = 0; i < profile->form_count; i++)
		form_release(&profile->forms[i]);
	for (size_t i = 0; i < WORDS; i++)
		names_free(&profile->words[i]);
	for (size_t i = 0; i < profile->mark_count; i++)
		free(profile->marks[i].word);
	free(profile);
}

void
profile_free(struct profile *profiles)
{
	while (profiles) {
		struct profile *next = profiles->next;
		profile_release(profiles);
		profiles = next;
	}
}

static const char *const role_names[] = { "date", "valued", "amount", "in", "out", "payer", "iban", "id", "currency", "status", NULL };
static const char *const word_names[] = { "opening", "closing", "ignore", "unbooked", "booked", "pending", NULL };
static const char *const mark_names[] = { "payer-after", "text-after", "id-after", "end-at", "transfer", "storno", NULL };

/* The place in the list, or -1. */
static int
listed(const char *const *names, const char *text, size_t length)
{
	for (int i = 0; names[i]; i++)
		if (strlen(names[i]) == length && memcmp(names[i], text, length) == 0)
			return i;
	return -1;
}

/* False if there are too many. */
static bool
marks_add(struct profile *profile, enum mark_kind kind, const char *value)
{
	const char *part;
	size_t length;
	bool trailing = false;
	for (size_t i = 0; i < profile->mark_count; i++)
		trailing |= profile->marks[i].kind == MARK_TEXT && kind != MARK_TEXT;
	while (part_next(&value, "|", &part, &length)) {
		if (profile->mark_count == MARKS_MOST)
			return false;
		if (length == 0)
			continue;
		unsigned char initial = (unsigned char)*part;
		bool letter = (initial >= 'a' && initial <= 'z') || (initial >= 'A' && initial <= 'Z');
		profile->initials[initial] = true;
		profile->initials[letter ? initial ^ 0x20 : initial] = true;
		profile->marks[profile->mark_count++]
		    = (struct mark){ kind, profile->group_count, trailing, memory_format("%.*s", (int)length, part), length };
	}
	profile->group_count++;
	return true;
}

static bool
header_set(struct form *form, const char *value)
{
	const char *part;
	size_t length;
	form->loose = true;
	while (part_next(&value, ";", &part, &length)) {
		if (form->header_count == HEADER_MOST)
			return false;
		if (length > 0)
			names_add(&form->header[form->header_count++], part, length);
	}
	return true;
}

/* The keys whose value is one of a few words. False if it is another. */
static bool
choice_set(struct profile *profile, const char *key, const char *value, bool *known)
{
	static const char *const keys[] = { "separator", "decimal", "dates", "quotes", "encoding", "balances", NULL };
	static const char *const values[][5] = { { "comma", "semicolon", "tab", "bar", NULL }, { "comma", "point", NULL },
		{ "day-first", "month-first", NULL }, { "yes", "no", NULL }, { "utf-8", "windows-1252", NULL }, { "columns", "signed", NULL } };
	int which = listed(keys, key, strlen(key));
	*known = which >= 0;
	if (which < 0)
		return true;
	int choice = listed(values[which], value, strlen(value));
	switch (choice < 0 ? -1 : which) {
	case 0: profile->separator = ",;\t|"[choice]; break;
	case 1: profile->decimal = ",."[choice]; break;
	case 2: profile->dates = choice ? DATES_MONTH_FIRST : DATES_DAY_FIRST; break;
	case 3: profile->bare = choice; break;
	case 4: profile->charset = choice ? "WINDOWS-1252" : "UTF-8"; break;
	case 5: profile->signed_balances = choice; break;
	default: return false;
	}
	return true;
}

static bool
form_begin(struct parsing *parsing)
{
	struct profile *profile = parsing->profile;
	if (profile->form_count == FORMS_MOST)
		return false;
	parsing->form = &profile->forms[profile->form_count++];
	return true;
}

/* A column, in the form that was begun. False if there are too many. */
static bool
column_set(struct parsing *parsing, int role, const char *value)
{
	if (!parsing->form && !form_begin(parsing))
		return false;
	struct form *form = parsing->form;
	if (role == ROLES && form->text_count == TEXTS_MOST)
		return false;
	names_add(role == ROLES ? &form->texts[form->text_count++] : &form->roles[role], value, strlen(value));
	return true;
}

static bool
take_line(void *context, int line, const char *key, const char *value, struct refusal *why)
{
	struct parsing *parsing = context;
	struct profile *profile = parsing->profile;
	size_t length = strlen(key);
	int role = strcmp(key, "text") == 0 ? ROLES : listed(role_names, key, length);
	int words = listed(word_names, key, length), mark = listed(mark_names, key, length);
	bool known, good = choice_set(profile, key, value, &known);
	char *end = NULL;
	(void)line;
	if (!known && !*value && strcmp(key, "form") != 0)
		return refuse(why, "'%s' has no value", key);
	if (role >= 0)
		good = column_set(parsing, role, value);
	else if (words >= 0)
		names_add(&profile->words[words], value, strlen(value));
	else if (mark >= 0)
		good = marks_add(profile, (enum mark_kind)mark, value);
	else if (strcmp(key, "form") == 0)
		good = form_begin(parsing);
	else if (strcmp(key, "header") == 0)
		good = (parsing->form || form_begin(parsing)) && header_set(parsing->form, value);
	else if (strcmp(key, "block") == 0)
		good = (profile->block = strtoul(value, &end, 10)) < 1000 && *value >= '1' && *value <= '9' && !*end;
	else if (!known)
		return refuse(why, "unknown key '%s'", key);
	return good || refuse(why, end || known ? "'%s' cannot be '%s'" : "there are too many of '%s': '%s'", key, value);
}

/* Each form must say at least when, how much, and what for or by whom. */
static bool
forms_check(const struct profile *profile, const char *where, struct refusal *why)
{
	for (size_t i = 0; i < profile->form_count; i++) {
		const struct cell_names *roles = profile->forms[i].roles;
		const char *missing = roles[ROLE_DATE].count == 0 ? "date"
		    : roles[ROLE_AMOUNT].count + roles[ROLE_IN].count + roles[ROLE_OUT].count == 0 ? "amount"
		    : profile->forms[i].text_count + roles[ROLE_PAYER].count == 0 ? "text" : NULL;
		if (missing)
			return refuse(why, "%s: form %zu names no column '%s'", where, i + 1, missing);
	}
	return profile->form_count > 0 || refuse(why, "%s: names no columns", where);
}

struct profile *
profile_parse(const char *name, const char *where, const char *text, struct refusal *why)
{
	struct profile *profile = memory(sizeof *profile);
	*profile = (struct profile){ .form_count = 0 };
	snprintf(profile->name, sizeof profile->name, "%s", name);
	struct parsing parsing = { profile, NULL };
	if (data_lines_read(where, text, take_line, &parsing, why) && forms_check(profile, where, why))
		return profile;
	profile_free(profile);
	return NULL;
}

/* Forgets the columns of the profile that one which was said takes the place of. */
static void
column_clear(struct form *form, int role, bool *texts)
{
	if (role == ROLE_AMOUNT || role == ROLE_IN || role == ROLE_OUT)
		for (int money = ROLE_AMOUNT; money <= ROLE_OUT; money++)
			names_free(&form->roles[money]);
	else if (role < ROLES)
		names_free(&form->roles[role]);
	for (; role == ROLES && !*texts && form->text_count > 0; form->text_count--)
		names_free(&form->texts[form->text_count - 1]);
	*texts |= role == ROLES;
}

bool
profile_columns(struct profile *profile, const char *columns, struct refusal *why)
{
	const char *part;
	size_t length;
	bool texts = false, good = true, said[ROLES + 1] = { false };
	struct form *form = &profile->forms[0];
	for (; form->header_count > 0; form->header_count--)
		names_free(&form->header[form->header_count - 1]);
	form->loose = true;
	while (good && part_next(&columns, ",", &part, &length)) {
		size_t key = strcspn(part, "=,");
		int role = key == 4 && memcmp(part, "text", 4) == 0 ? ROLES : listed(role_names, part, key);
		if (key + 1 >= length || role < 0 || (role < ROLES && said[role]))
			return refuse(why, "'%.*s' is not a column; write them as date=Data,amount=Importo,text=3 with date, valued, amount, in, out, text, payer, "
			    "iban, id, currency, status", (int)length, part);
		if (!((role == ROLE_IN && said[ROLE_OUT]) || (role == ROLE_OUT && said[ROLE_IN])))
			column_clear(form, role, &texts);
		said[role] = true;
		struct cell_names *names = role < ROLES ? &form->roles[role] : &form->texts[form->text_count];
		good = role < ROLES || form->text_count++ < TEXTS_MOST - 1;
		names_add(names, part + key + 1, length - key - 1);
		if (names->names[0].number == 0 && form->header_count < HEADER_MOST)
			names_add(&form->header[form->header_count++], part + key + 1, length - key - 1);
	}
	return good || refuse(why, "there are too many columns 'text'");
}
