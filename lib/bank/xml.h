/* expat for files that nobody has looked at: what it holds in memory is bounded, and it knows Windows-1252. */
#ifndef BANK_XML_H
#define BANK_XML_H

#include <expat.h>
#include <stddef.h>

/* A new parser, for XML_ParserFree in the same thread. Where it would hold more than 8 MiB, parsing ends with XML_ERROR_NO_MEMORY. */
XML_Parser xml_parser(void);

/* Writes what made the parser give up into the caller's buffer; returns it. */
char *xml_fault(XML_Parser parser, char *text, size_t size);

#endif
