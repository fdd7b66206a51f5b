#include "claims.h"

#include <balint/reconcile.h>
#include <balint/sepa.h>

#include <stdio.h>
#include <stdlib.h>

/* What the bank does to the text, which is then read as it arrives. */
static void
explain_bank(const char *text, const char *arrives, row_taker *take, void *context)
{
	char changed[SEPA_CHANGES], meaning[SEPA_CHANGES + 80];
	if (sepa_changes(text, changed))
		snprintf(meaning, sizeof meaning, "not all of it is what banks carry: %s", changed);
	else
		snprintf(meaning, sizeof meaning, "a bank carries all of it as it is");
	take(context, &(struct match_finding){ "bank", arrives, meaning });
}

void
reconcile_explain(struct store *store, const char *text, row_taker *take, void *context)
{
	struct claims *claims = claims_load(store);
	char *arrives = sepa_text(text);
	explain_bank(text, arrives, take, context);
	matcher_explain(claims->matcher, text, take, context);
	free(arrives);
	claims_free(claims);
}
