#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/money.h>
#include <balint/query.h>
#include <balint/translation.h>
#include <balint/warning.h>

#include <stdlib.h>
#include <string.h>

struct warning_walk {
	struct store *store;
	const struct rule *rule;
	row_taker *take; /* NULL: nobody is told */
	void *context;
	bool records, due;
};

/* What is out of reach, as it grows. */
struct sentence {
	const char *handle;
	const struct rule *rule;
	char *text;
};

/* What is wanted and what can be had: "90 % of the minutes: 86.6 % at best"; heap memory. */
static char *
shortfall(const struct requirement *requirement, int unit)
{
	char percent[MONEY_TEXT];
	long long wanted = requirement->wanted, best = requirement->best;
	if (strcmp(requirement->name, "minutes") == 0)
		return memory_format(translated("%lld %% of the minutes: %s %% at best"), wanted, tenths_write(best, percent));
	if (strcmp(requirement->name, "months") == 0)
		return memory_format(translated("%lld months from the first session to the last: %lld at best"), wanted, best);
	if (strcmp(requirement->name, "units") == 0)
		return memory_format(translated("%lld units of %d minutes: %lld at best"), wanted, unit, best);
	return memory_format(translated("%lld units of %d minutes in the room: %lld at best"), wanted, unit, best);
}

static void
take_requirement(void *context, const void *taken)
{
	struct sentence *sentence = context;
	const struct requirement *requirement = taken;
	if (strcmp(requirement->verdict, "fail") != 0)
		return;
	char *what = shortfall(requirement, sentence->rule->unit);
	char *longer = sentence->text ? memory_format(translated("%s; nor %s"), sentence->text, what)
	                              : memory_format(translated("%s can no longer reach %s"), sentence->handle, what);
	free(sentence->text);
	free(what);
	sentence->text = longer;
}

static void
tell(const struct warning_walk *walk, const struct attendance_member *member)
{
	struct sentence sentence = { member->handle, walk->rule, NULL };
	struct attendance most = attendance_at_most(&member->attended);
	rule_judge(walk->rule, &most, take_requirement, &sentence);
	char *text = member->attended.unmarked > 0 ? memory_format(translated("%s (were they at every session without a mark)"), sentence.text)
	                                           : memory_text(sentence.text);
	walk->take(walk->context, &(struct warning){ text });
	free(sentence.text);
	free(text);
}

/* Whether what was said is no longer so, or what is so has not been said: of who has left or conducts there is nothing to say. */
static bool
is_due(const struct warning_walk *walk, int64_t enrolment, bool lost)
{
	return store_has(walk->store,
	    SQL("SELECT 1\n"
	        "  FROM enrolment\n"
	        " WHERE id = :enrolment\n"
	        "   AND EXISTS (SELECT 1 FROM warning WHERE enrolment = :enrolment AND rule = :rule) <> :lost\n"
	        "   AND (NOT :lost OR (status = 'active' AND role = 'participant'))"),
	    ARG("enrolment", enrolment), ARG("rule", walk->rule->name), ARG("lost", lost));
}

static void
record(const struct warning_walk *walk, int64_t enrolment, bool lost)
{
	store_run(walk->store,
	    lost ? SQL("INSERT INTO warning (enrolment, rule)\n"
	               "VALUES (:enrolment, :rule)")
	         : SQL("DELETE FROM warning WHERE enrolment = :enrolment AND rule = :rule"),
	    ARG("enrolment", enrolment), ARG("rule", walk->rule->name));
}

static void
take_member(void *context, const void *taken)
{
	struct warning_walk *walk = context;
	const struct attendance_member *member = taken;
	bool lost = rule_is_out_of_reach(walk->rule, &member->attended);
	if (!is_due(walk, member->enrolment, lost))
		return;
	walk->due = true;
	if (lost && walk->take)
		tell(walk, member);
	if (walk->records && (walk->take || !lost))
		record(walk, member->enrolment, lost);
}

static bool
walk_members(struct warning_walk walk, int64_t edition, int64_t person)
{
	const struct attendance_choice choice = { edition, person, clock_today() };
	attendance_each(walk.store, &choice, take_member, &walk);
	return walk.due;
}

void
warning_each(struct store *store, const struct warning_choice *choice, row_taker *take, void *context)
{
	walk_members((struct warning_walk){ store, choice->rule, take, context, false, false }, choice->edition, choice->person);
}

bool
warning_due(struct store *store, const struct warning_choice *choice)
{
	return walk_members((struct warning_walk){ store, choice->rule, NULL, NULL, false, false }, choice->edition, choice->person);
}

void
warning_record(struct store *store, const struct warning_choice *choice, row_taker *take, void *context)
{
	walk_members((struct warning_walk){ store, choice->rule, take, context, true, false }, choice->edition, choice->person);
}

void
warning_forget(struct store *store, int64_t edition)
{
	struct query query = store_query(store,
	    SQL("SELECT DISTINCT w.rule\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN warning AS w ON w.enrolment = m.id\n"
	        " WHERE m.edition = :edition\n"
	        " ORDER BY w.rule"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		struct refusal why;
		struct rule rule;
		if (!rule_find(store, query_text(&query, 0), &rule, &why)) /* it has gone, and nobody is warned of it */
			continue;
		walk_members((struct warning_walk){ store, &rule, NULL, NULL, true, false }, edition, COUNT_NONE);
		rule_release(&rule);
	}
}
