/*
 * People and institutions that pay for some of them. A handle names each for ever; the family and
 * given name are kept folded too, for sorting and comparing without accents and case.
 */
#ifndef BALINT_PERSON_H
#define BALINT_PERSON_H

#include <balint/date.h>
#include <balint/refusal.h>
#include <balint/rows.h>
#include <balint/store.h>
#include <balint/text.h>

struct person {
	int64_t id;
	char handle[TEXT_HANDLE];
};

/* What can be said of a person; what was not said is NULL, and "" takes a fact away. */
struct person_facts {
	const char *family, *given, *profession, *email, *phone, *tax_code, *payer;
	const char *language;  /* "it", "en": what they read, if not the association's language */
	const char *reminders; /* "yes", "no": whether they want to be reminded of sessions */
	const char *born_on, *born_in; /* a date in the past; a place */
	bool institution;
};

struct person_row {
	const char *handle, *family, *given, *profession, *category, *email, *phone, *payer, *tax_code, *kind, *language, *reminders, *born_in;
	struct date born_on;
};
extern const struct listing person_listing, person_record;

/*
 * Adds a person under that handle, or under one made of the family name if `handle` is NULL. The same
 * again changes nothing; other content, or a namesake without a handle of their own, is refused.
 * Fills in who it is.
 */
bool person_add(struct store *store, const char *handle, const struct person_facts *facts, struct person *person, struct refusal *why);

/* The letters and digits of the folded family name, D'Angelò → dangelo; refused if there are none. */
bool person_make_handle(const char *family, char handle[TEXT_HANDLE], struct refusal *why);

/* Changes what the facts say and leaves the rest. */
bool person_set(struct store *store, const char *handle, const struct person_facts *facts, struct refusal *why);

/*
 * Findings about what scripts and listings rely on, and no command could have written: handles and codes of another form, names that
 * no text may have, people who are sorted and compared by another name than theirs.
 */
void names_check(struct store *store, row_taker *take, void *context);

/* The person of that handle; refused with the nearest handle if there is none. */
bool person_find(struct store *store, const char *handle, struct person *person, struct refusal *why);

/* The same, of whom something new may be said: refused too for what stays of somebody who was forgotten. */
bool person_find_remembered(struct store *store, const char *handle, struct person *person, struct refusal *why);

/* All people by family, given, handle; or the one with that handle. */
void person_list(struct store *store, row_taker *take, void *context);
void person_show(struct store *store, const struct person *person, row_taker *take, void *context);

#endif
