/*
 * Rules of attendance as data (RULES 5.6): share/rules/NAME.rule, or rules/NAME.rule in the association's own directory. A rule is a
 * list of requirements; each is printed with pass or fail and its figures. balint-formats(5) describes the files.
 */
#ifndef BALINT_RULE_H
#define BALINT_RULE_H

#include <balint/attendance.h>
#include <balint/data_file.h>
#include <balint/text.h>

#define RULE_THRESHOLD "threshold" /* the name of the rule without a file: the association's threshold of the minutes */

struct rule {
	char name[TEXT_HANDLE];
	char *label_it, *label_en; /* what it is called on paper */
	int percent;               /* of the minutes of the sessions held; 0: none */
	int unit;                  /* minutes of a unit; 0: the rule counts none */
	int units, room_units;     /* so many units, and so many of them in the room; 0: none */
	int months;                /* from the first session attended to the last; 0: none */
};

/*
 * The rule of that name, or if it is NULL that of the setting `rule`, or else the association's threshold. Refused if there is none
 * of that name, with those that there are, if its file is malformed (file:line: what), or if the association's directory is not there.
 * Release what it fills in.
 */
bool rule_find(struct store *store, const char *name, struct rule *rule, struct refusal *why);
void rule_release(struct rule *rule);

struct rule_row {
	const char *name, *label; /* in the association's language */
	const char *requirements; /* as its file has them, with commas; NULL: none */
};
extern const struct listing rule_listing;
extern const struct data_kind rule_files;

/* All rules by name, and the association's threshold after them. Refused if a file is malformed. */
bool rule_list(struct store *store, row_taker *take, void *context, struct refusal *why);

/* One requirement of a rule, and how somebody stands by it. */
struct requirement {
	const char *name;        /* minutes, units, room-units, months */
	const char *measure;     /* what the figures are in: "%", "units", "months" */
	int64_t wanted;          /* whole percent, units or months */
	int64_t attained, best;  /* now, and if nothing more is missed: tenths of a percent (floored) or whole units or months, floored */
	int64_t of_attained, of_wanted; /* behind a percentage: minutes attended, of the possible ones; else COUNT_NONE */
	const char *verdict;     /* as rule_verdict says, of this one alone */
};
void rule_judge(const struct rule *rule, const struct attendance *attended, row_taker *take, void *context);

/* Whether it cannot be fulfilled any more, even if nothing more is missed and they were at every session that is not marked. */
bool rule_is_out_of_reach(const struct rule *rule, const struct attendance *attended);

/*
 * What holds whatever comes: `pass` if all requirements are fulfilled even if all the rest is missed, `fail` if one cannot be even if
 * nothing more is missed, `open` where both may happen, `incomplete` while there are holes. A rule without requirements: `pass`.
 */
const char *rule_verdict(const struct rule *rule, const struct attendance *attended);

#endif
