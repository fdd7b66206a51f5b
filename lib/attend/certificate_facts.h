/* What a certificate says, as JSON: the terms by which it is issued, and the facts of the register. */
#ifndef BALINT_ATTEND_CERTIFICATE_FACTS_H
#define BALINT_ATTEND_CERTIFICATE_FACTS_H

#include <balint/rule.h>

/* What a member has attended until that day (DATE_NONE: by now); what is still to come until then is `ahead`. */
struct attendance certificate_facts_attended(struct store *store, int64_t enrolment, struct date as_of);

/* The same as if nothing more were to come, which is what a certificate is judged by. */
struct attendance certificate_facts_settled(struct attendance attended);

/* The rule's figures and the day. Heap memory, owned by the caller; the same terms give the same text. */
char *certificate_facts_terms(struct store *store, const struct rule *rule, struct date as_of);

/* What is so now. Heap memory, owned by the caller. */
char *certificate_facts_write(struct store *store, int64_t enrolment, const struct rule *rule, struct date as_of);

/* Whether a certificate says what is so now, by its own terms. */
bool certificate_facts_hold(struct store *store, int64_t certificate);

/* What is so now and differs from what it says: "minutes attended 720 (not 810), …". Heap memory, owned by the caller. */
char *certificate_facts_difference(struct store *store, int64_t certificate);

#endif
