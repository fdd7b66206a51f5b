/* Reading the placeholders of operands, as the usage line has them. */
#include "complete.h"

#include <string.h>

/* The placeholder of that place, or the last one if it may be repeated; NULL if there is one operand too many. */
static const char *
find(const char *operands, int place, bool *repeated)
{
	for (const char *token = operands; token; token = strchr(token, ' ') ? strchr(token, ' ') + 1 : NULL) {
		const char *more = strstr(token, "...");
		*repeated = more && (size_t)(more - token) < strcspn(token, " ");
		if (place-- == 0 || *repeated)
			return token;
	}
	return NULL;
}

bool
token_read(struct token *token, const char *operands, int place)
{
	bool bracket = false;
	*token = (struct token){ .count = 1 };
	const char *text = find(operands, place, &token->repeated);
	for (const char *c = text; c && *c && *c != ' '; c++) {
		char *name = token->parts[token->count - 1].name;
		size_t length = strlen(name);
		if (strncmp(c, "...", 3) == 0) {
			c += 2;
		} else if (strchr("=:", *c) && token->count < PARTS) {
			token->parts[token->count].sign = *c;
			token->parts[token->count++].needed = !bracket;
		} else if (!strchr("[]", *c) && length + 1 < PLACEHOLDER) {
			name[length] = *c;
		}
		bracket = *c == '[';
	}
	return text != NULL;
}
