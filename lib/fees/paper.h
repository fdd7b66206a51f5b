/* What the papers about money share: amounts, days and VAT as the language of the paper writes them. */
#ifndef BALINT_PAPER_H
#define BALINT_PAPER_H

#include <balint/date.h>
#include <balint/money.h>
#include <balint/store.h>
#include <balint/tree.h>

struct paper {
	struct store *store;
	const char *language;
};

/* Adds an amount: `1.234,56`. */
void paper_money(const struct paper *paper, struct tree *parent, const char *name, cents amount);

/* Adds a day under its name, and with _iso behind the name as 2021-02-28. */
void paper_date(const struct paper *paper, struct tree *parent, const char *name, struct date date);

/* Adds `month`: its name and year. */
void paper_month(const struct paper *paper, struct tree *parent, struct month month);

/* Adds `rate`, in percent, or the `nature` of an exemption with a truth for its kind (n1 … n7); nothing if neither is known. */
void paper_vat(const struct paper *paper, struct tree *parent, int64_t rate, const char *nature);

/* Adds a name: the given one before the family name. */
void paper_name(struct tree *parent, const char *name, const char *given, const char *family);

/* Adds association, payee, iban (in groups of four), bic. */
void paper_association(const struct paper *paper, struct tree *root);

#endif
