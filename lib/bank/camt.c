#include "camt.h"
#include "xml.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	PIECE = 65536,    /* bytes read at a time */
	DEPTH_MOST = 100, /* elements within each other */
	PATH_MOST = 128,  /* bytes of a path; no known one is so long */
};

struct level {
	size_t path; /* length of the path without it */
	enum camt_slot slot;
};

struct reader {
	XML_Parser parser;
	size_t depth, message, statement; /* how deep it is, and the message and the statement begin; 0: not within one */
	bool any, stopped;                /* there was a message; the rest is not to be read */
	size_t length;                    /* of the path */
	char path[PATH_MOST];             /* of elements below the statement */
	struct level levels[DEPTH_MOST + 1];
	struct words words;               /* of the innermost element that has a slot */
	char currency[4];
	struct camt camt;
};

static size_t
line_of(const struct reader *reader)
{
	return (size_t)XML_GetCurrentLineNumber(reader->parser);
}

/* Nothing that follows can be trusted. */
static void
stop(struct reader *reader, const char *what)
{
	camt_complain(&reader->camt, line_of(reader), (size_t)XML_GetCurrentColumnNumber(reader->parser) + 1, "%s", translated(what));
	reader->stopped = true;
	XML_StopParser(reader->parser, XML_FALSE);
}

static void
slot_begin(struct reader *reader, enum camt_slot slot, const char *const *attributes)
{
	struct camt *camt = &reader->camt;
	if (slot < CAMT_SLOTS) {
		words_clear(&reader->words);
		reader->currency[0] = '\0';
		for (; *attributes; attributes += 2)
			if (strcmp(attributes[0], "Ccy") == 0)
				snprintf(reader->currency, sizeof reader->currency, "%.3s", strlen(attributes[1]) == 3 ? attributes[1] : "?");
	} else if (slot == CAMT_BALANCE) {
		camt->line = line_of(reader);
		camt_clear(camt, BALANCE_TYPE, BALANCE_END);
	} else if (slot == CAMT_ENTRY)
		camt_entry_begin(camt, line_of(reader));
	else if (slot == CAMT_DETAIL)
		camt_detail_begin(camt);
	else if (slot == CAMT_RETURN)
		camt->returned = true;
}

static void
slot_end(struct reader *reader, enum camt_slot slot)
{
	struct camt *camt = &reader->camt;
	if (slot == ENTRY_COUNT) {
		size_t count = (size_t)strtoul(reader->words.text, NULL, 10);
		camt->announced += count < SIZE_MAX / 2 ? count : 0;
	} else if (slot < CAMT_SLOTS && (reader->words.length > 0 || reader->words.over))
		camt_store(camt, slot, &reader->words, reader->currency, line_of(reader));
	else if (slot == CAMT_BALANCE)
		camt_balance_end(camt);
	else if (slot == CAMT_ENTRY)
		camt_entry_end(camt);
	else if (slot == CAMT_DETAIL)
		camt_detail_end(camt);
	if (slot < CAMT_SLOTS)
		words_clear(&reader->words);
}

/* Above the statement any element may be wrapped around any other: banks put messages into envelopes of their own. */
static void
wrapper_begin(struct reader *reader, const char *name)
{
	bool statement = strcmp(name, "BkToCstmrStmt") == 0;
	if (reader->message == 0 && (statement || strcmp(name, "BkToCstmrAcctRpt") == 0)) {
		reader->message = reader->depth;
		reader->any = true;
	} else if (reader->message > 0 && reader->depth == reader->message + 1 && (strcmp(name, "Stmt") == 0 || strcmp(name, "Rpt") == 0)) {
		reader->statement = reader->depth;
		reader->length = 0;
		camt_statement_begin(&reader->camt, strcmp(name, "Rpt") == 0);
	} else if (reader->message == 0 && strcmp(name, "BkToCstmrDbtCdtNtfctn") == 0)
		stop(reader, "this is a notification (camt.054), not a statement: ask the bank for camt.053");
	else if (reader->depth == 1 && strcasecmp(name, "html") == 0)
		stop(reader, "this is a web page, not a bank statement: ask the bank for camt.053, MT940 or CSV");
}

static void XMLCALL
element_begin(void *data, const XML_Char *qualified, const XML_Char **attributes)
{
	struct reader *reader = data;
	const char *colon = strchr(qualified, ':'), *name = colon ? colon + 1 : qualified;
	if (reader->stopped)
		return;
	if (reader->depth == DEPTH_MOST) {
		stop(reader, "elements are nested deeper than in any bank statement");
		return;
	}
	struct level *level = &reader->levels[++reader->depth];
	*level = (struct level){ reader->length, CAMT_NOTHING };
	if (reader->statement == 0) {
		wrapper_begin(reader, name);
		return;
	}
	char *end = reader->path + reader->length;
	int written = snprintf(end, PATH_MOST - reader->length, "%s%s", reader->length ? "/" : "", name);
	reader->length += (size_t)written < PATH_MOST - reader->length ? (size_t)written : PATH_MOST - reader->length - 1;
	level->slot = camt_slot_of(reader->path);
	slot_begin(reader, level->slot, (const char *const *)attributes);
}

static void XMLCALL
element_end(void *data, const XML_Char *name)
{
	struct reader *reader = data;
	(void)name;
	if (reader->stopped)
		return;
	const struct level *level = &reader->levels[reader->depth];
	if (reader->statement > 0 && reader->depth > reader->statement) {
		slot_end(reader, level->slot);
		reader->length = level->path;
		reader->path[reader->length] = '\0';
	} else if (reader->depth == reader->statement) {
		camt_statement_end(&reader->camt, line_of(reader));
		reader->statement = 0;
	} else if (reader->depth == reader->message)
		reader->message = 0;
	reader->depth--;
}

static void XMLCALL
characters(void *data, const XML_Char *text, int length)
{
	struct reader *reader = data;
	if (!reader->stopped && reader->levels[reader->depth].slot < CAMT_SLOTS)
		words_add(&reader->words, text, (size_t)length);
}

/* Entities are declared there, which may grow without end or fetch other files. */
static void XMLCALL
document_type(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	stop(data, "a DOCTYPE: no bank statement has one, and it can do harm; the file is not read");
}

static void
reader_init(struct reader *reader, const struct bank_reading *reading, struct bank_facts *facts)
{
	memset(reader, 0, sizeof *reader);
	reader->camt.reading = reading;
	reader->camt.facts = facts;
	for (size_t i = 0; i < DEPTH_MOST + 1; i++)
		reader->levels[i].slot = CAMT_NOTHING;
	reader->parser = xml_parser();
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, element_begin, element_end);
	XML_SetCharacterDataHandler(reader->parser, characters);
	XML_SetStartDoctypeDeclHandler(reader->parser, document_type);
}

static void
complain_of_xml(struct reader *reader)
{
	char what[128];
	if (!reader->stopped)
		stop(reader, xml_fault(reader->parser, what, sizeof what));
}

/* Feeds the file to expat. False with a reason if it cannot be read. */
static bool
feed(struct reader *reader, int fd, const char *name, struct refusal *why)
{
	off_t offset = 0;
	ssize_t got = 1;
	while (got != 0 && !reader->stopped) {
		void *buffer = XML_GetBuffer(reader->parser, PIECE);
		if (!buffer) {
			complain_of_xml(reader);
			break;
		}
		do
			got = pread(fd, buffer, PIECE, offset);
		while (got < 0 && errno == EINTR);
		if (got < 0)
			return refuse(why, "%s cannot be read: %s", name, system_error(errno));
		offset += got;
		if (XML_ParseBuffer(reader->parser, (int)got, got == 0) != XML_STATUS_OK)
			complain_of_xml(reader);
	}
	return true;
}

bool
camt_read(int fd, const char *name, const struct bank_reading *reading, struct bank_facts *facts, struct refusal *why)
{
	struct reader *reader = memory(sizeof *reader);
	facts->source[0] = facts->iban[0] = why->text[0] = '\0';
	facts->opening = facts->closing = CENTS_NONE;
	reader_init(reader, reading, facts);
	bool good = feed(reader, fd, name, why);
	if (good && reader->camt.faults > 0)
		good = false;
	else if (good && reader->camt.refusal.text[0])
		good = refuse(why, "%s: %s", name, reader->camt.refusal.text);
	else if (good && !facts->source[0])
		good = refuse(why, reader->any ? "%s: there is no statement in it (no Stmt)" : "%s: it is XML, but no bank statement (no BkToCstmrStmt)", name);
	XML_ParserFree(reader->parser);
	free(reader);
	return good;
}

/* Any XML: what it is will be said better by reading it. */
bool
camt_recognised(const char *bytes, size_t length)
{
	static const char marks[][4] = { "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff" };
	size_t at = 0;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (length >= strlen(marks[i]) && memcmp(bytes, marks[i], strlen(marks[i])) == 0)
			at = strlen(marks[i]);
	while (at < length && (bytes[at] == '\0' || strchr(" \t\r\n", bytes[at])))
		at++;
	return at < length && bytes[at] == '<';
}
