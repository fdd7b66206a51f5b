/* What a report says besides of people who can no longer fulfil the rule. */
#ifndef WARN_H
#define WARN_H

#include <balint/command.h>
#include <balint/rule.h>

/*
 * Warns of each active participant (or of one; COUNT_NONE: all) who can no longer fulfil the rule, and writes into the store that it was
 * said: the last thing that a reading verb does. Waits for nobody: where the store may not be written or another command is at it, it
 * will be said again. With --quiet nothing is said, nor written.
 */
void warn_once(struct command *command, int64_t edition, int64_t person, const struct rule *rule);

#endif
