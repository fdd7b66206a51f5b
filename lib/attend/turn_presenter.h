/* Who may present at a session, and which sessions can be asked about. */
#ifndef TURN_PRESENTER_H
#define TURN_PRESENTER_H

#include <balint/session.h>

#include <balint/person.h>

enum { PRESENTER_STATUS = 16 };

/* The session of that day, unless it is cancelled; refused otherwise. */
bool presenter_session(struct store *store, const struct edition *edition, struct date date, struct session *session, struct refusal *why);

/* The same, of a session that has not begun: its turn is still to be given out. */
bool presenter_coming(struct store *store, const struct edition *edition, struct date date, struct session *session, struct refusal *why);

/* The participant of that day; refused otherwise. `status` is the mark that holds for them there, or "". */
bool presenter_find(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    struct person *person, char status[PRESENTER_STATUS], struct refusal *why);

#endif
