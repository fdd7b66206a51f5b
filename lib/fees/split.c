#include <balint/split.h>

/* The gross of the first `count` parts: equal parts, the spare cents on the first ones. */
static cents
gross_of_first(cents gross, int parts, int count)
{
	cents spare = gross % parts;
	return gross / parts * count + (count < spare ? count : spare);
}

/* The net that belongs to so much of the gross, half up. */
static cents
net_of(cents net, cents gross, cents gross_so_far)
{
	__extension__ typedef __int128 wide; /* the product of two large amounts */
	return gross ? (cents)(((wide)2 * net * gross_so_far + gross) / (2 * gross)) : 0;
}

struct part
split_part(cents net, int rate, int parts, int number)
{
	cents gross = net + money_share(net, rate);
	cents before = gross_of_first(gross, parts, number), after = gross_of_first(gross, parts, number + 1);
	struct part part = { .gross = after - before, .net = net_of(net, gross, after) - net_of(net, gross, before) };
	part.vat = part.gross - part.net;
	return part;
}
