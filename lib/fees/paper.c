#include "paper.h"

#include <balint/date_words.h>
#include <balint/fatal.h>
#include <balint/money_words.h>
#include <balint/rows.h>
#include <balint/setting.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

void
paper_money(const struct paper *paper, struct tree *parent, const char *name, cents amount)
{
	char text[MONEY_PAPER];
	tree_text(parent, name, money_on_paper(amount, paper->language, text));
}

void
paper_date(const struct paper *paper, struct tree *parent, const char *name, struct date date)
{
	char text[DATE_WORDS], iso[DATE_TEXT];
	char *second = memory_format("%s_iso", name);
	tree_text(parent, name, date_on_paper(date, paper->language, text));
	tree_text(parent, second, date_write(date, iso));
	free(second);
}

void
paper_month(const struct paper *paper, struct tree *parent, struct month month)
{
	char *text = memory_format("%s %d", month_name(month, paper->language), month_year(month));
	tree_text(parent, "month", text);
	free(text);
}

void
paper_vat(const struct paper *paper, struct tree *parent, int64_t rate, const char *nature)
{
	char text[MONEY_TEXT], kind[] = "n0";
	if (nature && *nature) {
		kind[1] = nature[1];
		tree_text(parent, "nature", nature);
		tree_truth(parent, kind, true);
	} else if (rate != COUNT_NONE)
		tree_text(parent, "rate", rate_on_paper((int)rate, paper->language, text));
}

void
paper_name(struct tree *parent, const char *name, const char *given, const char *family)
{
	char *both = text_both(given, family);
	tree_text(parent, name, both);
	free(both);
}

static void
add_setting(const struct paper *paper, struct tree *root, const char *key)
{
	char *value = setting_get(paper->store, key);
	tree_text(root, key, value);
	free(value);
}

void
paper_association(const struct paper *paper, struct tree *root)
{
	char *iban = setting_get(paper->store, "iban"), groups[64];
	size_t used = 0;
	for (const char *c = iban ? iban : ""; *c && used + 2 < sizeof groups; c++) {
		if (c > iban && (c - iban) % 4 == 0)
			groups[used++] = ' ';
		groups[used++] = *c;
	}
	groups[used] = '\0';
	tree_text(root, "iban", groups);
	free(iban);
	add_setting(paper, root, "association");
	add_setting(paper, root, "payee");
	add_setting(paper, root, "bic");
}
