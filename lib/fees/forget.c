#include "claims.h"

#include <balint/fatal.h>
#include <balint/forget.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/translation.h>

#include <stdlib.h>

enum { YEARS_KEPT = 10 }; /* art. 2220 of the Codice civile: from the last entry */

/* Until when the ledger must stay, ten years after its last entry for the person; what is to be given back. */
struct owed {
	struct date until;
	cents credit;
};

/* The accounts that they have paid from, unless somebody else has too, or it is the association's own. */
void
fees_name(struct forgetting *f)
{
	char *own = setting_get(f->store, "iban");
	struct query query = store_query(f->store,
	    SQL("WITH account AS (\n"
	        "  SELECT iban, person FROM payer\n"
	        "  UNION\n"
	        "  SELECT c.iban, e.person FROM credit AS c JOIN entry AS e ON e.credit = c.id WHERE c.iban IS NOT NULL)\n"
	        "SELECT a.iban, a.iban IS :own OR EXISTS (SELECT 1 FROM account AS o WHERE o.iban = a.iban AND o.person <> :id)\n"
	        "  FROM account AS a\n"
	        " WHERE a.person = :id\n"
	        " ORDER BY a.iban"),
	    ARG("id", f->person.id), ARG("own", own));
	while (query_next(&query))
		naming_add(f->naming, NAMING_SPACED, query_int(&query, 1) ? NAMING_SUSPECTED : NAMING_SURE, query_text(&query, 0));
	free(own);
}

static struct owed
owed_by(struct store *store, const struct person *person)
{
	struct query query = store_query(store,
	    SQL("SELECT (SELECT max(day)\n"
	        "          FROM (SELECT date AS day FROM entry WHERE person = :person\n"
	        "                UNION ALL\n"
	        "                SELECT a.date FROM allocation AS a JOIN entry AS e ON e.id = a.entry WHERE e.person = :person\n"
	        "                UNION ALL\n"
	        "                SELECT a.date FROM allocation AS a JOIN instalment_account AS i ON i.id = a.instalment WHERE i.person = :person\n"
	        "                UNION ALL\n"
	        "                SELECT due_on FROM instalment_account WHERE person = :person)),\n"
	        "       (SELECT coalesce(sum(rest), 0) FROM payment_rest WHERE person = :person)"),
	    ARG("person", person->id));
	query_next(&query);
	struct date last = query_date(&query, 0);
	const struct owed owed = { date_given(last) ? date_plus_months(last, 12 * YEARS_KEPT) : DATE_NONE, query_int(&query, 1) };
	query_end(&query);
	return owed;
}

static void
tell_owed(struct forgetting *f, const struct owed *owed)
{
	char amount[MONEY_TEXT];
	struct query query = store_query(f->store,
	    SQL("SELECT e.code, sum(i.gross + i.adjusted - i.paid) AS open\n"
	        "  FROM instalment_account AS i\n"
	        "  JOIN edition AS e ON e.id = i.edition\n"
	        " WHERE i.person = :person\n"
	        " GROUP BY e.id\n"
	        "HAVING open > 0\n"
	        " ORDER BY e.number, e.year, e.code"),
	    ARG("person", f->person.id));
	while (query_next(&query)) {
		char *sentence = memory_format(
		    translated("%s is still open, and nobody will be asked for it; to write it off: balint-fees adjust %s --less %s --reason T -e %s"),
		    money_write(query_int(&query, 1), amount), f->pseudonym, amount, query_text(&query, 0));
		f->tell(f->told, sentence);
		free(sentence);
	}
	if (owed->credit > 0) {
		char *sentence = memory_format(translated("%s of what they paid is left; to give it back: balint-fees refund %s %s --on DATE"),
		    money_write(owed->credit, amount), f->pseudonym, amount);
		f->tell(f->told, sentence);
		free(sentence);
	}
}

/* The text that was to stand on the transfer; where the name in it is an earlier one that nobody knows any more, another. */
static int64_t
clean_references(const struct forgetting *f)
{
	return store_run(f->store,
	    SQL("UPDATE instalment AS i\n"
	        "   SET reference = iif(without_name(reference) <> reference AND length(without_name(reference)) <= 140, without_name(reference),\n"
	        "                       :name || ' ' || substr(due_on, 1, 7))\n"
	        " WHERE enrolment IN (SELECT id FROM enrolment WHERE person = :person)"),
	    ARG("person", f->person.id), ARG("name", (const char *)f->pseudonym));
}

static bool
is_for(const struct claims *claims, const struct match_verdict *verdict, size_t person)
{
	bool alone = verdict->person == person || (verdict->person == MATCH_NONE && verdict->count > 0);
	for (size_t i = 0; i < verdict->count && alone; i++)
		alone = verdict->person == person || claims->claims[verdict->shares[i].claim].person == person;
	return verdict->kind != MATCH_UNKNOWN && alone;
}

/* Transfers that are booked for nobody, but mean them alone, as far as can be told. */
static int64_t
clean_given(const struct forgetting *f)
{
	int64_t cleaned = 0;
	struct claims *claims = claims_load(f->store);
	size_t person = claims_person(claims, f->person.id);
	struct query query = store_query(f->store,
	    SQL("SELECT id, text, payer, iban, amount\n"
	        "  FROM credit AS c\n"
	        " WHERE amount > 0 AND NOT EXISTS (SELECT 1 FROM entry WHERE credit = c.id)\n"
	        " ORDER BY id"));
	while (person != MATCH_NONE && query_next(&query)) {
		struct match_verdict verdict;
		matcher_judge(claims->matcher, &(struct match_credit){ query_text(&query, 1), query_text(&query, 2), query_text(&query, 3), query_int(&query, 4) },
		    &verdict);
		if (is_for(claims, &verdict, person))
			cleaned += store_run(f->store,
			    SQL("UPDATE credit\n"
			        "   SET payer = iif(payer IS NULL, NULL, :name), iban = NULL, text = iif(text = '', '', :name),\n"
			        "       bank_key = iif(bank_key = without_name(bank_key), bank_key, without_name(bank_key) || '#' || id)\n"
			        " WHERE id = :id"),
			    ARG("id", query_int(&query, 0)), ARG("name", (const char *)f->pseudonym));
	}
	query_end(&query);
	claims_free(claims);
	return cleaned;
}

/*
 * Transfers that are theirs alone, and what the bank took back of them, say nothing but when and how much: banks run words together
 * and cut them. Of those for others too, and of what nobody was found for, the words go.
 */
static int64_t
clean_credits(const struct forgetting *f)
{
	store_run(f->store,
	    SQL("WITH own AS (\n"
	        "  SELECT credit FROM entry WHERE credit IS NOT NULL GROUP BY credit HAVING min(person = :person) = 1)\n"
	        "UPDATE credit\n"
	        "   SET payer = iif(payer IS NULL, NULL, :name), iban = NULL, text = iif(text = '', '', :name),\n"
	        "       bank_key = iif(bank_key = without_name(bank_key), bank_key, without_name(bank_key) || '#' || id)\n"
	        " WHERE id IN (SELECT credit FROM own) OR id IN (SELECT credit FROM storno WHERE undoes IN (SELECT credit FROM own))"),
	    ARG("person", f->person.id), ARG("name", (const char *)f->pseudonym));
	store_run(f->store,
	    SQL("UPDATE credit\n"
	        "   SET payer = without_name(payer), text = without_name(text), iban = iif(payer <> without_name(payer), NULL, iban)\n"
	        " WHERE id IN (SELECT credit FROM entry WHERE person = :person AND credit IS NOT NULL)\n"
	        "   AND (payer <> without_name(payer) OR text <> without_name(text))"),
	    ARG("person", f->person.id));
	int64_t given = clean_given(f);
	return given + store_run(f->store,
	    SQL("UPDATE credit\n"
	        "   SET payer = without_sure_name(payer), text = without_sure_name(text),\n"
	        "       iban = iif(iban = without_sure_name(iban) AND payer IS without_sure_name(payer), iban, NULL),\n"
	        "       bank_key = iif(bank_key = without_sure_name(bank_key), bank_key, without_sure_name(bank_key) || '#' || id)\n"
	        " WHERE payer <> without_sure_name(payer) OR text <> without_sure_name(text) OR iban <> without_sure_name(iban)\n"
	        "    OR bank_key <> without_sure_name(bank_key)"));
}

static int64_t
clean_texts(const struct forgetting *f)
{
	return store_run(f->store,
	           SQL("UPDATE entry\n"
	               "   SET text = iif(person = :person, without_name(text), without_sure_name(text))\n"
	               " WHERE text <> iif(person = :person, without_name(text), without_sure_name(text))"),
	           ARG("person", f->person.id))
	    + store_run(f->store, SQL("UPDATE dismissal SET reason = without_sure_name(reason) WHERE reason <> without_sure_name(reason)"))
	    + store_run(f->store, /* the end of a file's name is no part of a word, and nobody writes its capitals */
	        SQL("UPDATE statement\n"
	            "   SET file = :name\n"
	            " WHERE upper(replace(replace(file, '.', ' '), '-', ' ')) <> without_sure_name(upper(replace(replace(file, '.', ' '), '-', ' ')))"),
	        ARG("name", (const char *)f->pseudonym));
}

static void
say_kept(struct forgetting *f)
{
	static const char kept[] = "kept under a pseudonym";
	forget_say(f, "instalments", store_number(f->store, SQL("SELECT count(*) FROM instalment_account WHERE person = :person"), ARG("person", f->person.id)),
	    kept, f->until);
	forget_say(f, "entries", store_number(f->store, SQL("SELECT count(*) FROM entry WHERE person = :person"), ARG("person", f->person.id)), kept, f->until);
	forget_say(f, "transfers",
	    store_number(f->store, SQL("SELECT count(DISTINCT credit) FROM entry WHERE person = :person AND credit IS NOT NULL"), ARG("person", f->person.id)),
	    kept, f->until);
}

void
fees_forget(struct forgetting *f)
{
	const struct owed owed = owed_by(f->store, &f->person);
	f->until = owed.until;
	say_kept(f);
	erase_opens_ledger(f->store, true);
	f->texts += clean_texts(f);
	erase_opens_ledger(f->store, false);
	clean_references(f);
	f->texts += clean_credits(f);
	forget_say(f, "accounts", store_run(f->store, SQL("DELETE FROM payer WHERE person = :person"), ARG("person", f->person.id)), "erased", DATE_NONE);
	tell_owed(f, &owed);
	forget_suspect(f,
	    store_number(f->store,
	        SQL("SELECT (SELECT count(*) FROM credit WHERE may_name(coalesce(payer, '') || ' / ' || text))\n"
	            "     + (SELECT count(*) FROM entry WHERE may_name(text))\n"
	            "     + (SELECT count(*) FROM dismissal WHERE may_name(reason))\n"
	            "     + (SELECT count(*) FROM statement WHERE may_name(file))")),
	    N_("some texts of transfers and entries have a word that may be theirs or another's, and stay as they are; look at them: balint-fees credits; balint-fees journal"));
}
