#include "member_cells.h"

#include <balint/fatal.h>
#include <balint/member_list.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

const char *
member_cell_name(enum member_cell cell)
{
	return member_listing.columns[cell].name;
}

struct word {
	const char *said; /* as member_key has it */
	int means;        /* a column, or the place of a word */
};

static const struct word columns[] = {
	{ "handle", IN_HANDLE }, { "sigla", IN_HANDLE }, { "codice", IN_HANDLE },
	{ "family", IN_FAMILY }, { "family name", IN_FAMILY }, { "surname", IN_FAMILY }, { "last name", IN_FAMILY }, { "cognome", IN_FAMILY },
	{ "given", IN_GIVEN }, { "given name", IN_GIVEN }, { "first name", IN_GIVEN }, { "nome", IN_GIVEN },
	{ "role", IN_ROLE }, { "ruolo", IN_ROLE },
	{ "status", IN_STATUS }, { "stato", IN_STATUS },
	{ "profession", IN_PROFESSION }, { "professione", IN_PROFESSION }, { "qualifica", IN_PROFESSION },
	{ "category", IN_CATEGORY }, { "categoria", IN_CATEGORY },
	{ "email", IN_EMAIL }, { "e mail", IN_EMAIL }, { "mail", IN_EMAIL }, { "posta elettronica", IN_EMAIL }, { "indirizzo email", IN_EMAIL },
	{ "indirizzo e mail", IN_EMAIL }, { "indirizzo mail", IN_EMAIL },
	{ "phone", IN_PHONE }, { "telephone", IN_PHONE }, { "mobile", IN_PHONE }, { "telefono", IN_PHONE }, { "tel", IN_PHONE },
	{ "cellulare", IN_PHONE }, { "cell", IN_PHONE }, { "recapito telefonico", IN_PHONE },
	{ "joined", IN_JOINED }, { "entrata", IN_JOINED }, { "data entrata", IN_JOINED }, { "data di entrata", IN_JOINED }, { "ingresso", IN_JOINED },
	{ "iscritto il", IN_JOINED }, { "iscritto dal", IN_JOINED }, { "data iscrizione", IN_JOINED }, { "data di iscrizione", IN_JOINED }, { "dal", IN_JOINED },
	{ "left", IN_LEFT }, { "uscita", IN_LEFT }, { "data uscita", IN_LEFT }, { "data di uscita", IN_LEFT }, { "al", IN_LEFT },
	{ "applied", IN_APPLIED }, { "domanda", IN_APPLIED }, { "domanda del", IN_APPLIED }, { "data domanda", IN_APPLIED }, { "data della domanda", IN_APPLIED },
	{ "waiting", IN_WAITING }, { "in attesa dal", IN_WAITING }, { "attesa dal", IN_WAITING }, { "in lista dal", IN_WAITING },
	{ "place", IN_PLACE }, { "posto", IN_PLACE }, { "posizione", IN_PLACE },
	{ "reason", IN_REASON }, { "motivo", IN_REASON },
	{ "tax code", IN_TAX_CODE }, { "codice fiscale", IN_TAX_CODE }, { "cod fiscale", IN_TAX_CODE }, { "cod fisc", IN_TAX_CODE }, { "c f", IN_TAX_CODE },
	{ "cf", IN_TAX_CODE },
	{ "payer", IN_PAYER }, { "pagante", IN_PAYER }, { "chi paga", IN_PAYER }, { "paga", IN_PAYER },
	{ "born on", IN_BORN_ON }, { "nato il", IN_BORN_ON }, { "nata il", IN_BORN_ON }, { "nato a il", IN_BORN_ON }, { "data nascita", IN_BORN_ON },
	{ "data di nascita", IN_BORN_ON },
	{ "born in", IN_BORN_IN }, { "nato a", IN_BORN_IN }, { "nata a", IN_BORN_IN }, { "luogo nascita", IN_BORN_IN }, { "luogo di nascita", IN_BORN_IN },
	{ "comune di nascita", IN_BORN_IN },
	{ "language", IN_LANGUAGE }, { "lingua", IN_LANGUAGE },
	{ "reminders", IN_REMINDERS }, { "promemoria", IN_REMINDERS }, { "avvisi", IN_REMINDERS },
};

enum { PARTICIPANT, CONDUCTOR, CO_CONDUCTOR, APPLICANT, WAITING, ACTIVE, WITHDRAWN, COMPLETED, ITALIAN, ENGLISH, YES, NO };
static const char *const meanings[] = { "participant", "conductor", "co-conductor", "applicant", "waiting", "active", "withdrawn", "completed", "it", "en",
	"yes", "no" };

static const struct word roles[] = {
	{ "participant", PARTICIPANT }, { "partecipante", PARTICIPANT },
	{ "conductor", CONDUCTOR }, { "conduttore", CONDUCTOR }, { "conduttrice", CONDUCTOR },
	{ "co conductor", CO_CONDUCTOR }, { "co conduttore", CO_CONDUCTOR }, { "co conduttrice", CO_CONDUCTOR }, { "coconduttore", CO_CONDUCTOR },
	{ "coconduttrice", CO_CONDUCTOR },
};
static const struct word statuses[] = {
	{ "applicant", APPLICANT }, { "candidato", APPLICANT }, { "candidata", APPLICANT }, { "richiedente", APPLICANT },
	{ "waiting", WAITING }, { "in attesa", WAITING }, { "attesa", WAITING }, { "in lista dattesa", WAITING }, { "lista dattesa", WAITING },
	{ "active", ACTIVE }, { "attivo", ACTIVE }, { "attiva", ACTIVE }, { "iscritto", ACTIVE }, { "iscritta", ACTIVE },
	{ "withdrawn", WITHDRAWN }, { "ritirato", WITHDRAWN }, { "ritirata", WITHDRAWN }, { "uscito", WITHDRAWN }, { "uscita", WITHDRAWN },
	{ "completed", COMPLETED }, { "concluso", COMPLETED }, { "conclusa", COMPLETED }, { "terminato", COMPLETED }, { "terminata", COMPLETED },
	{ "completato", COMPLETED }, { "completata", COMPLETED },
};
static const struct word languages[] = {
	{ "it", ITALIAN }, { "italian", ITALIAN }, { "italiano", ITALIAN }, { "en", ENGLISH }, { "english", ENGLISH }, { "inglese", ENGLISH },
};
static const struct word answers[] = { { "yes", YES }, { "si", YES }, { "s", YES }, { "y", YES }, { "no", NO }, { "n", NO } };

struct vocabulary {
	const struct word *words;
	size_t count;
	const char *all; /* for messages */
};
#define WORDS(table) (table), sizeof(table) / sizeof(table)[0]

char *
member_key(const char *text)
{
	char *key = text_fold(text), *to = key;
	for (const char *c = key; *c; c++) {
		bool parts = strchr(" _-./:()", *c);
		if (!parts)
			*to++ = *c;
		else if (to > key && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > key && to[-1] == ' ')
		to--;
	*to = '\0';
	return key;
}

/* What the key means, or -1 with the word that was perhaps meant, or NULL. */
static int
find_word(const char *key, const struct vocabulary *vocabulary, const char **closest)
{
	const char *said[sizeof columns / sizeof columns[0] + 1] = { NULL };
	for (size_t i = 0; i < vocabulary->count; i++) {
		said[i] = vocabulary->words[i].said;
		if (strcmp(key, said[i]) == 0)
			return vocabulary->words[i].means;
	}
	*closest = text_closest(key, said);
	return -1;
}

enum member_cell
member_column(const char *key, const char **closest)
{
	static const struct vocabulary vocabulary = { WORDS(columns), NULL };
	int means = find_word(key, &vocabulary, closest);
	return means < 0 ? IN_CELLS : (enum member_cell)means;
}

const char *
member_cell_word(enum member_cell cell, const char *text, struct refusal *why)
{
	static const struct vocabulary role = { WORDS(roles), "participant, conductor, co-conductor" },
	    status = { WORDS(statuses), "applicant, waiting, active, withdrawn, completed" }, language = { WORDS(languages), "it, en" },
	    answer = { WORDS(answers), "yes, no" };
	const struct vocabulary *vocabulary = cell == IN_ROLE ? &role : cell == IN_STATUS ? &status : cell == IN_LANGUAGE ? &language : &answer;
	const char *closest = NULL;
	char *key = member_key(text);
	int means = find_word(key, vocabulary, &closest);
	free(key);
	if (means >= 0)
		return meanings[means];
	if (closest)
		refuse(why, "unknown '%s'; did you mean '%s'?", text, closest);
	else
		refuse(why, "unknown '%s'; there are %s", text, vocabulary->all);
	return NULL;
}
