#include "xml.h"
#include "words.h"

#include <balint/fatal.h>
#include <balint/translation.h>

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum { HELD_MOST = 8 << 20 }; /* bytes: a hundred times what a sound file takes */

/* What expat holds in this thread. Its allocators are told nothing but the size. */
static _Thread_local size_t held;

/* Before each block stands its size. */
union block {
	size_t size;
	max_align_t aligned;
};

static void *
held_resized(void *bytes, size_t size)
{
	union block *block = bytes ? (union block *)bytes - 1 : NULL;
	size_t before = block ? block->size : 0;
	if (size > HELD_MOST || held - before + size > HELD_MOST)
		return NULL;
	block = memory_resized(block, sizeof *block + size);
	held += size - before;
	block->size = size;
	return block + 1;
}

static void *
held_new(size_t size)
{
	return held_resized(NULL, size);
}

static void
held_free(void *bytes)
{
	if (!bytes)
		return;
	union block *block = (union block *)bytes - 1;
	held -= block->size;
	free(block);
}

/* Windows-1252, the one encoding of banks that expat does not know. */
static int XMLCALL
unknown_encoding(void *data, const XML_Char *name, XML_Encoding *encoding)
{
	(void)data;
	if (strcasecmp(name, "windows-1252") != 0 && strcasecmp(name, "cp1252") != 0)
		return XML_STATUS_ERROR;
	for (int i = 0; i < 256; i++)
		encoding->map[i] = words_codepoint_1252((unsigned char)i);
	encoding->data = NULL;
	encoding->convert = NULL;
	encoding->release = NULL;
	return XML_STATUS_OK;
}

XML_Parser
xml_parser(void)
{
	static const XML_Memory_Handling_Suite suite = { held_new, held_resized, held_free };
	XML_Parser parser = XML_ParserCreate_MM(NULL, &suite, NULL);
	XML_SetUnknownEncodingHandler(parser, unknown_encoding, NULL);
	return parser;
}

char *
xml_fault(XML_Parser parser, char *text, size_t size)
{
	enum XML_Error error = XML_GetErrorCode(parser);
	if (error == XML_ERROR_NO_MEMORY)
		snprintf(text, size, "%s", translated("the XML has longer or more names than any bank statement"));
	else if (error == XML_ERROR_UNKNOWN_ENCODING)
		snprintf(text, size, "%s", translated("the encoding is none of UTF-8, UTF-16, ISO-8859-1 and Windows-1252"));
	else if (error == XML_ERROR_NO_ELEMENTS)
		snprintf(text, size, "%s", translated("the file ends before its XML does: it is not whole"));
	else
		snprintf(text, size, translated("the XML is broken: %s"), XML_ErrorString(error));
	return text;
}
