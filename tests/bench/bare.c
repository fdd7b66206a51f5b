/* The peer of every start: the least that a C program must do to read one row of a WAL store. */
#include <sqlite3.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	sqlite3 *db;
	sqlite3_stmt *statement;
	if (argc != 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
	    || sqlite3_prepare_v2(db, "SELECT value FROM setting WHERE key = 'payee'", -1, &statement, NULL) != SQLITE_OK
	    || sqlite3_step(statement) != SQLITE_ROW)
		return 1;
	puts((const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return 0;
}
