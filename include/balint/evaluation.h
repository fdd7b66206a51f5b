/*
 * What the participants of an edition say at its end. Nothing may lead from an answer to a person, nor to when or in which order
 * it was entered (RULES 12): evaluations have random ids and lie in their order, on the disk too; who has handed one in is kept
 * apart; the log and its undo know of neither. Below five answers nothing is shown.
 */
#ifndef BALINT_EVALUATION_H
#define BALINT_EVALUATION_H

#include <balint/csv.h>
#include <balint/questionnaire.h>

enum { EVALUATION_LEAST = 5 }; /* answers below which nothing is shown, nor compared */

struct evaluation_import {
	const struct edition *edition;
	const struct questionnaire *form;
	bool again;              /* though all of it is there */
	csv_complaint *complain; /* takes each fault: its line, from 1, and what is wrong */
	void *context;
};

/*
 * Adds the evaluations of a CSV file (`-` is standard input), whose columns are the codes or texts of questions, and `handle` for who
 * has handed it in. False if a fault was complained of, or with a reason. Refused too if all its evaluations are there already, but not
 * of a file with fewer than EVALUATION_LEAST, which could be made to find out what somebody has answered.
 */
struct evaluation_import_row {
	int64_t evaluations, handles; /* how many were entered, and how many are noted to have handed one in */
};
extern const struct listing evaluation_import_listing;
bool evaluation_import(struct store *store, const struct evaluation_import *import, const char *path, struct evaluation_import_row *entered,
    struct refusal *why);

/* How many evaluations by that questionnaire the edition has. */
int64_t evaluation_count(struct store *store, const struct edition *edition, const char *form);

/* The name of the questionnaire that the edition's evaluations are by; the usual one if there are none, refused if they are by several. */
bool evaluation_form(struct store *store, const struct edition *edition, char name[TEXT_HANDLE], struct refusal *why);

/*
 * What was answered: a row for each value of each question, and for each text, these by the alphabet. Of a question that fewer than
 * EVALUATION_LEAST have answered there is one row, labelled "withheld".
 */
struct evaluation_row {
	const char *question, *label, *value;
	int64_t count, percent; /* tenths of a percent of the answers to this question, floored */
	int64_t answers, mean;  /* to this question; the mean of a scale in tenths, floored */
};
extern const struct listing evaluation_listing;

struct evaluation_report {
	const struct edition *edition;
	const struct questionnaire *form;
	const char *language; /* of the labels */
};

/* Refused if there are too few evaluations. */
bool evaluation_check(struct store *store, const struct evaluation_report *report, struct refusal *why);

/* The rows; and the same for a template. `*strays`: answers that the questionnaire, as it is now, does not know. Free the tree. */
void evaluation_each(struct store *store, const struct evaluation_report *report, row_taker *take, void *context, int64_t *strays);
struct tree *evaluation_tree(struct store *store, const struct evaluation_report *report, int64_t *strays);

/* Who is asked and has not answered yet: participants who are or were there to the end, by family, given, handle. */
struct pending_row {
	const char *handle, *family, *given, *email;
};
extern const struct listing pending_listing;
void evaluation_pending(struct store *store, const struct edition *edition, row_taker *take, void *context);

/* The membership of a participant who may answer; else refused, with "handle: " before it. */
bool evaluation_giver(struct store *store, const struct edition *edition, const char *handle, int64_t *enrolment, struct refusal *why);

/* Notes that the participant has handed one in, or has not. */
bool evaluation_received(struct store *store, const struct edition *edition, const char *handle, bool received, struct refusal *why);

#endif
