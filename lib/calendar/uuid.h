/* Identities of sessions, never changed again (RFC 5545 3.8.4.7). */
#ifndef BALINT_CALENDAR_UUID_H
#define BALINT_CALENDAR_UUID_H

enum { UUID_TEXT = 37 };

/* A random UUID (RFC 4122, version 4) in the caller's buffer, which it returns. */
char *uuid_make(char text[UUID_TEXT]);

#endif
