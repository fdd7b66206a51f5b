/* The peer of plan: libical alone expands ten fortnights and prints them. */
#include <libical/ical.h>
#include <stdio.h>

int
main(void)
{
	struct icaltimetype start = { .year = 2021, .month = 2, .day = 17, .is_date = 1 };
	icalrecur_iterator *iterator = icalrecur_iterator_new(icalrecurrencetype_from_string("FREQ=WEEKLY;INTERVAL=2;COUNT=10"), start);
	for (struct icaltimetype next; !icaltime_is_null_time(next = icalrecur_iterator_next(iterator));)
		printf("%04d-%02d-%02d\n", next.year, next.month, next.day);
	icalrecur_iterator_free(iterator);
	return 0;
}
