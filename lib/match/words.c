/* The words that everybody knows: months, and what banks and payers write around names. */
#include "lexicon.h"

#include <balint/fatal.h>
#include <balint/matcher.h>

#include <stdlib.h>
#include <string.h>

static const char *const months[] = { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
	"novembre", "dicembre" };
static const char *const english[] = { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
	"december" };
static const char *const ordinals[] = { "prima primo", "seconda secondo", "terza terzo", "quarta quarto", "quinta quinto", "sesta sesto", "settima settimo",
	"ottava ottavo", "nona nono", "decima decimo", "undicesima undicesimo", "dodicesima dodicesimo" };

static const struct {
	uint32_t words;
	const char *list;
} vocabulary[] = {
	{ WORD_ED | WORD_GLUE, "ed ediz edizione edition" },
	{ WORD_MESE | WORD_NOUN | WORD_GLUE, "mese mesi mensile mensilita month" },
	{ WORD_RATA | WORD_NOUN | WORD_GLUE, "rata rate instalment" },
	{ WORD_ALL | WORD_NOUN | WORD_GLUE, "saldo intero intera totale tutto tutte tutti completo completa" },
	{ WORD_AND | WORD_GLUE, "e et and" },
	{ WORD_AND, "ed" },
	{ WORD_TO | WORD_GLUE, "a ad al fino to" },
	{ WORD_FROM | WORD_GLUE, "da dal from" },
	{ WORD_FROM, "dalla dallo" },
	{ WORD_OF | WORD_GLUE, "di del" },
	{ WORD_OF, "della dello dell of" },
	{ WORD_PARTICLE, "de di del della dello dell dei degli delle d da dal dalla dalle dallo dall lo la le li l san santa sant santo van von der den ten ter "
	                 "mc mac o el al ben bin dos das do du des st saint" },
	{ WORD_SENDER, "ordinante ord mittente mitt debitore disponente disposto eseguito effettuato" },
	{ WORD_NOUN | WORD_GLUE, "bonifico bonif pagamento versamento quota" },
	{ WORD_NOUN | WORD_GLUE, "sepa" },
	{ WORD_NOUN, "bon istantaneo quote contributo retta iscrizione partecipazione accredito accr giroconto ordine conto nome parte favore ricevuto vers pag "
	             "pagam disposizione acconto" },
	{ WORD_NO_FEE, "rimborso rimborsi restituzione libro libri dono donazione offerta affitto fattura anticipo prestito regalo cena stipendio" },
	{ WORD_CAUSE | WORD_GLUE, "per causale" },
	{ WORD_CAUSE | WORD_GLUE, "trn cro comm" },
	{ WORD_CAUSE, "caus note motivo descrizione descr oggetto commissioni commissione iban rif riferimento x" },
	{ WORD_STREET, "via vle viale corso cso piazza piazzale pza pzza ple largo vicolo strada str lungomare contrada cda frazione fraz localita loc borgo" },
	{ WORD_OTHER, "moglie marito figlio figlia madre padre mamma papa fratello sorella collega zio zia nipote compagno compagna" },
	{ WORD_SUFFIX, "a o th nd rd" },
	{ WORD_NUMERO, "n nr num numero no" },
	{ WORD_HONORIFIC, "dott dottssa dottoressa dottor dottore dr drssa sig sigra signor signora prof profssa avv ing medico psicologo psicologa "
	                  "psicoterapeuta infermiere infermiera educatore educatrice" },
	{ WORD_ADDRESSEE, "vostro vs nostro ns suo" },
	{ WORD_EURO | WORD_PLAIN, "eur euro imp importo" },
	{ WORD_PLAIN, "il i gli le un una con su sul sulla nel nella in alla allo agli come relativo relativa scadenza scad anno anni corso gruppo incontri "
	              "incontro sedute seduta partecipante formazione data valuta val spese spesa id end notprovided notprov beneficiario ben benef banca "
	              "bank filiale agenzia abi cab bic swift cc cto corrente cod codice fiscale cf tramite mezzo cognome sct inst bonifici grazie cordiali "
	              "saluti buongiorno distinti sostituzione web internet home banking mobile online oggi lunedi martedi mercoledi giovedi venerdi sabato domenica "
	              "associazione favore conto conti correnti costi credito contanti cassa moneta it due tre quattro cinque fee for payment group course" },
};

static uint32_t
add(struct lexicon *lexicon, const char *word, size_t length, uint32_t words)
{
	uint8_t codes[32];
	if (length > sizeof codes)
		length = sizeof codes;
	for (size_t i = 0; i < length; i++)
		codes[i] = (uint8_t)(word[i] - 'a');
	return lexicon_add(lexicon, codes, length, words);
}

/* Each word of the list, which has spaces between them. */
static void
add_list(struct lexicon *lexicon, const char *list, uint32_t words, uint8_t number)
{
	for (size_t length; *list; list += length + (list[length] == ' ')) {
		length = strcspn(list, " ");
		uint32_t term = add(lexicon, list, length, words);
		if (number)
			lexicon->terms[term].number = number;
	}
}

/* The whole name, and its beginnings of three letters or more. */
static void
add_month(struct lexicon *lexicon, const char *name, uint8_t number)
{
	size_t whole = strlen(name);
	for (size_t length = 3; length <= whole; length++) {
		uint32_t term = add(lexicon, name, length, WORD_MONTH | (length < whole ? WORD_SHORT : WORD_GLUE));
		lexicon->terms[term].number = number;
	}
}

void
lexicon_fill(struct lexicon *lexicon)
{
	for (uint8_t i = 0; i < 12; i++) {
		add_month(lexicon, months[i], (uint8_t)(i + 1));
		add_month(lexicon, english[i], (uint8_t)(i + 1));
		add_list(lexicon, ordinals[i], WORD_ORDINAL, (uint8_t)(i + 1));
	}
	add_list(lexicon, "aprl", WORD_MONTH | WORD_SHORT, 4);
	for (size_t i = 0; i < sizeof vocabulary / sizeof vocabulary[0]; i++)
		add_list(lexicon, vocabulary[i].list, vocabulary[i].words, 0);
}

bool
match_is_common(const char *word)
{
	struct lexicon lexicon = { .count = 0 };
	struct letters letters = { .count = 0 };
	lexicon_fill(&lexicon);
	letters_read(&letters, word);
	uint8_t *codes = memory(letters.count + 1);
	for (size_t i = 0; i < letters.count; i++)
		codes[i] = letters.letters[i].code;
	bool is = lexicon_find(&lexicon, codes, letters.count) != NOTHING;
	free(codes);
	letters_release(&letters);
	lexicon_release(&lexicon);
	return is;
}
