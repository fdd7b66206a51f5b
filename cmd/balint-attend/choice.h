/* Whom `report` and `requirements` are about, by which rule: what they both ask. */
#ifndef CHOICE_H
#define CHOICE_H

#include <balint/command.h>
#include <balint/rule.h>

struct chosen {
	const struct edition *edition; /* NULL: all editions */
	struct attendance_choice choice;
	struct rule rule;
};

struct choice_options {
	const char *person, *rule;
	struct date as_of;
	bool all_editions;
};
extern const struct option_spec choice_options[4];
extern const struct choice_options choice_defaults;

/* What the options say. Refused, with nothing to release, or else release the rule. */
bool choice_make(struct command *command, const struct choice_options *options, struct chosen *chosen);

#endif
