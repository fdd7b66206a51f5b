/*
 * The peer of `reconcile`: the least that a C program must do to match the transfers of a CSV file to open instalments.
 * One table of normalised references, one look-up a transfer, what matches written in one transaction.
 * match STORE FILE; the columns are date,amount,text,payer,iban.
 */
#include <csv.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 5, TEXT = 4096 };

struct instalment {
	char *reference; /* letters and digits only, lower case; NULL: no instalment here */
	sqlite3_int64 id, person, open;
};

struct matching {
	sqlite3 *db;
	sqlite3_stmt *credit, *entry, *allocation;
	struct instalment *table;
	size_t mask;
	char cells[COLUMNS][TEXT];
	int column;
	long line, matched;
};

static void
check(struct matching *matching, int good)
{
	if (good)
		return;
	fprintf(stderr, "match: %s\n", sqlite3_errmsg(matching->db));
	exit(1);
}

static size_t
normalise(const char *text, char *plain)
{
	size_t length = 0;
	for (; *text; text++) {
		char c = *text >= 'A' && *text <= 'Z' ? (char)(*text + 'a' - 'A') : *text;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			plain[length++] = c;
	}
	plain[length] = '\0';
	return length;
}

static uint64_t
hash(const char *text)
{
	uint64_t value = 14695981039346656037u; /* FNV-1a */
	for (; *text; text++)
		value = (value ^ (unsigned char)*text) * 1099511628211u;
	return value;
}

static struct instalment *
place_of(const struct matching *matching, const char *plain)
{
	size_t place = hash(plain) & matching->mask;
	while (matching->table[place].reference && strcmp(matching->table[place].reference, plain) != 0)
		place = (place + 1) & matching->mask;
	return &matching->table[place];
}

static sqlite3_stmt *
prepared(struct matching *matching, const char *sql)
{
	sqlite3_stmt *statement;
	check(matching, sqlite3_prepare_v2(matching->db, sql, -1, &statement, NULL) == SQLITE_OK);
	return statement;
}

static void
load(struct matching *matching)
{
	sqlite3_stmt *count = prepared(matching, "SELECT count(*) FROM instalment");
	sqlite3_stmt *open = prepared(matching,
	    "SELECT id, person, reference, gross + adjusted - paid FROM instalment_account WHERE gross + adjusted > paid");
	check(matching, sqlite3_step(count) == SQLITE_ROW);
	size_t size = 64;
	while (size < 2 * (size_t)sqlite3_column_int64(count, 0))
		size *= 2;
	matching->mask = size - 1;
	matching->table = calloc(size, sizeof *matching->table);
	while (sqlite3_step(open) == SQLITE_ROW) {
		char plain[TEXT];
		normalise((const char *)sqlite3_column_text(open, 2), plain);
		struct instalment *place = place_of(matching, plain);
		*place = (struct instalment){ strdup(plain), sqlite3_column_int64(open, 0), sqlite3_column_int64(open, 1), sqlite3_column_int64(open, 3) };
	}
	sqlite3_finalize(count);
	sqlite3_finalize(open);
}

static void
run(struct matching *matching, sqlite3_stmt *statement)
{
	check(matching, sqlite3_step(statement) == SQLITE_DONE);
	sqlite3_reset(statement);
}

static void
give(struct matching *matching, struct instalment *to, sqlite3_int64 amount)
{
	sqlite3_int64 credit = sqlite3_last_insert_rowid(matching->db);
	sqlite3_bind_int64(matching->entry, 1, to->person);
	sqlite3_bind_int64(matching->entry, 2, amount);
	sqlite3_bind_text(matching->entry, 3, matching->cells[0], -1, SQLITE_STATIC);
	sqlite3_bind_int64(matching->entry, 4, credit);
	run(matching, matching->entry);
	sqlite3_bind_int64(matching->allocation, 1, sqlite3_last_insert_rowid(matching->db));
	sqlite3_bind_int64(matching->allocation, 2, to->id);
	sqlite3_bind_int64(matching->allocation, 3, amount);
	sqlite3_bind_text(matching->allocation, 4, matching->cells[0], -1, SQLITE_STATIC);
	run(matching, matching->allocation);
	to->open = 0;
	matching->matched++;
}

static void
take_row(int end, void *context)
{
	struct matching *matching = context;
	char plain[TEXT], key[64], *cents;
	(void)end;
	matching->column = 0;
	if (++matching->line == 1)
		return;
	sqlite3_int64 amount = strtoll(matching->cells[1], &cents, 10) * 100;
	amount += *cents == '.' ? strtoll(cents + 1, NULL, 10) : 0;
	uint64_t number = hash(matching->cells[2]) ^ hash(matching->cells[3]) * 31 ^ (uint64_t)amount;
	snprintf(key, sizeof key, "%.10s %016llx", matching->cells[0], (unsigned long long)number);
	sqlite3_bind_text(matching->credit, 1, matching->cells[0], -1, SQLITE_STATIC);
	sqlite3_bind_int64(matching->credit, 2, amount);
	sqlite3_bind_text(matching->credit, 3, matching->cells[3], -1, SQLITE_STATIC);
	sqlite3_bind_text(matching->credit, 4, matching->cells[2], -1, SQLITE_STATIC);
	sqlite3_bind_text(matching->credit, 5, key, -1, SQLITE_STATIC);
	run(matching, matching->credit);
	normalise(matching->cells[2], plain);
	struct instalment *to = place_of(matching, plain);
	int found = to->reference && to->open == amount;
	if (found)
		give(matching, to, amount);
	printf("%ld\t%s\t%lld\t%s\t%s\t%s\n", matching->line, matching->cells[0], (long long)amount, matching->cells[3], matching->cells[2],
	    found ? "matched" : "unknown");
}

static void
take_cell(void *text, size_t length, void *context)
{
	struct matching *matching = context;
	if (matching->column >= COLUMNS)
		return;
	length = length < TEXT ? length : TEXT - 1;
	memcpy(matching->cells[matching->column], text, length);
	matching->cells[matching->column++][length] = '\0';
}

int
main(int argc, char **argv)
{
	static struct matching matching;
	static char piece[65536];
	struct csv_parser parser;
	FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
	if (!file || sqlite3_open_v2(argv[1], &matching.db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
	    || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		return fputs("usage: match STORE FILE\n", stderr), 2;
	check(&matching, sqlite3_exec(matching.db, "PRAGMA foreign_keys = 1; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK);
	load(&matching);
	check(&matching, sqlite3_exec(matching.db, "INSERT INTO statement (id, file, source, applied_at) VALUES (1, 'x', 'x', '2021-03-01T00:00:00Z')", NULL, NULL, NULL) == SQLITE_OK);
	matching.credit = prepared(&matching, "INSERT INTO credit (statement, booked_on, amount, payer, text, bank_key) VALUES (1, ?1, ?2, ?3, ?4, ?5)");
	matching.entry = prepared(&matching, "INSERT INTO entry (kind, person, amount, date, credit, recorded_at) VALUES ('payment', ?1, ?2, ?3, ?4, '2021-03-01T00:00:00Z')");
	matching.allocation = prepared(&matching, "INSERT INTO allocation (entry, instalment, amount, date) VALUES (?1, ?2, ?3, ?4)");
	for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
		if (csv_parse(&parser, piece, got, take_cell, take_row, &matching) != got)
			return fputs("match: no CSV\n", stderr), 1;
	csv_fini(&parser, take_cell, take_row, &matching);
	check(&matching, sqlite3_exec(matching.db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
	sqlite3_close(matching.db);
	return matching.matched == 0 || fclose(stdout) != 0;
}
