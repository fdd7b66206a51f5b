#include <balint/fatal.h>
#include <balint/mustache.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct tree *data;

static int
make_data(void **state)
{
	(void)state;
	data = tree_object(NULL, NULL);
	tree_text(data, "name", "D'Angelò \"=cmd\" <b> & co.");
	tree_text(data, "plain", "Rossi");
	tree_text(data, "empty", "");
	tree_text(data, "control", "a\x1b[2Jb\xc2\x85 \xff");
	tree_text(data, "lines", "one\ntwo");
	tree_count(data, "count", 10);
	tree_truth(data, "yes", true);
	tree_truth(data, "no", false);
	tree_list(data, "none");
	struct tree *outer = tree_object(data, "outer"), *rows = tree_list(data, "rows"), *nested = tree_list(data, "nested");
	tree_text(outer, "x", "outer.x");
	tree_text(tree_object(outer, "inner"), "y", "outer.inner.y");
	tree_text(data, "x", "x");
	tree_object(data, "shadow");
	for (int i = 1; i <= 3; i++) {
		struct tree *row = tree_object(rows, NULL);
		tree_count(row, "number", i);
		if (i == 2)
			tree_object(row, "outer"); /* hides that of the root */
		struct tree *list = tree_list(nested, NULL);
		tree_count(list, NULL, i);
		tree_text(list, NULL, "<");
	}
	return 0;
}

static int
free_data(void **state)
{
	(void)state;
	tree_free(data);
	return 0;
}

static bool
find(void *context, const char *name, struct mustache_template *partial, struct refusal *why)
{
	static const struct mustache_template partials[] = {
		{ "row.txt", "{{number}},\n" },
		{ "block.txt", "a\n\n  b {{lines}}\n{{> row}}\n" },
		{ "self.txt", "{{#rows}}{{> self}}{{/rows}}" },
		{ "twice.txt", "{{> twice2}}{{> twice2}}" },
		{ "twice2.txt", "{{#yes}}{{#yes}}{{> twice}}{{/yes}}{{/yes}}" },
		{ "broken.txt", "fine\n  {{#open}}\n" },
		{ "delimited.txt", "{{=<% %>=}}<% plain %>" },
	};
	(void)context;
	if (strcmp(name, "refused") == 0)
		return refuse(why, "refused.txt cannot be read");
	for (size_t i = 0; i < sizeof partials / sizeof partials[0]; i++)
		if (strlen(partials[i].file) == strlen(name) + 4 && strncmp(partials[i].file, name, strlen(name)) == 0)
			*partial = partials[i];
	return true;
}

/* What comes of the template, or the refusal. Free it. */
static char *
render(const char *template, bool html)
{
	struct sink sink;
	struct refusal why = { "" };
	sink_init(&sink, -1);
	sink_hold(&sink);
	if (!mustache_render(&sink, &(struct mustache_template){ "t.txt", template }, data, &(struct mustache_mode){ html, find, NULL }, &why)) {
		assert_int_equal(sink.used, 0);
		assert_string_not_equal(why.text, "");
		sink_text(&sink, why.text);
	}
	sink_char(&sink, '\0');
	return sink.buffer;
}

static void
check_mode(const char *template, bool html, const char *expected)
{
	char *got = render(template, html);
	assert_string_equal(got, expected);
	free(got);
}

static void
check(const char *template, const char *expected)
{
	check_mode(template, false, expected);
}

static void
test_html_is_escaped_in_html_only(void **state)
{
	(void)state;
	check_mode("{{name}}", true, "D&#39;Angelò &quot;=cmd&quot; &lt;b&gt; &amp; co.");
	check_mode("{{name}}", false, "D'Angelò \"=cmd\" <b> & co.");
	for (int html = 0; html < 2; html++) {
		check_mode("{{{name}}}", html, "D'Angelò \"=cmd\" <b> & co.");
		check_mode("{{& name }}", html, "D'Angelò \"=cmd\" <b> & co.");
		check_mode("<b>&amp;{{plain}}", html, "<b>&amp;Rossi");
	}
}

static void
test_control_characters_are_shown(void **state)
{
	(void)state;
	check_mode("{{control}}", false, "a\\x1b[2Jb\\xc2\\x85 \\xff");
	check_mode("{{control}}", true, "a\\x1b[2Jb\\xc2\\x85 \\xff");
	check_mode("{{lines}}", true, "one\ntwo");
	check("{{lines}}", "one\\x0atwo");
	check("{{{lines}}}", "one\ntwo");
}

static void
test_only_texts_are_written(void **state)
{
	(void)state;
	check("[{{yes}}{{no}}{{none}}{{rows}}{{outer}}{{nothing}}{{count}}]", "[10]");
}

static void
test_false_are_missing_empty_and_no(void **state)
{
	(void)state;
	check("{{#no}}1{{/no}}{{#none}}2{{/none}}{{#empty}}3{{/empty}}{{#nothing}}4{{/nothing}}{{#outer.z}}5{{/outer.z}}", "");
	check("{{^no}}1{{/no}}{{^none}}2{{/none}}{{^empty}}3{{/empty}}{{^nothing}}4{{/nothing}}{{^outer.z}}5{{/outer.z}}", "12345");
	check("{{^yes}}1{{/yes}}{{^rows}}2{{/rows}}{{^plain}}3{{/plain}}{{^outer}}4{{/outer}}{{^shadow}}5{{/shadow}}", "");
}

static void
test_names_are_looked_for_from_within(void **state)
{
	(void)state;
	check("{{x}} {{#outer}}{{x}} {{plain}}{{#inner}} {{y}}{{x}}{{/inner}}{{/outer}}", "x outer.x Rossi outer.inner.youter.x");
	check("{{#rows}}{{number}}{{plain}};{{/rows}}", "1Rossi;2Rossi;3Rossi;");
	check("{{#plain}}{{.}}{{x}}{{/plain}}", "Rossix");
}

/* Only the first part of a dotted name goes outwards. */
static void
test_dotted_names(void **state)
{
	(void)state;
	check("{{outer.x}} {{outer.inner.y}} {{outer.inner.x}}{{plain.x}}|{{#outer.inner}}{{y}}{{/outer.inner}}", "outer.x outer.inner.y |outer.inner.y");
	check("{{#rows}}{{number}}={{outer.x}};{{/rows}}", "1=outer.x;2=;3=outer.x;");
}

static void
test_lists_in_lists(void **state)
{
	(void)state;
	check_mode("{{#nested}}({{#.}}{{.}}{{{.}}}{{&.}}{{/.}}){{/nested}}", true, "(111&lt;<<)(222&lt;<<)(333&lt;<<)");
	check("{{#nested}}{{^.}}none{{/.}}{{/nested}}", "");
}

static void
test_a_root_may_be_anything(void **state)
{
	(void)state;
	struct tree *kept = data;
	data = tree_list(NULL, NULL);
	tree_text(data, NULL, "a");
	tree_text(data, NULL, "b");
	check("{{#.}}({{.}}){{/.}}{{name}}", "(a)(b)");
	tree_free(data);
	data = tree_text(NULL, NULL, "world");
	check("hello {{.}}", "hello world");
	tree_free(data);
	data = kept;
}

static void
test_a_tag_alone_takes_its_line(void **state)
{
	(void)state;
	check("a\n  {{#yes}}  \nb\n\t{{/yes}}\t\nc", "a\nb\nc");
	check("{{#yes}}\r\na\r\n{{/yes}}\r\nb\r\n", "a\r\nb\r\n");
	check("{{! one\n two }}\na\n{{=<% %>=}}\n<%plain%>\n<%={{ }}=%>\nb", "a\nRossi\nb");
	check("  {{plain}}  \n", "  Rossi  \n");
	check("{{#yes}} {{/yes}}\n", " \n");
	check("  {{#yes}}", "t.txt:1:3: the section 'yes' is not closed");
	check("a {{! b }}\nc", "a \nc");
	check("\n\n{{#no}}\n{{/no}}\n\n", "\n\n\n");
}

static void
test_partials_are_indented(void **state)
{
	(void)state;
	check("{{#rows}}\n  {{> row}}\n{{/rows}}\nend", "  1,\n  2,\n  3,\nend");
	check("{{#rows}}-{{> row}}{{/rows}}", "-1,\n-2,\n-3,\n");
	check("x\n\t{{>block}}\ny", "x\n\ta\n\n\t  b one\\x0atwo\n\t,\ny");
	check("[{{> nothing}}]\n  {{> nothing}}\n", "[]\n");
	check("{{=| |=}}|> delimited|{{plain}}", "Rossi{{plain}}");
}

static void
test_faults_have_a_place(void **state)
{
	(void)state;
	check("é\nèè{{name", "t.txt:2:3: the tag that begins here is not closed: '}}' is missing");
	check("{{{name}}", "t.txt:1:1: the tag that begins here is not closed: '}}}' is missing");
	check("{{=<% %>}}", "t.txt:1:1: the tag that begins here is not closed: '=}}' is missing");
	check("{{#a}}\n{{^b}}\n{{/a}}{{/b}}", "t.txt:3:1: 'a' is closed where 'b' is open");
	check("a\n {{/b}}", "t.txt:2:2: no section 'b' is open here");
	check("a{{#b}}{{#c}}{{/c}}", "t.txt:1:2: the section 'b' is not closed");
	check("{{}}", "t.txt:1:1: a tag without a name");
	check("{{# }}", "t.txt:1:1: a tag without a name");
	check("{{a b}}", "t.txt:1:1: 'a b' is no name: letters, digits, '_', '-' and '.' between them");
	check("{{=<%=}}", "t.txt:1:1: delimiters are set by two signs without '=' and a blank between them");
	check("{{==}}", "t.txt:1:1: delimiters are set by two signs without '=' and a blank between them");
	check("{{=}}", "t.txt:1:1: the tag that begins here is not closed: '=}}' is missing");
	check("{{= =}}", "t.txt:1:1: delimiters are set by two signs without '=' and a blank between them");
	check("{{=a b c=}}", "t.txt:1:1: delimiters are set by two signs without '=' and a blank between them");
}

static void
test_what_is_left_out_is_refused(void **state)
{
	(void)state;
	static const char *const templates[] = { "{{$block}}{{/block}}", "{{<parent}}{{/parent}}", "{{>*dynamic}}", "{{>../../etc/passwd}}", "{{>.}}", "{{.a}}", "{{a.}}",
		"{{a..b}}", "{{/}}" };
	for (size_t i = 0; i < sizeof templates / sizeof templates[0]; i++) {
		char *got = render(templates[i], false);
		assert_memory_equal(got, "t.txt:1:1: ", 11);
		free(got);
	}
}

static void
test_partials_are_checked_before_a_line_is_written(void **state)
{
	(void)state;
	check("a {{#no}}{{> broken}}{{/no}}", "broken.txt:2:3: the section 'open' is not closed");
	check("a {{> refused}}", "refused.txt cannot be read");
}

static void
test_recursion_has_an_end(void **state)
{
	(void)state;
	check("{{> self}}", "self.txt:1:10: more than 64 sections and partials within each other");
	check("{{> twice}}", "twice2.txt:1:17: more than 64 sections and partials within each other");
}

/* The template with so many `open`, then as many `close`. */
static char *
repeated(int count, const char *open, const char *close)
{
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	for (int i = 0; i < count; i++)
		sink_text(&sink, open);
	for (int i = 0; i < count; i++)
		sink_text(&sink, close);
	sink_char(&sink, '\0');
	return sink.buffer;
}

static void
test_sections_have_a_depth(void **state)
{
	(void)state;
	char *deep = repeated(MUSTACHE_DEPTH, "{{#yes}}", "{{/yes}}"), *deeper = repeated(MUSTACHE_DEPTH + 1, "{{#yes}}", "{{/yes}}");
	check(deep, "");
	check(deeper, "t.txt:1:513: more than 64 sections within each other");
	free(deep);
	free(deeper);
}

static void
test_growth_has_an_end(void **state)
{
	(void)state;
	char *lists = repeated(30, "{{#rows}}", "{{/rows}}"), *got = render(lists, false);
	assert_memory_equal(got, "t.txt:1:", 8);
	assert_non_null(strstr(got, ": the text becomes too large"));
	free(lists);
	free(got);
}

static void
test_many_partials_are_refused(void **state)
{
	(void)state;
	struct sink sink;
	sink_init(&sink, -1);
	sink_hold(&sink);
	for (int i = 0; i <= MUSTACHE_PARTIALS; i++)
		sink_format(&sink, "{{>p%02d}}", i);
	sink_char(&sink, '\0');
	check(sink.buffer, "t.txt:1:513: more than 64 partials");
	sink_release(&sink);
}

static void
test_a_deep_tree_is_freed(void **state)
{
	(void)state;
	struct tree *root = tree_list(NULL, NULL), *deep = root;
	for (int i = 0; i < 1000000; i++)
		deep = tree_list(deep, NULL);
	tree_free(root);
	tree_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_html_is_escaped_in_html_only),
		cmocka_unit_test(test_control_characters_are_shown),
		cmocka_unit_test(test_only_texts_are_written),
		cmocka_unit_test(test_false_are_missing_empty_and_no),
		cmocka_unit_test(test_names_are_looked_for_from_within),
		cmocka_unit_test(test_dotted_names),
		cmocka_unit_test(test_lists_in_lists),
		cmocka_unit_test(test_a_root_may_be_anything),
		cmocka_unit_test(test_a_tag_alone_takes_its_line),
		cmocka_unit_test(test_partials_are_indented),
		cmocka_unit_test(test_faults_have_a_place),
		cmocka_unit_test(test_what_is_left_out_is_refused),
		cmocka_unit_test(test_partials_are_checked_before_a_line_is_written),
		cmocka_unit_test(test_recursion_has_an_end),
		cmocka_unit_test(test_sections_have_a_depth),
		cmocka_unit_test(test_growth_has_an_end),
		cmocka_unit_test(test_many_partials_are_refused),
		cmocka_unit_test(test_a_deep_tree_is_freed),
	};
	return cmocka_run_group_tests(tests, make_data, free_data);
}
