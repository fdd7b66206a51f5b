/* The files in which rules are kept: lines of `key value`, described in balint-formats(5). */
#ifndef BALINT_ATTEND_RULE_PARSE_H
#define BALINT_ATTEND_RULE_PARSE_H

#include <balint/rule.h>

/* Reads the text of a rule; `where` is its file. Refused as file:line: what, with nothing to release. */
bool rule_parse(const char *name, const char *where, const char *text, struct rule *rule, struct refusal *why);

#endif
