/* The apostrophe of csv-it: what writes rows needs it without the reader and libcsv. */
#include <balint/csv.h>

#include <string.h>

const char *
csv_plain(const char *text)
{
	return *text == '\'' && csv_needs_apostrophe(text + 1) ? text + 1 : text;
}

bool
csv_needs_apostrophe(const char *text)
{
	return *text && strchr("=+-@\t\r\n'", *text);
}
