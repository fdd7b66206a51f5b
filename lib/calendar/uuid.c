#include "uuid.h"

#include <balint/fatal.h>

#include <stddef.h>
#include <stdio.h>

char *
uuid_make(char text[UUID_TEXT])
{
	unsigned char random[16];
	random_fill(random, sizeof random);
	random[6] = (random[6] & 0x0f) | 0x40;
	random[8] = (random[8] & 0x3f) | 0x80;
	char *end = text;
	for (size_t i = 0; i < sizeof random; i++)
		end += sprintf(end, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", random[i]);
	return text;
}
