/*
 * Evaluations from a file. All of it is read into tables in memory first; then everything that is there goes and comes back by its ids
 * together with what is new, so that not even the bytes of the store say what came when or after what.
 */
#include <balint/evaluation.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID_TEXT = 33, FAULT_MOST = 1100 };

/* Stands for the column that says who has handed it in. */
static const struct question giver;

/* The columns of the file. */
struct header {
	const struct question **columns; /* NULL: unknown */
	size_t count;
};

struct reader {
	struct store *store;
	const struct evaluation_import *import;
	struct header header;
	bool headed, lost; /* lost: without a sound header the rows say nothing */
	bool good, named;  /* named: somebody is said to have handed one in */
	int64_t rows;
};

static void
complain(struct reader *reader, size_t line, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void
complain(struct reader *reader, size_t line, const char *format, ...)
{
	char text[FAULT_MOST];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, translated(format), arguments);
	va_end(arguments);
	reader->good = false;
	reader->import->complain(reader->import->context, line, text);
}

static void
take_fault(void *context, size_t line, const char *what)
{
	struct reader *reader = context;
	reader->lost |= !reader->headed;
	reader->headed = true;
	complain(reader, line, "%s", what);
}

static const struct question *
column_named(const struct reader *reader, const char *name)
{
	return strcasecmp(name, "handle") == 0 ? &giver : question_find(reader->import->form, name);
}

/* What forms on the web put beside the answers, without accents and capitals. */
static bool
tells_who(const char *name)
{
	static const char *const names[] = { "informazioni cronologiche", "timestamp", "ora di inizio", "ora di completamento", "ora dell'ultima modifica",
		"start time", "completion time", "last modified time", "data", "ora", "date", "time", "nome", "name", "nome utente", "username", "email",
		"e-mail", "mail", "indirizzo email", "indirizzo e-mail", "email address", "posta elettronica" };
	char *folded = text_fold(name);
	bool tells = false;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		tells |= strcmp(folded, names[i]) == 0;
	free(folded);
	return tells;
}

static void
refuse_column(struct reader *reader, size_t line, const char *name)
{
	const struct questionnaire *form = reader->import->form;
	if (tells_who(csv_plain(name))) {
		complain(reader, line, "take the column '%s' out of the file: a time or a name beside the answers would say whose they are", name);
		return;
	}
	char *list = memory_text("handle");
	for (size_t i = 0; i < form->count; i++) {
		char *longer = memory_format("%s, %s", list, form->questions[i].code);
		free(list);
		list = longer;
	}
	complain(reader, line, "unknown column '%s'; there are %s", name, list);
	free(list);
}

static void
take_header(struct reader *reader, const struct csv_record *record)
{
	struct header *header = &reader->header;
	bool answers = false;
	header->columns = memory((record->count + 1) * sizeof(const struct question *));
	for (size_t i = 0; i < record->count; i++) {
		const struct question *column = column_named(reader, csv_plain(record->texts[i]));
		bool twice = false;
		for (size_t j = 0; j < i; j++)
			twice |= column && header->columns[j] == column;
		header->columns[header->count++] = column;
		answers |= column && column != &giver;
		if (!column)
			refuse_column(reader, record->line, record->texts[i]);
		else if (twice)
			complain(reader, record->line, "the column '%s' stands twice", record->texts[i]);
	}
	if (reader->good && !answers)
		complain(reader, record->line, "there is no column of a question");
	reader->headed = true;
	reader->lost = !reader->good;
}

static char *
make_id(char text[ID_TEXT])
{
	unsigned char random[16];
	random_fill(random, sizeof random);
	for (size_t i = 0; i < sizeof random; i++)
		snprintf(text + 2 * i, 3, "%02x", random[i]);
	return text;
}

static void
take_handle(struct reader *reader, size_t line, const char *handle)
{
	struct refusal why;
	int64_t enrolment;
	if (!evaluation_giver(reader->store, reader->import->edition, handle, &enrolment, &why)) {
		complain(reader, line, "%s", why.text);
		return;
	}
	reader->named = true;
	int64_t before = store_number(reader->store, SQL("SELECT line FROM temp.giver WHERE enrolment = :enrolment"), ARG("enrolment", enrolment));
	if (before)
		complain(reader, line, "handle: '%s' is on line %lld too", handle, (long long)before);
	else if (store_has(reader->store, SQL("SELECT 1 FROM respondent WHERE enrolment = :enrolment"), ARG("enrolment", enrolment)))
		complain(reader, line, "handle: '%s' has handed one in already; leave the column empty if this is it", handle);
	else
		store_run(reader->store,
		    SQL("INSERT INTO temp.giver (enrolment, line)\n"
		        "VALUES (:enrolment, :line)"),
		    ARG("enrolment", enrolment), ARG("line", (int64_t)line));
}

/* Whether it was an answer. */
static bool
take_answer(struct reader *reader, const char *id, size_t line, const struct question *question, const char *text)
{
	struct refusal why;
	if (!text[strspn(text, " \t\r\n")])
		return false;
	char *value = question_answer(question, text, &why);
	if (value)
		store_run(reader->store,
		    SQL("INSERT INTO temp.reply (sheet, question, value)\n"
		        "VALUES (:sheet, :question, :value)"),
		    ARG("sheet", id), ARG("question", question->code), ARG("value", value));
	else
		complain(reader, line, "%s: %s", question->code, why.text);
	free(value);
	return true;
}

static void
take_row(struct reader *reader, const struct csv_record *record)
{
	const struct header *header = &reader->header;
	char id[ID_TEXT];
	bool answered = false;
	if (record->count != header->count) {
		complain(reader, record->line, "has %zu fields, and the header has %zu", record->count, header->count);
		return;
	}
	make_id(id);
	for (size_t i = 0; i < record->count; i++) {
		const char *text = record->texts[i];
		if (header->columns[i] != &giver)
			answered |= take_answer(reader, id, record->line, header->columns[i], text);
		else if (*csv_plain(text))
			take_handle(reader, record->line, csv_plain(text));
	}
	if (!answered)
		complain(reader, record->line, "no question is answered");
	reader->rows++;
	store_run(reader->store,
	    SQL("INSERT INTO temp.sheet (id, edition, form)\n"
	        "VALUES (:id, :edition, :form)"),
	    ARG("id", id), ARG("edition", reader->import->edition->id), ARG("form", reader->import->form->name));
}

static void
take_record(void *context, const struct csv_record *record)
{
	struct reader *reader = context;
	if (!reader->headed)
		take_header(reader, record);
	else if (!reader->lost)
		take_row(reader, record);
}

/* These live in memory (temp_store) and go with the connection. */
static void
make_tables(struct store *store)
{
	store_run(store, SQL("CREATE TEMP TABLE sheet (id TEXT NOT NULL PRIMARY KEY, edition INTEGER NOT NULL, form TEXT NOT NULL) WITHOUT ROWID"));
	store_run(store,
	    SQL("CREATE TEMP TABLE reply (\n"
	        "  sheet TEXT NOT NULL, question TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (sheet, question)\n"
	        ") WITHOUT ROWID"));
	store_run(store, SQL("CREATE TEMP TABLE giver (enrolment INTEGER PRIMARY KEY, line INTEGER NOT NULL)"));
}

/* Whether each evaluation of the file is in the store, as often as in the file. */
static bool
is_there(struct reader *reader)
{
	return !store_has(reader->store,
	    SQL("WITH fresh AS (\n"
	        "  SELECT (SELECT json_group_array(json_array(question, value))\n"
	        "            FROM (SELECT question, value FROM temp.reply WHERE sheet = s.id ORDER BY question)) AS answers\n"
	        "    FROM temp.sheet AS s),\n"
	        "kept AS (\n"
	        "  SELECT (SELECT json_group_array(json_array(question, value))\n"
	        "            FROM (SELECT question, value FROM answer WHERE evaluation = v.id ORDER BY question)) AS answers\n"
	        "    FROM evaluation AS v\n"
	        "   WHERE v.edition = :edition AND v.form = :form)\n"
	        "SELECT 1\n"
	        "  FROM (SELECT answers, count(*) AS count FROM fresh GROUP BY answers) AS f\n"
	        "  LEFT JOIN (SELECT answers, count(*) AS count FROM kept GROUP BY answers) AS k ON k.answers = f.answers\n"
	        " WHERE f.count > coalesce(k.count, 0)"),
	    ARG("edition", reader->import->edition->id), ARG("form", reader->import->form->name));
}

/* Everything goes and comes back by its ids. */
static void
settle(struct store *store)
{
	store_run(store, SQL("PRAGMA secure_delete = ON"));
	store_run(store,
	    SQL("INSERT INTO temp.sheet (id, edition, form)\n"
	        "SELECT id, edition, form FROM evaluation"));
	store_run(store,
	    SQL("INSERT INTO temp.reply (sheet, question, value)\n"
	        "SELECT evaluation, question, value FROM answer"));
	store_run(store, SQL("DELETE FROM answer"));
	store_run(store, SQL("DELETE FROM evaluation"));
	store_run(store,
	    SQL("INSERT INTO evaluation (id, edition, form)\n"
	        "SELECT id, edition, form FROM temp.sheet ORDER BY id"));
	store_run(store,
	    SQL("INSERT INTO answer (evaluation, question, value)\n"
	        "SELECT sheet, question, value FROM temp.reply ORDER BY sheet, question"));
	store_run(store,
	    SQL("INSERT INTO respondent (enrolment)\n"
	        "SELECT enrolment FROM temp.giver ORDER BY enrolment"));
}

/* What was read, as a whole. */
static bool
check_whole(struct reader *reader, const char *path, struct refusal *why)
{
	const struct evaluation_import *import = reader->import;
	if (!reader->rows)
		return refuse(why, "%s: there is no evaluation in it", path);
	if (!import->again && !reader->named && reader->rows >= EVALUATION_LEAST && is_there(reader))
		return refuse(why, "%s: edition %s has evaluations with just these answers already; to enter them once more: --again", path, import->edition->code);
	return true;
}

bool
evaluation_import(struct store *store, const struct evaluation_import *import, const char *path, struct evaluation_import_row *entered,
    struct refusal *why)
{
	struct reader reader = { .store = store, .import = import, .good = true };
	const struct csv_reading reading = { take_record, take_fault, &reader };
	make_tables(store);
	bool good = csv_read(path, &reading, why) && reader.good && check_whole(&reader, path, why);
	free(reader.header.columns);
	if (!good)
		return false;
	*entered = (struct evaluation_import_row){ reader.rows, store_number(store, SQL("SELECT count(*) FROM temp.giver")) };
	settle(store);
	return true;
}
