/* The text, read: from letters to who, which edition, which months. */
#include "internal.h"

#include <stdlib.h>

void
reading_release(struct reading *reading)
{
	letters_release(&reading->letters);
	free(reading->items);
	free(reading->steps);
	free(reading->hits);
}

void
reading_make(const struct matcher *matcher, struct reading *reading, const char *text, const struct reading *payer)
{
	*reading = (struct reading){ .letters = reading->letters, .items = reading->items, .room = reading->room, .steps = reading->steps,
		.step_room = reading->step_room, .hits = reading->hits, .hit_room = reading->hit_room, .cut_family = NOTHING };
	segment(matcher, reading, text);
	read_codes(reading);
	read_dates(reading);
	read_zones(reading, payer);
	read_editions(matcher, reading);
	read_rata(reading);
	read_months(matcher, reading);
	read_mentions(matcher, reading);
}
