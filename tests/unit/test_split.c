#include <balint/split.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "vectors.h"

enum { VAT = 2200, PARTS_MOST = 24 };

static cents
amount(const char *text)
{
	cents amount = CENTS_NONE;
	struct refusal why = { "" };
	if (!money_parse(text, &amount, &why))
		fail_msg("%s", why.text);
	return amount;
}

static void
check_part(cents net, int rate, int parts, int number, struct part expected)
{
	struct part part = split_part(net, rate, parts, number);
	if (part.net != expected.net || part.vat != expected.vat || part.gross != expected.gross)
		fail_msg("%lld at %d, part %d of %d: %lld + %lld = %lld, expected %lld + %lld = %lld", (long long)net, rate, number + 1, parts,
		    (long long)part.net, (long long)part.vat, (long long)part.gross, (long long)expected.net, (long long)expected.vat,
		    (long long)expected.gross);
}

/* The parts' amounts of one column, each written with a space after it. */
static void
check_column(size_t column, const char *net, int parts, const char *expected)
{
	char text[PARTS_MOST * MONEY_TEXT] = "", one[MONEY_TEXT];
	for (int i = 0; i < parts; i++) {
		struct part part = split_part(amount(net), VAT, parts, i);
		size_t used = strlen(text);
		snprintf(text + used, sizeof text - used, "%s ", money_write(*(const cents *)((const char *)&part + column), one));
	}
	assert_string_equal(text, expected);
}

static void
known_prices_are_split_as_worked_out(void **state)
{
	(void)state;
	char line[256];
	int rows = 0;
	FILE *file = open_data("instalments.tsv");
	assert_non_null(fgets(line, sizeof line, file)); /* the header */
	for (; fgets(line, sizeof line, file); rows++) {
		char net_total[16], net[16], vat[16], gross[16];
		int percent, parts, part;
		assert_int_equal(sscanf(line, "%15s %d %d %d %15s %15s %15s", net_total, &percent, &parts, &part, net, vat, gross), 7);
		check_part(amount(net_total), percent * 100, parts, part - 1, (struct part){ amount(net), amount(vat), amount(gross) });
	}
	fclose(file);
	assert_int_equal(rows, 75);
}

/* RULES 6.2: the spare cents are on the first ones. */
static void
the_gross_price_is_split_into_equal_parts(void **state)
{
	(void)state;
	check_column(offsetof(struct part, gross), "350.00", 3, "142.34 142.33 142.33 ");
	check_column(offsetof(struct part, gross), "350.00", 6, "71.17 71.17 71.17 71.17 71.16 71.16 ");
	check_column(offsetof(struct part, gross), "350.00", 12, "35.59 35.59 35.59 35.59 35.58 35.58 35.58 35.58 35.58 35.58 35.58 35.58 ");
	check_column(offsetof(struct part, gross), "250.00", 7, "43.58 43.57 43.57 43.57 43.57 43.57 43.57 ");
}

static void
the_net_price_is_split_by_cumulative_rounding(void **state)
{
	(void)state;
	check_column(offsetof(struct part, net), "350.00", 3, "116.67 116.67 116.66 ");
	check_column(offsetof(struct part, net), "350.00", 6, "58.34 58.33 58.34 58.33 58.33 58.33 ");
}

/* The fees of the ninth edition, paid at five month-ends. */
static void
the_ninth_edition_is_paid_in_five_equal_parts(void **state)
{
	(void)state;
	for (int i = 0; i < 5; i++) {
		check_part(35000, VAT, 5, i, (struct part){ 7000, 1540, 8540 });
		check_part(25000, VAT, 5, i, (struct part){ 5000, 1100, 6100 });
	}
}

static void
one_part_is_the_whole_price_with_its_vat(void **state)
{
	(void)state;
	check_part(35000, VAT, 1, 0, (struct part){ 35000, 7700, 42700 });
	check_part(125075, VAT, 1, 0, (struct part){ 125075, 27517, 152592 });
	check_part(24500, VAT, 1, 0, (struct part){ 24500, 5390, 29890 });
}

static void
a_price_without_vat_has_none_in_any_part(void **state)
{
	(void)state;
	for (int i = 0; i < 7; i++)
		assert_int_equal(split_part(25000, 0, 7, i).vat, 0);
}

static void
nothing_is_split_into_nothings(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++)
		check_part(0, VAT, 3, i, (struct part){ 0, 0, 0 });
}

static void
fewer_cents_than_parts_go_to_the_first_ones(void **state)
{
	(void)state;
	check_part(2, 0, 4, 0, (struct part){ 1, 0, 1 });
	check_part(2, 0, 4, 1, (struct part){ 1, 0, 1 });
	check_part(2, 0, 4, 2, (struct part){ 0, 0, 0 });
	check_part(2, 0, 4, 3, (struct part){ 0, 0, 0 });
}

typedef void split_check(cents net, int rate, int parts);

/* Prices up to 1,200.00, 1 to 24 parts, the rates that Italy has or had. */
static void
each_split(split_check *check)
{
	static const int rates[] = { 0, 400, 500, 1000, 2200 };
	for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++)
		for (cents net = 0; net <= 120000; net += 37)
			for (int parts = 1; parts <= PARTS_MOST; parts++)
				check(net, rates[i], parts);
}

static _Noreturn void
fail_split(cents net, int rate, int parts, int number)
{
	fail_msg("%lld at %d in %d parts, part %d", (long long)net, rate, parts, number + 1);
	abort();
}

static void
columns_add_up(cents net, int rate, int parts)
{
	struct part sum = { 0 };
	cents vat = (net * rate + 5000) / 10000;
	for (int i = 0; i < parts; i++) {
		struct part part = split_part(net, rate, parts, i);
		sum.net += part.net;
		sum.vat += part.vat;
		sum.gross += part.gross;
	}
	if (sum.net != net || sum.vat != vat || sum.gross != net + vat)
		fail_split(net, rate, parts, parts - 1);
}

static void
every_column_adds_up_exactly(void **state)
{
	(void)state;
	each_split(columns_add_up);
}

static void
rows_add_up(cents net, int rate, int parts)
{
	for (int i = 0; i < parts; i++) {
		struct part part = split_part(net, rate, parts, i);
		if (part.net + part.vat != part.gross || part.net < 0 || part.vat < 0)
			fail_split(net, rate, parts, i);
	}
}

static void
net_and_vat_of_every_part_are_its_gross_and_never_negative(void **state)
{
	(void)state;
	each_split(rows_add_up);
}

static void
grosses_fall_by_a_cent_at_most(cents net, int rate, int parts)
{
	cents first = split_part(net, rate, parts, 0).gross, before = first;
	for (int i = 1; i < parts; i++) {
		cents gross = split_part(net, rate, parts, i).gross;
		if (gross > before || first - gross > 1)
			fail_split(net, rate, parts, i);
		before = gross;
	}
}

static void
no_part_is_dearer_than_the_one_before_and_all_are_within_a_cent(void **state)
{
	(void)state;
	each_split(grosses_fall_by_a_cent_at_most);
}

static void
vat_is_right_to_the_cent(cents net, int rate, int parts)
{
	for (int i = 0; i < parts; i++) {
		struct part part = split_part(net, rate, parts, i);
		cents exact = (part.net * rate + 5000) / 10000;
		if (part.vat - exact > 1 || exact - part.vat > 1)
			fail_split(net, rate, parts, i);
	}
}

static void
vat_of_every_part_is_its_rate_to_the_cent(void **state)
{
	(void)state;
	each_split(vat_is_right_to_the_cent);
}

static void
the_highest_amount_there_is_splits_like_any_other(void **state)
{
	(void)state;
	static const int parts[] = { 1, 2, 7, 24 };
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		columns_add_up(CENTS_MOST, VAT, parts[i]);
		rows_add_up(CENTS_MOST, VAT, parts[i]);
		grosses_fall_by_a_cent_at_most(CENTS_MOST, VAT, parts[i]);
		vat_is_right_to_the_cent(CENTS_MOST, VAT, parts[i]);
	}
}

static void
an_instalment_paid_in_parts_has_all_its_net(void **state)
{
	(void)state;
	assert_int_equal(split_net(7000, 8540, 8540), 7000);
	assert_int_equal(split_net(7000, 8540, 2000), 1639);
	assert_int_equal(split_net(7000, 8540, -2000), -1639);
	assert_int_equal(split_net(7000, 8540, 0), 0);
	assert_int_equal(split_net(0, 0, 500), 500); /* nothing says how much of it is VAT */
	assert_int_equal(split_net(90000000000, 99999999999, 99999999999), 90000000000);
	cents sum = 0;
	for (cents paid = 0; paid < 8540; paid += 7)
		sum += split_net(7000, 8540, paid + 7 < 8540 ? paid + 7 : 8540) - split_net(7000, 8540, paid);
	assert_int_equal(sum, 7000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_prices_are_split_as_worked_out),
		cmocka_unit_test(the_gross_price_is_split_into_equal_parts),
		cmocka_unit_test(the_net_price_is_split_by_cumulative_rounding),
		cmocka_unit_test(the_ninth_edition_is_paid_in_five_equal_parts),
		cmocka_unit_test(one_part_is_the_whole_price_with_its_vat),
		cmocka_unit_test(a_price_without_vat_has_none_in_any_part),
		cmocka_unit_test(nothing_is_split_into_nothings),
		cmocka_unit_test(fewer_cents_than_parts_go_to_the_first_ones),
		cmocka_unit_test(every_column_adds_up_exactly),
		cmocka_unit_test(net_and_vat_of_every_part_are_its_gross_and_never_negative),
		cmocka_unit_test(no_part_is_dearer_than_the_one_before_and_all_are_within_a_cent),
		cmocka_unit_test(vat_of_every_part_is_its_rate_to_the_cent),
		cmocka_unit_test(the_highest_amount_there_is_splits_like_any_other),
		cmocka_unit_test(an_instalment_paid_in_parts_has_all_its_net),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
