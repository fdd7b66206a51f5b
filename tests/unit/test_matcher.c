/* Whom transfers are for: the cases of RULES 7.3, 7.4, 8.1 to 8.3 and 8.8, each as text, payer, account and amount. */
#include "matcher_world.h"

/* text | payer | account | amount | what comes out: a kind, and what it gives; the reason must hold what follows a `#`. */
struct example {
	const char *text, *payer, *iban, *amount, *verdict;
};

#define CHECK(examples) \
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples)[0]; i++) \
	check_verdict(*state, (examples)[i].text, (examples)[i].payer, (examples)[i].iban, (examples)[i].amount, (examples)[i].verdict)

static void
mangled_references_are_read(void **state)
{
	static const struct example examples[] = {
		{ "Gruppo Balint 9 ed 2020_Rossi_marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40 # edition 9" },
		{ "GRUPPO BALINT 9 ED 2020 ROSSI MARZO", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "gruppobalint9ed2020rossimarzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020?Rossi?marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "GRUPPO BALI NT 9 ED 2020 ROSSI MAR ZO", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "GRUPPO BALINT 9 E D 2020 ROS SI MARZO", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi mar 2021", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Rossi 03/2021 gruppo balint", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "gruppo balint 9° ed. 2020 – Rossi – mese di marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020-Rossi-marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Gruppo Balint 9. ed. 2020.Rossi.marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "rossi 3-2021 balint", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi mese 3", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi 2021-03", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Rossi, March, Gruppo Balint 9 ed 2020", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "9 ED 2020 ROSSI MARZO 2021", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Gruppo Balint ed. n. 9 quota Rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "PAGAMENTOGRUPPOBALINT9ED2020ROSSIMARZO", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "xyzviaroma3gruppobalint9ed2020rossimarzotrn1234", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
	};
	CHECK(examples);
}

static void
words_around_the_reference_do_not_matter(void **state)
{
	static const struct example examples[] = {
		{ "BONIFICO A VOSTRO FAVORE DISPOSTO DA ROSSI MARIO VIA VERDI 3 10121 TORINO PER Gruppo Balint 9 ed 2020_Rossi_marzo COMM 0,00 TRN 1101210620000123",
		    "ROSSI MARIO", NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "BONIFICO SEPA DA: ROSSI MARIO PER: GRUPPO BALINT 9 ED 2020 VERDI MARZO COMM: 0,00 TRN: 0123456789012345", "ROSSI MARIO", NULL, "61.00",
		    "matched verdi 2021-03 61.00 # Rossi" },
		{ "DATA ORDINE 12/04/2021 Gruppo Balint 9 ed 2020_Rossi_marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "bonifico del 3 aprile 2021 gruppo balint 9 ed 2020 rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "VIA XX SETTEMBRE 12 gruppo balint 9 ed 2020 rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "VERDI ANNA Gruppo Balint 9 ed 2020_Rossi_marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "IT60X0542811101000000123456 gruppo balint 9 ed 2020 rossi marzo EUR 85,40", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "rossi marzo saldo fattura ferramenta", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" },
	};
	CHECK(examples);
}

static void
names_are_compared_as_people_write_them(void **state)
{
	static const struct example examples[] = {
		{ "Gruppo Balint 9 ed 2020_D'Angelo_marzo", NULL, NULL, "85.40", "matched dangelo 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 D’ANGELO MARZO", NULL, NULL, "85.40", "matched dangelo 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 DANGELO MARZO", NULL, NULL, "85.40", "matched dangelo 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 D ANGELO MARZO", NULL, NULL, "85.40", "matched dangelo 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 ANGELO MARZO", NULL, NULL, "85.40", "unknown" },
		{ "gruppo balint 9 ed 2020 NICOLO' MARZO", NULL, NULL, "85.40", "matched nicolo 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Nicolò marzo", NULL, NULL, "85.40", "matched nicolo 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 MULLER MARZO", NULL, NULL, "85.40", "matched muller 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Mueller marzo", NULL, NULL, "85.40", "matched muller 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Müller marzo", NULL, NULL, "85.40", "matched muller 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Rosi marzo", NULL, NULL, "85.40", "unknown" },
		{ "gruppo balint 9 ed 2020 Rossini marzo", NULL, NULL, "85.40", "matched rossini 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 ROSSI NI marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "gruppo balint 9 ed 2020 Luca marzo", NULL, NULL, "85.40", "unknown" },
		{ "gruppo balint 9 ed 2020 De Luca marzo", NULL, NULL, "85.40", "matched deluca 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 De Rossi marzo", NULL, NULL, "85.40", "unknown" },
		{ "gruppo balint 9 ed 2020 La Rossi marzo", "ROSSI MARIO", NULL, "85.40", "ambiguous" },
		{ "gruppo balint quota di Rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Maggio_marzo", NULL, NULL, "85.40", "matched maggio 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 MAGGIO MAGGIO", NULL, NULL, "85.40", "matched maggio 2021-05 85.40" },
		{ "Gruppo Balint 9 ed 2020_Rossi_maggio", NULL, NULL, "85.40", "matched rossi 2021-05 85.40" },
		{ "Gruppo Balint 9 ed 2020_Conti_marzo", NULL, NULL, "85.40", "matched conti 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Favore_marzo", NULL, NULL, "85.40", "matched favore 2021-03 85.40" },
		{ "BONIFICO A VOSTRO FAVORE gruppo balint 9 ed 2020 marzo", NULL, NULL, "85.40", "unknown" },
		{ "BONIFICO A VOSTRO FAVORE gruppo balint 9 ed 2020 rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "SALDO CONTI CORRENTI balint rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 neri gialli marzo", NULL, NULL, "85.40", "matched nerigialli 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Neri-Gialli marzo", NULL, NULL, "85.40", "matched nerigialli 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Neri marzo", NULL, NULL, "85.40", "matched neri 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Gialli marzo", NULL, NULL, "85.40", "probable nerigialli 2021-03 85.40" },
	};
	CHECK(examples);
}

static void
namesakes_need_a_given_name_or_an_account(void **state)
{
	static const struct example examples[] = {
		{ "Gruppo Balint 9 ed 2020_Ferri_marzo", NULL, NULL, "85.40", "ambiguous # ferri" },
		{ "GRUPPO BALINT 9 ED 2020 FERRI MARIO MARZO", NULL, NULL, "85.40", "matched ferri 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 MARIA FERRI MARZO", NULL, NULL, "85.40", "matched ferri.maria 2021-03 85.40" },
		{ "gruppobalint9ed2020ferrimariamarzo", NULL, NULL, "85.40", "matched ferri.maria 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Ferri_marzo", "FERRI MARIA", NULL, "85.40", "probable ferri.maria 2021-03 85.40 # payer" },
		{ "Gruppo Balint 9 ed 2020_Ferri Maria_marzo", "FERRI MARIO", NULL, "85.40", "matched ferri.maria 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Ferri_marzo", NULL, "IT01", "85.40", "matched ferri.maria 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 M. FERRI MARZO", NULL, NULL, "85.40", "ambiguous" },
		{ "Gruppo Balint 9 ed 2020_Galli_marzo", NULL, NULL, "85.40", "matched galli 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Galli_marzo", "GALLI PIA", NULL, "85.40", "matched galli 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Galli_marzo", "GALLI UGO", NULL, "85.40", "ambiguous" },
		{ "FERRI MARIAROSA MARZO", "FERRI MARIAROSA", NULL, "85.40", "ambiguous" },
		{ "FERRI MARIAROSA MARZO", NULL, NULL, "85.40", "ambiguous" },
		{ "balint FERRI ANNAMARIA MARZO", "FERRI ANNAMARIA", NULL, "85.40", "ambiguous" },
		{ "balint FERRI MARIA ROSA MARZO", "FERRI MARIA ROSA", NULL, "85.40", "ambiguous" },
		{ "balint FERRI ROSA MARIA MARZO", NULL, NULL, "85.40", "ambiguous" },
		{ "balint VERDI ANNA MARIA MARZO", "VERDI ANNA MARIA", NULL, "61.00", "probable verdi 2021-03 61.00" },
		{ "balint VERDI ANNA ROSA MARZO", NULL, NULL, "61.00", "ambiguous" },
		{ "ferri maria e mario marzo", NULL, NULL, "85.40", "ambiguous # several" },
		{ "FERRI MARIO MARIA marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "ferri mario/maria marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "ferri maria marzo mario", NULL, NULL, "85.40", "ambiguous" },
		{ "Gruppo Balint 9 ed 2020_Ferri Maria_marzo Mario", NULL, NULL, "85.40", "ambiguous" },
		{ "ferri marzo mario", "FERRI MARIA", NULL, "85.40", "ambiguous" },
		{ "ferri marzo mario", "FERRI MARIO", NULL, "85.40", "matched ferri 2021-03 85.40" },
		{ "ferri marzo mario", NULL, NULL, "85.40", "matched ferri 2021-03 85.40" },
		{ "ROSSI MARIO FERRI MARIA balint marzo", "ROSSI MARIO", NULL, "85.40", "matched ferri.maria 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Rossi Giulia_marzo", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" },
	};
	CHECK(examples);
}

static void
evidence_has_its_weight(void **state)
{
	static const struct example examples[] = {
		{ "Gruppo Balint 9 ed 2020_Rossi_marzo", "BIANCHI CARLA", NULL, "85.40", "matched rossi 2021-03 85.40 # Bianchi" },
		{ "Gruppo Balint 9 ed 2020_Rossi_marzo", NULL, "IT02", "85.40", "ambiguous # account" },
		{ "balint marzo", NULL, "IT02", "85.40", "matched bianchi 2021-03 85.40 # account" },
		{ "balint marzo", NULL, "it 02", "85.40", "matched bianchi 2021-03 85.40 # account" },
		{ "gruppo balint marzo", "ROSSI MARIO", NULL, "85.40", "probable rossi 2021-03 85.40 # payer" },
		{ "Rossi Mario gruppo balint 9 ed marzo", "ROSSI MARIO", NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "Rossi Mario gruppo balint 9 ed marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "gruppo balint marzo", "ROSSI LUIGI", NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "gruppo balint 9 ed 2020 Ferrero marzo", "ROSSI MARIO", NULL, "85.40", "ambiguous" },
		{ "stipendio marzo", "ROSSI MARIO", NULL, "85.40", "ambiguous" },
		{ "balint marzo", NULL, "IT03", "85.40", "ambiguous" },
		{ "balint verdi marzo", NULL, "IT03", "61.00", "matched verdi 2021-03 61.00" },
		{ "rossi marzo", "ZANETTI PIO", NULL, "85.40", "probable rossi 2021-03 85.40 # fee" },
		{ "rossi marzo", "VERDI ANNA", NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "quota rossi marzo", "ZANETTI PIO", NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "quota rossi marzo", "VERDI ANNA", NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "rossi marzo", "ROSSI MARIO", NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "rimborso gruppo balint rossini marzo", NULL, NULL, "85.40", "probable rossini 2021-03 85.40 # no fee" },
		{ "libro gruppo balint rossini marzo", NULL, NULL, "85.40", "probable rossini 2021-03 85.40 # no fee" },
		{ "gruppo balint 9 ed 2020 rossini marzo donazione", NULL, NULL, "85.40", "probable rossini 2021-03 85.40" },
		{ "BOLLETTA LUCE", "ENERGIA SPA", NULL, "85.40", "unknown" },
	};
	CHECK(examples);
}

static void
months_must_be_certain(void **state)
{
	static const struct example examples[] = {
		{ "Gruppo Balint 9 ed 2020_Rossi", NULL, NULL, "85.40", "probable rossi 2021-02 85.40" },
		{ "Gruppo Balint 9 ed 2020_Rossi", NULL, NULL, "70.00", "ambiguous" },
		{ "Gruppo Balint 9 ed 2020_Bianchi", NULL, NULL, "427.00",
		    "matched bianchi 2021-02 85.40 bianchi 2021-03 85.40 bianchi 2021-04 85.40 bianchi 2021-05 85.40 bianchi 2021-06 85.40" },
		{ "Gruppo Balint 9 ed 2020_Rossi", NULL, NULL, "427.00", /* it may have been Rossini */
		    "probable rossi 2021-02 85.40 rossi 2021-03 85.40 rossi 2021-04 85.40 rossi 2021-05 85.40 rossi 2021-06 85.40" },
		{ "balint rossi feb mar", NULL, NULL, "170.80", "matched rossi 2021-02 85.40 rossi 2021-03 85.40" },
		{ "balint rossi feb mar", NULL, NULL, "170.00", "matched rossi 2021-02 85.40 rossi 2021-03 84.60" },
		{ "balint rossi febbraio-marzo", NULL, NULL, "170.80", "matched rossi 2021-02 85.40 rossi 2021-03 85.40" },
		{ "balint rossi feb/mar/apr", NULL, NULL, "256.20", "matched rossi 2021-02 85.40 rossi 2021-03 85.40 rossi 2021-04 85.40" },
		{ "balint rossi da febbraio ad aprile", NULL, NULL, "256.20", "matched rossi 2021-02 85.40 rossi 2021-03 85.40 rossi 2021-04 85.40" },
		{ "balint rossi febbraio-aprile", NULL, NULL, "256.20", "matched rossi 2021-02 85.40 rossi 2021-03 85.40 rossi 2021-04 85.40" },
		{ "balint rossi febbraio-aprile", NULL, NULL, "170.80", "matched rossi 2021-02 85.40 rossi 2021-04 85.40" },
		{ "balint rossi febbraio-aprile", NULL, NULL, "100.00", "ambiguous" },
		{ "balint rossi marzo", NULL, NULL, "100.00", "probable rossi 2021-03 85.40 rest 14.60" },
		{ "balint rossi marzo", NULL, NULL, "50.00", "matched rossi 2021-03 50.00" },
		{ "balint rossi luglio", NULL, NULL, "85.40", "ambiguous" },
		{ "balint paghi febbraio", NULL, NULL, "85.40", "ambiguous # paid" },
		{ "balint rossi seconda rata", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi rata 2", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi 1a rata", NULL, NULL, "85.40", "matched rossi 2021-02 85.40" },
		{ "balint rossi rata 2/5", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi rata 3/2021", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi rata 03/2021", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi rata 3 2021", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi rata 3.2021", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi rata 03/21", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi rata 3/2029", NULL, NULL, "85.40", "ambiguous" },
		{ "balint rossi rata 5/3", NULL, NULL, "85.40", "ambiguous" },
		{ "balint rossi rata 2 di 6", NULL, NULL, "85.40", "ambiguous" },
		{ "balint paghi marzo maggio", NULL, NULL, "170.80", "ambiguous # paid" },
		{ "balint paghi febbraio aprile", NULL, NULL, "85.40", "ambiguous # paid" },
		{ "balint rossi quota intera", NULL, NULL, "427.00",
		    "matched rossi 2021-02 85.40 rossi 2021-03 85.40 rossi 2021-04 85.40 rossi 2021-05 85.40 rossi 2021-06 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 ROSSI MA", NULL, NULL, "85.40", "ambiguous" },
		{ "GRUPPO BALINT 9 ED 2020 ROSSI GIU", NULL, NULL, "85.40", "matched rossi 2021-06 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 ROSSI MAR", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 VER", NULL, NULL, "61.00", "unknown" },
		{ "GRUPPO BALINT 9 ED 2020 MARZO BIANC", NULL, NULL, "85.40", "probable bianchi 2021-03 85.40" },
		{ "balint rossi febbraio data ordine aprile", NULL, NULL, "85.40", "ambiguous" },
	};
	CHECK(examples);
}

static void
editions_must_agree(void **state)
{
	static const struct example examples[] = {
		{ "Gruppo Balint 8 ed 2019_Rossi_marzo", NULL, NULL, "85.40", "ambiguous # edition 8" },
		{ "Gruppo Balint 17 ed 2030_Rossi_marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "balint serra marzo", NULL, NULL, "85.40", "probable serra 2021-03 85.40 # more than once" },
		{ "balint serra marzo", NULL, NULL, "70.00", "ambiguous # more than one edition" },
		{ "Gruppo Balint 10 ed 2021_Serra_marzo", NULL, NULL, "61.00", "matched serra 2022-03 61.00" },
		{ "balint 7 rossi marzo", NULL, NULL, "85.40", "ambiguous # not known" },
		{ "gruppo balint 10 rossi marzo", NULL, NULL, "85.40", "ambiguous # edition 10" },
		{ "gruppo balint 12 rossi marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "Gruppo Balint 2019 Rossi marzo", NULL, NULL, "85.40", "ambiguous # year" },
		{ "balint ed 2019 Rossi marzo", NULL, NULL, "85.40", "ambiguous # year" },
		{ "Gruppo Balint 2020 Rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Gruppo Balint 2021 Rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "12 gruppo balint rossi marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "XI gruppo balint rossi marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "VIII gruppo balint rossi marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "IX gruppo balint rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "bonifico x gruppo balint rossi marzo", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "balint rossi marzo 2022", NULL, NULL, "85.40", "probable rossi 2021-03 85.40 # another" },
		{ "balint rossi maggio 2029", NULL, NULL, "85.40", "probable rossi 2021-05 85.40" },
		{ "rossi marzo 20 29", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "rossi 2029 marzo", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "Rossi marzo 29", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "balint rossi marzo/29", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" },
		{ "balint rossi marzo 2029", NULL, NULL, "80.00", "ambiguous" },
		{ "balint serra marzo 2021", NULL, NULL, "85.40", "matched serra 2021-03 85.40" },
		{ "Gruppo Balint 11 ed 2021_Lungo_marzo 2023", NULL, NULL, "85.40", "matched lungo 2023-03 85.40" },
		{ "Gruppo Balint 11 ed 2021_Lungo_marzo", NULL, NULL, "85.40", "probable lungo 2022-03 85.40" },
	};
	CHECK(examples);
}

static void
one_transfer_may_be_for_several(void **state)
{
	static const struct example examples[] = {
		{ "Rossi e Verdi marzo", NULL, NULL, "146.40", "matched rossi 2021-03 85.40 verdi 2021-03 61.00" },
		{ "gruppo balint ROSSI+VERDI marzo", "ROSSI MARIO", NULL, "146.40", "matched rossi 2021-03 85.40 verdi 2021-03 61.00" },
		{ "Rossi e Verdi marzo", NULL, NULL, "100.00", "ambiguous" },
		{ "Gruppo Balint 9 ed 2020 ROSSI/VERDI marzo", NULL, NULL, "146.40", "matched rossi 2021-03 85.40 verdi 2021-03 61.00" },
		{ "Gruppo Balint 9 ed 2020 ROSSI VERDI marzo", NULL, NULL, "146.40", "matched rossi 2021-03 85.40 verdi 2021-03 61.00" },
		{ "Gruppo Balint 9 ed 2020 ROSSI VERDI marzo", NULL, NULL, "85.40", "ambiguous" },
		{ "balint conti e rossi marzo", NULL, NULL, "170.80", "matched conti 2021-03 85.40 rossi 2021-03 85.40" },
		{ "balint conti e verdi marzo", NULL, NULL, "61.00", "ambiguous # Conti" },
		{ "Gruppo Balint 9 ed 2020 Rossi marzo", "ASL Citta di Torino", NULL, "85.40", "probable rossi 2021-03 85.40 # institution" },
		{ "Gruppo Balint 9 ed 2020 Rossi marzo", NULL, "IT09", "85.40", "ambiguous" },
		{ "Rossi e Ferri marzo", NULL, NULL, "170.80", "ambiguous" },
		{ "ASL CITTA DI TORINO gruppo balint 9 marzo", "ASL Città di Torino", NULL, "146.40", "matched asla 2021-03 85.40 aslb 2021-03 61.00" },
		{ "gruppo balint 9 marzo", NULL, "IT09", "146.40", "matched asla 2021-03 85.40 aslb 2021-03 61.00" },
		{ "gruppo balint 9 marzo", NULL, "IT09", "85.40", "ambiguous" },
		{ "gruppo balint 9 ed 2020 Aloisi marzo", "ASL Citta di Torino", NULL, "85.40", "matched asla 2021-03 85.40" },
	};
	CHECK(examples);
}

static void
what_is_taken_is_no_longer_open(void **state)
{
	struct match_verdict verdict;
	check_verdict(*state, "balint bianchi giugno", NULL, NULL, "85.40", "matched bianchi 2021-06 85.40");
	judge(*state, "balint bianchi giugno", NULL, NULL, "80.00", &verdict);
	matcher_take(((struct world *)*state)->matcher, &verdict);
	check_verdict(*state, "balint bianchi giugno", NULL, NULL, "5.40", "matched bianchi 2021-06 5.40");
	judge(*state, "balint bianchi giugno", NULL, NULL, "5.40", &verdict);
	matcher_take(((struct world *)*state)->matcher, &verdict);
	check_verdict(*state, "balint bianchi giugno", NULL, NULL, "5.40", "ambiguous # paid");
}

static void
hostile_texts_are_read_to_their_end(void **state)
{
	check_verdict(*state, "", NULL, NULL, "1.00", "unknown");
	check_verdict(*state, "\xff\xfe\x80 \x1b[31m", "\xc3", "", "1.00", "unknown");
	char *text = malloc(100001);
	for (size_t i = 0; i < 100000; i++)
		text[i] = "rossi marzo 9 "[i % 14];
	text[100000] = '\0';
	check_verdict(*state, text, text, text, "85.40", "ambiguous");
	free(text);
}

static void
the_order_tells_a_name_from_a_month(void **state)
{
	static const struct example examples[] = {
		{ "GRUPPO BALINT 9 ED 2020 ROSSI MARIO MAGGIO", NULL, NULL, "85.40", "matched rossi 2021-05 85.40" },
		{ "Gruppo Balint 9 ed 2020/CONTI/maggio", NULL, NULL, "85.40", "matched conti 2021-05 85.40" },
		{ "Verdi: pagamento maggio per Gruppo Balint 9 ed 2020", NULL, NULL, "61.00", "matched verdi 2021-05 61.00" },
		{ "Gruppo Balint 9 ed 2020/MAGGIO/giugno", NULL, NULL, "85.40", "matched maggio 2021-06 85.40" },
		{ "Maggio - gruppo balint 9° ed. 2020 - mese di marzo", NULL, NULL, "85.40", "matched maggio 2021-03 85.40" },
		{ "Quota di marzo Gruppo Balint 9 ed 2020 MAGGIO", NULL, NULL, "85.40", "matched maggio 2021-03 85.40" },
		{ "GRUPPOBALINT9ED2020VERDIMAGGIO2021", NULL, NULL, "61.00", "matched verdi 2021-05 61.00" },
		{ "Gruppo Balint 9 ed 2020 MAGGIO febbraio - marzo", NULL, NULL, "170.80", "matched maggio 2021-02 85.40 maggio 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020 - MAGGIO - quota intera", NULL, NULL, "427.00",
		    "matched maggio 2021-02 85.40 maggio 2021-03 85.40 maggio 2021-04 85.40 maggio 2021-05 85.40 maggio 2021-06 85.40" },
		{ "Gruppo Balint 9 ed 2020_Maggio", NULL, NULL, "85.40", "ambiguous" },
		{ "balint maggio", NULL, "IT02", "85.40", "probable bianchi 2021-05 85.40" }, /* hardly Maggio */
		{ "Gruppo Balint 9 ed 2020 Rossi e Maggio", NULL, NULL, "85.40", "ambiguous" },
		{ "Gruppo Balint 9 ed 2020 Rossi Mario maggio-giugno", "ROSSI MARIO", NULL, "170.80", "ambiguous" },
		{ "BONIFICO SEPA DA: MAGGIO ELENA PER: GRUPPO BALINT 9 ED 2020 MAGGIO", NULL, NULL, "85.40", "ambiguous" },
		{ "quota maggio giugno", "VERDI ANNA", NULL, "61.00", "ambiguous" },
		{ "quota maggio giugno", "VERDI ANNA", NULL, "122.00", "probable verdi 2021-05 61.00 verdi 2021-06 61.00" },
		{ "balint maggio giugno", "VERDI ANNA", NULL, "122.00", "probable verdi 2021-05 61.00 verdi 2021-06 61.00" },
		{ "pagamento quote maggio aprile", "VERDI", NULL, "122.00", "probable verdi 2021-04 61.00 verdi 2021-05 61.00" },
		{ "balint 9 maggio giugno", "VERDI ANNA", NULL, "85.40", "ambiguous # a month or a name" },
		{ "Gruppo Balint 9 ed 2020_Maggio_giugno", "VERDI ANNA", NULL, "85.40", "ambiguous" },
		{ "balint maggio aprile", "ZANETTI PIO", NULL, "85.40", "ambiguous # a month or a name" },
		{ "quota maggio aprile", "MAGGIO ELENA", NULL, "85.40", "ambiguous" },
		{ "balint maggio giugno", NULL, "IT02", "170.80", "probable bianchi 2021-05 85.40 bianchi 2021-06 85.40" },
		{ "Gruppo Balint 9 ed 2020_Maggio_giugno", "ZANETTI PIO", NULL, "85.40", "matched maggio 2021-06 85.40" },
		{ "Gruppo Balint 9 ed 2020 Maggio Elena giugno", "VERDI ANNA", NULL, "85.40", "matched maggio 2021-06 85.40" },
	};
	CHECK(examples);
}

static void
whole_references_are_matched_however_they_are_put(void **state)
{
	static const struct example examples[] = {
		{ "rata marzo gruppo balint 9° ed. 2020, VERDI", NULL, NULL, "61.00", "matched verdi 2021-03 61.00" },
		{ "Quota di marzo Gruppo Balint n. 9 ed. 2020 Verdi", NULL, NULL, "61.00", "matched verdi 2021-03 61.00" },
		{ "Quota di marzo Gruppo Balint n. 9 e d. 2020 Verdi", NULL, NULL, "61.00", "matched verdi 2021-03 61.00" },
		{ "FAVORE - gruppo balint 9° ed. 2020 - mese di giugno", "FAVORE LIA", NULL, "85.40", "matched favore 2021-06 85.40" },
		{ "Verdi Anna - Gruppo Balint 9 ed 2020 - mese di marzo", "VERDI ANNA", NULL, "61.00", "matched verdi 2021-03 61.00" },
		{ "quota marzo 2021 di Verdi Anna Gruppo Balint ed. 9", "VERDI ANNA", NULL, "61.00", "matched verdi 2021-03 61.00" },
		{ "NICOLO' - Gruppo Balint 9 ed 2020 - mese di marzo", "DOTT.SSA PIERO NICOLO'", NULL, "85.40", "matched nicolo 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Rossi_mar", NULL, NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Verdi_aprl", NULL, NULL, "61.00", "matched verdi 2021-04 61.00" },
		{ "gruppo balint 9 ed 2020 - Verdi - ma r", NULL, NULL, "61.00", "matched verdi 2021-03 61.00" },
		{ "gruppo balint 9 ed 2020 Verdi mese 03/2021", NULL, NULL, "61.00", "matched verdi 2021-03 61.00" },
		{ "gruppo balint 11 ed 2021 Lungo marzo 202 3", NULL, NULL, "85.40", "matched lungo 2023-03 85.40" },
		{ "Gruppo Balint 9 ed 2020-Con ti-marzo", NULL, NULL, "85.40", "matched conti 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 D E LUCA MARZO", NULL, NULL, "85.40", "matched deluca 2021-03 85.40" },
		{ "GRUPPO BALINT 9 ED 2020 NERI GIA LLI MARZO", NULL, NULL, "85.40", "matched nerigialli 2021-03 85.40" },
		{ "Gruppo Balint 9 ed 2020_Verdi_marzo", NULL, NULL, "7.15", "matched verdi 2021-03 7.15" },
		{ "quota di marzo Gruppo Balint 9 ed 2020 Rossi", NULL, NULL, "85.40", "probable rossi 2021-03 85.40" }, /* or Rossini, cut */
		{ "quota di marzo Gruppo Balint 9 ed 2020 Rossi", "ROSSI MARIO", NULL, "85.40", "matched rossi 2021-03 85.40" },
		{ "Marco D e Rossi marzo gruppo balint 9", NULL, NULL, "85.40", "unknown" },
		{ "Gruppo Balint 9 ed 2020/Verdi DATA VALUTA 8.0 5.2021", NULL, NULL, "61.00", "ambiguous" },
	};
	CHECK(examples);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mangled_references_are_read),
		cmocka_unit_test(words_around_the_reference_do_not_matter),
		cmocka_unit_test(names_are_compared_as_people_write_them),
		cmocka_unit_test(namesakes_need_a_given_name_or_an_account),
		cmocka_unit_test(evidence_has_its_weight),
		cmocka_unit_test(months_must_be_certain),
		cmocka_unit_test(editions_must_agree),
		cmocka_unit_test(one_transfer_may_be_for_several),
		cmocka_unit_test(the_order_tells_a_name_from_a_month),
		cmocka_unit_test(whole_references_are_matched_however_they_are_put),
		cmocka_unit_test(what_is_taken_is_no_longer_open),
		cmocka_unit_test(hostile_texts_are_read_to_their_end),
	};
	return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
