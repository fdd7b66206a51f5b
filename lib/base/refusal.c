#include <balint/refusal.h>
#include <balint/translation.h>

#include <stdarg.h>
#include <stdio.h>

bool
refuse(struct refusal *why, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(why->text, sizeof why->text, translated(format), arguments);
	va_end(arguments);
	return false;
}

void
refuse_first(void *context, const char *what)
{
	struct refusal *why = context;
	if (!*why->text)
		snprintf(why->text, sizeof why->text, "%s", what);
}

bool
refuse_within(struct refusal *why, const char *what)
{
	struct refusal inner = *why;
	return refuse(why, "%s: %s", what, inner.text);
}
