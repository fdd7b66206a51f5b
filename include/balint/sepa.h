/*
 * Texts as a bank transfer carries them: the basic Latin set of SEPA, which is letters without accents,
 * digits, / - ? : ( ) . , ' + and space. What is outside it becomes what the EPC's table of best
 * practices has for it (EPC217-08, share/epc217-08.tsv): `_` a `-`, `ò` an `o` (RULES 7.2).
 */
#ifndef BALINT_SEPA_H
#define BALINT_SEPA_H

#include <stdbool.h>

enum { SEPA_CHANGES = 200 };

/*
 * The text in that set, one character for each of the text's, so never longer; a byte that is not UTF-8 becomes a full
 * stop, as does any other character that the table does not have. New heap memory, owned by the caller.
 */
char *sepa_text(const char *text);

/*
 * Whether a bank may alter the text; then also each character that is outside the set and what becomes of it, once, in
 * the order of the text: `'_' becomes '-', 'ò' becomes 'o'`. Ends with `…` if there are too many.
 */
bool sepa_changes(const char *text, char changed[SEPA_CHANGES]);

#endif
