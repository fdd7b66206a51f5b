#include <balint/holiday.h>

/* The tables of Clavius's reform in arithmetic form: age of the moon, its corrections, then the next Sunday. */
struct date
easter(int year)
{
	int golden = year % 19, century = year / 100;
	int solar = century - century / 4, lunar = (century - (century - 17) / 25) / 3;
	int epact = (solar - lunar + 19 * golden + 15) % 30; /* days from 21 March to the full moon */
	epact -= epact == 29 || (epact == 28 && golden > 10);
	struct date full_moon = date_plus_days(date_of(year, 3, 21), epact);
	return date_plus_days(full_moon, 7 - date_weekday(full_moon) % 7);
}
