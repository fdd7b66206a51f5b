/*
 * The language of messages: English as it stands in the sources, or the reader's by LANGUAGE, LC_ALL, LC_MESSAGES and LANG,
 * where share/locale beside the program has it. What takes a message (refuse, message, fatal, command_warn, the options'
 * tables …) looks it up itself; scripts/messages knows all of these. No other part of the locale is ever taken up, so
 * that numbers, sorting and letters are the same everywhere.
 */
#ifndef BALINT_TRANSLATION_H
#define BALINT_TRANSLATION_H

#include <stdbool.h>

/* A message in a table, which is looked up where it is said. */
#define N_(text) text

/* The text in the reader's language, or itself; lives as long as the program, or as the text. errno stays. */
const char *translated(const char *text) __attribute__((format_arg(1)));

/*
 * From now on what is refused or found is data, in rows or in the store, and stays English; or no longer so. Messages are
 * never data. What held before.
 */
bool translation_for_data(bool data);

/* What strerror says, in the reader's language. */
const char *system_error(int error);

#endif
