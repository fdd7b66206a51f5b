/* One row of the table enrolment, and what its life depends on. */
#ifndef GROUP_ENROLMENT_ROW_H
#define GROUP_ENROLMENT_ROW_H

#include <balint/enrolment.h>

struct enrolment {
	int64_t id;
	char role[16], status[16];
	struct date applied, waiting, joined, left; /* DATE_NONE: see the table */
};

/* The person's enrolment in the edition; false if there is none. */
bool enrolment_find(struct store *store, const struct edition *edition, const struct person *person, struct enrolment *enrolment);

/* The day on which somebody who has not joined began to wait, or else applied. */
struct date enrolment_since(const struct enrolment *enrolment);

/* Whether they have ever taken part, or are to. */
bool enrolment_has_joined(const struct enrolment *enrolment);

/* What a refusal may offer: the waiting list, or to make room. */
enum admitting { ENROLLING, ADMITTING };

/*
 * Whether somebody in that role may take part from that day on (DATE_NONE: from the first session): participants need a place on
 * it and on every day after it.
 */
bool enrolment_has_place(struct store *store, const struct edition *edition, const char *role, struct date joining, enum admitting admitting,
    struct refusal *why);

/* An applicant, or somebody who waits or has given up, takes part from that day on (DATE_NONE: as enrolment_admit has it). */
bool enrolment_join(struct store *store, const struct edition *edition, const struct enrolment *enrolment, const char *handle, struct date on,
    struct refusal *why);

/* From when on somebody belongs who is enrolled without a day (see enrolment_add), by the span of the sessions; DATE_NONE: from the first. */
struct date enrolment_usual_day(const struct date_range *sessions);

/* Refused if the edition is closed. */
bool edition_check_open(struct store *store, const struct edition *edition, struct refusal *why);

/* From the first session to the last; false without a calendar, and then it is from DATE_NONE to DATE_NONE. */
bool edition_span(struct store *store, const struct edition *edition, struct date_range *span);

/* DATE_NONE without a calendar. */
struct date edition_first_session(struct store *store, const struct edition *edition);

#endif
