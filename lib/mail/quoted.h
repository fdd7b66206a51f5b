/* Bodies of text: as they are where that is safe, else quoted-printable (RFC 2045 6.7), which has no `=_` of a boundary in it. */
#ifndef MAIL_QUOTED_H
#define MAIL_QUOTED_H

#include <stdbool.h>

/* Whether the text may stand as it is: short lines of ASCII, none of which a hand on its way would change. */
bool quoted_is_needless(const char *text);

/* The text encoded, with LF line ends; no line begins with `From `. New heap memory, owned by the caller. */
char *quoted_printable(const char *text);

#endif
