#include <balint/split.h>

/* The gross of the first `count` parts: equal parts, the spare cents on the first ones. */
static cents
gross_of_first(cents gross, int parts, int count)
{
	cents spare = gross % parts;
	return gross / parts * count + (count < spare ? count : spare);
}

struct part
split_part(cents net, int rate, int parts, int number)
{
	cents gross = net + money_share(net, rate);
	cents before = gross_of_first(gross, parts, number), after = gross_of_first(gross, parts, number + 1);
	struct part part = { .gross = after - before, .net = split_net(net, gross, after) - split_net(net, gross, before) };
	part.vat = part.gross - part.net;
	return part;
}

cents
split_net(cents net, cents gross, cents amount)
{
	__extension__ typedef __int128 wide; /* the product of two large amounts */
	if (gross == 0)
		return amount;
	wide twice = (wide)2 * net * (amount < 0 ? -amount : amount) + gross;
	cents share = (cents)(twice / ((wide)2 * gross));
	return amount < 0 ? -share : share;
}
