/* Tariffs: the net price of an edition for a category, its VAT rate, or the nature of its exemption (DPR 633/1972). */
#ifndef BALINT_TARIFF_H
#define BALINT_TARIFF_H

#include <balint/edition.h>
#include <balint/money.h>

struct tariff {
	cents net;
	int rate;       /* hundredths of a percent */
	char nature[8]; /* N1 … N7, or empty */
};

struct tariff_row {
	const char *category, *nature;
	cents net, vat, gross;
	int64_t rate;
};
extern const struct listing tariff_listing;

/* Sets the tariff of a category; `*planned` says how many instalments keep the old price. Nature is N1…N7 or NULL. */
bool tariff_set(struct store *store, const struct edition *edition, const char *category, cents net, int rate, const char *nature,
    int64_t *planned, struct refusal *why);

/* Copies the tariffs of an edition to another; if that existed before, one that is not there as it is is refused. */
bool tariff_clone(struct store *store, const struct edition *from, const struct edition *to, const struct cloning *cloning, struct refusal *why);

/* The tariff of a category; false if none is set. */
bool tariff_find(struct store *store, const struct edition *edition, const char *category, struct tariff *tariff);

/* Removes the tariffs of an edition. */
void tariff_clear(struct store *store, const struct edition *edition);

void tariff_list(struct store *store, const struct edition *edition, row_taker *take, void *context);

#endif
