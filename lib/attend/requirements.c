/* The requirements of a rule, one by one, and how everybody stands by them. */
#include <balint/report.h>

#include <stdio.h>
#include <string.h>

#define ROW struct requirement_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_DETAIL(ROW, rule),
	TEXT_COLUMN(ROW, requirement),
	COUNT_COLUMN(ROW, wanted),
	PERCENT_COLUMN(ROW, attained),
	PERCENT_COLUMN(ROW, best),
	TEXT_COLUMN(ROW, unit),
	TEXT_COLUMN(ROW, verdict),
	TEXT_COLUMN(ROW, edition),
	COUNT_DETAIL(ROW, minutes),
	COUNT_DETAIL(ROW, possible),
};

static enum shade
shade(const void *row)
{
	const ROW *requirement = row;
	return requirement->verdict && strcmp(requirement->verdict, "fail") == 0 ? SHADE_RED : SHADE_NONE;
}

const struct listing requirement_listing = SHADED_LISTING(columns, shade);

/* The sum of one person's editions while they go by. */
struct sum {
	int64_t person; /* 0: nobody yet */
	char handle[TEXT_HANDLE];
	bool conducted; /* nothing but editions that they conducted is in it */
	struct attendance attended;
};

struct judging {
	const struct rule *rule;
	row_taker *take;
	void *context;
	bool together;
	struct sum sum;
	struct requirement_row row; /* of whom it is the turn */
	bool conducted;             /* no rule speaks of them */
};

static void
take_requirement(void *context, const void *taken)
{
	struct judging *judging = context;
	const struct requirement *requirement = taken;
	bool percent = strcmp(requirement->measure, "%") == 0;
	struct requirement_row row = judging->row;
	row.requirement = requirement->name;
	row.wanted = requirement->wanted;
	row.attained = percent ? requirement->attained : requirement->attained * 10;
	row.best = percent ? requirement->best : requirement->best * 10;
	row.unit = requirement->measure;
	row.verdict = judging->conducted ? NULL : requirement->verdict;
	judging->take(judging->context, &row);
}

static void
judge(struct judging *judging, const char *handle, const char *edition, const struct attendance *attended, bool conducted)
{
	judging->conducted = conducted;
	judging->row = (struct requirement_row){ .handle = handle, .rule = judging->rule->name, .edition = edition, .minutes = attended->minutes,
		.possible = attended->possible };
	rule_judge(judging->rule, attended, take_requirement, judging);
}

static void
sum_end(struct judging *judging)
{
	if (judging->together && judging->sum.person != 0)
		judge(judging, judging->sum.handle, REPORT_TOGETHER, &judging->sum.attended, judging->sum.conducted);
}

static void
sum_add(struct judging *judging, const struct attendance_member *member)
{
	struct sum *sum = &judging->sum;
	bool conducts = strcmp(member->role, "participant") != 0;
	if (sum->person != member->person) {
		sum_end(judging);
		*sum = (struct sum){ .person = member->person, .conducted = conducts, .attended = attendance_none };
		snprintf(sum->handle, sizeof sum->handle, "%s", member->handle);
	}
	if (conducts && !sum->conducted)
		return;
	if (!conducts && sum->conducted)
		sum->attended = attendance_none;
	sum->conducted = conducts;
	attendance_add(&sum->attended, &member->attended);
}

static void
take_member(void *context, const void *taken)
{
	struct judging *judging = context;
	const struct attendance_member *member = taken;
	sum_add(judging, member);
	judge(judging, member->handle, member->edition, &member->attended, strcmp(member->role, "participant") != 0);
}

void
requirement_each(struct store *store, const struct attendance_choice *choice, const struct rule *rule, row_taker *take, void *context)
{
	struct judging judging = { .rule = rule, .take = take, .context = context, .together = choice->edition == EDITION_ALL };
	attendance_each(store, choice, take_member, &judging);
	sum_end(&judging);
}
