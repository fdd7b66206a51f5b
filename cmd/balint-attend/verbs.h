/* The verbs of balint-attend, one file a noun or verb. */
#ifndef VERBS_H
#define VERBS_H

#include <balint/command.h>

extern const struct verb verb_mark, verb_list, verb_report;

#endif
