/* How somebody stands by a rule. */
#include <balint/rule.h>

#include <string.h>

/* Where a requirement stands that is fulfilled already, or would be if nothing more were missed. */
static const char *
standing(const struct attendance *attended, bool now, bool best)
{
	if (attended->unmarked > 0)
		return "incomplete";
	return now ? "pass" : best ? "open" : "fail";
}

/* Whole months from the one day to the other. */
static int64_t
months_between(struct date first, struct date last)
{
	int64_t months = 0;
	while (date_given(first) && date_plus_months(first, (int)months + 1).day <= last.day)
		months++;
	return months;
}

static struct requirement
judge_minutes(int percent, const struct attendance *a)
{
	int64_t whole = a->possible + a->ahead, best = a->minutes + a->ahead;
	bool now = whole > 0 && attendance_reaches(a->minutes, whole, percent);
	return (struct requirement){ "minutes", "%", percent, attendance_percent(a->minutes, a->possible), attendance_best(a), a->minutes,
		a->possible, standing(a, now, attendance_reaches(best, whole, percent)) };
}

/* The minutes of all sessions go into one sum before they are counted in units; what is still to come may all be in the room. */
static struct requirement
judge_units(const char *name, int64_t wanted, int unit, int64_t minutes, const struct attendance *a)
{
	int64_t attained = minutes / unit, best = (minutes + a->ahead) / unit;
	return (struct requirement){ name, "units", wanted, attained, best, COUNT_NONE, COUNT_NONE, standing(a, attained >= wanted, best >= wanted) };
}

static struct requirement
judge_months(int64_t wanted, const struct attendance *a)
{
	const struct date_range *there = &a->present_days, *ahead = &a->ahead_days;
	struct date first = date_given(there->first) ? there->first : ahead->first, last = date_given(ahead->last) ? ahead->last : there->last;
	int64_t attained = months_between(there->first, there->last), best = months_between(first, last);
	return (struct requirement){ "months", "months", wanted, attained, best, COUNT_NONE, COUNT_NONE, standing(a, attained >= wanted, best >= wanted) };
}

void
rule_judge(const struct rule *rule, const struct attendance *attended, row_taker *take, void *context)
{
	struct requirement requirement;
	if (rule->percent > 0) {
		requirement = judge_minutes(rule->percent, attended);
		take(context, &requirement);
	}
	if (rule->units > 0) {
		requirement = judge_units("units", rule->units, rule->unit, attended->minutes, attended);
		take(context, &requirement);
	}
	if (rule->room_units > 0) {
		requirement = judge_units("room-units", rule->room_units, rule->unit, attended->room, attended);
		take(context, &requirement);
	}
	if (rule->months > 0) {
		requirement = judge_months(rule->months, attended);
		take(context, &requirement);
	}
}

/* The worst of them, in this order. */
static const char *const verdicts[] = { "pass", "open", "fail", "incomplete" };

static void
take_worst(void *context, const void *taken)
{
	const struct requirement *requirement = taken;
	size_t *worst = context, i = 0;
	while (strcmp(verdicts[i], requirement->verdict) != 0)
		i++;
	*worst = i > *worst ? i : *worst;
}

const char *
rule_verdict(const struct rule *rule, const struct attendance *attended)
{
	size_t worst = attended->unmarked > 0 ? 3 : 0;
	rule_judge(rule, attended, take_worst, &worst);
	return verdicts[worst];
}

bool
rule_is_out_of_reach(const struct rule *rule, const struct attendance *attended)
{
	struct attendance most = attendance_at_most(attended);
	return strcmp(rule_verdict(rule, &most), "fail") == 0;
}
