#include "frame.h"

#include <balint/date_words.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The version comes from the Makefile, unquoted. */
#define TEXT_OF_EXPANDED(value) #value
#define TEXT_OF(value) TEXT_OF_EXPANDED(value)

/* One run of a program. */
struct run {
	const struct program *program;
	struct shared_options shared;
	struct command command;
	struct sink out;
	char *path;
	void *values;
	bool trial; /* a writing verb that is to save nothing */
	char *printed; /* of --columns what is not about a file */
};

static struct option_table
shared_table(struct run *run)
{
	return (struct option_table){ shared_options, shared_option_count, &run->shared };
}

/* Prints help or the version; the status says whether that could be written. */
static enum status
print_and_finish(struct run *run, const struct verb *verb)
{
	if (run->shared.version)
		sink_format(&run->out, "%s " TEXT_OF(BALINT_VERSION) "\n", run->program->name);
	else if (verb)
		help_verb(&run->out, run->program, verb);
	else
		help_program(&run->out, run->program);
	int error = sink_close(&run->out);
	if (error)
		message("standard output: %s", system_error(error));
	return error ? REFUSED : DONE;
}

static enum row_format
format_named(const char *name)
{
	int format = 0;
	while (name && strcmp(row_formats[format], name) != 0)
		format++;
	return name ? (enum row_format)(format + 1) : ROWS_AUTO;
}

/* The writer of the verb's listing, if it has one. */
static bool
prepare_rows(struct run *run, const bool *given)
{
	struct command *command = &run->command;
	const struct shared_options *shared = &run->shared;
	bool terminal = isatty(STDOUT_FILENO);
	if (command->verb->maps && split_columns(shared->columns, &run->printed, &command->mapping))
		run->shared.columns = run->printed;
	command->style = (struct row_style){ format_named(shared->format), shared->header ? 1 : shared->no_header ? 0 : -1, shared->columns,
		terminal_width(terminal), terminal, takes_colour(terminal), language_of_locale() };
	if (!command->verb->listing) {
		if (shared->format || shared->columns || shared->header || shared->no_header)
			return refuse(&command->why, "'%s' prints no rows: --format, --columns and --header have no meaning", command->verb->name);
		return true;
	}
	command->rows = rows_new(&run->out, verb_listing(command->verb, given), &command->style, &command->why);
	return command->rows != NULL;
}

/* Whether the words make sense for this verb; otherwise a sentence that says why not. */
static bool
check_words(struct run *run, const bool *given)
{
	struct command *command = &run->command;
	const struct verb *verb = command->verb;
	struct option_table own = { verb->options, verb->option_count, run->values };
	if (command->count < verb->least)
		return refuse(&command->why, "'%s' wants %s", verb->name, verb->operands);
	if (verb->most >= 0 && command->count > verb->most)
		return refuse(&command->why, "'%s' is one operand too many", command->operands[verb->most]);
	if (run->shared.header && run->shared.no_header)
		return refuse(&command->why, "only one of --header or --no-header can be given");
	if (run->shared.dry_run && !verb_writes(verb))
		return refuse(&command->why, "'%s' writes nothing: --dry-run has no meaning", verb->name);
	size_t said = 0;
	for (size_t i = 0; i < verb->option_count; i++) {
		said += given[i];
		if (given[i] && run->shared.edition && strcmp(verb->options[i].name, "all-editions") == 0)
			return refuse(&command->why, "only one of --edition or --all-editions can be given");
	}
	if (verb->some && said == 0)
		return refuse(&command->why, "nothing to change: give one of the options");
	return option_complete(&own, given, &command->why) && prepare_rows(run, given);
}

static bool
open_store(struct run *run)
{
	struct command *command = &run->command;
	enum needs needs = command->verb->needs;
	command->path = run->path;
	if (needs == NEEDS_NOTHING || needs == REPLACES || (needs == MAY_READ && !store_exists(run->path))) {
		command->edition = run->shared.edition; /* without a store, $BALINT_EDITION is of no account */
		return true;
	}
	if (needs == CREATES && !store_exists(run->path))
		command->store = store_create(run->path, run->trial, &command->why);
	else
		command->store = store_open(run->path, !verb_writes(command->verb) ? STORE_READS : run->trial ? STORE_TRIES : STORE_WRITES, &command->why);
	if (command->store)
		store_tell_verb(command->store, run->program->name, command->verb->name);
	if (command->store && store_notice(command->store) && !command->quiet)
		message("%s", store_notice(command->store)); /* at once: it is done, whatever becomes of the verb */
	return command->store != NULL;
}

static enum status run_verb(struct run *run);

/* Another init has made the store while this one was at it: it is there now, and may say the same. */
static enum status
run_again(struct run *run)
{
	store_close(run->command.store);
	run->command.store = NULL;
	sink_forget(&run->out);
	sink_forget(&run->command.errors);
	return run_verb(run);
}

bool
command_print(struct command *command)
{
	if (command->rows)
		rows_finish(command->rows);
	rows_free(command->rows);
	command->rows = NULL;
	sink_flush(command->out);
	return !command->out->error && sink_close(&command->errors) == 0;
}

/* Prints what was held, and says where that fails whether the change is saved all the same. */
static enum status
print_all(struct run *run, enum status status)
{
	struct command *command = &run->command;
	bool saved = command->verb->saves || (verb_writes(command->verb) && !run->trial);
	sink_close(&command->errors);
	run->out.held = false;
	if (command->rows)
		rows_finish(command->rows);
	int error = sink_close(&run->out);
	if (!error)
		return status;
	message(saved ? "standard output: %s; the change itself is saved" : "standard output: %s", system_error(error));
	return saved ? UNWRITTEN : REFUSED;
}

/* Runs the verb in its transaction, and prints only what is durable; a trial's is over by then, whoever reads it how slowly. */
static enum status
run_verb(struct run *run)
{
	struct command *command = &run->command;
	bool writing = verb_writes(command->verb);
	if (!open_store(run)) {
		message("%s", command->why.text);
		return REFUSED;
	}
	if (writing)
		sink_hold(&run->out);
	enum status status = command->verb->run(command);
	if (status == MISUSED)
		return help_misuse(run->program->name, command->verb, &command->why);
	if (status == REFUSED) {
		if (*command->why.text)
			message("%s", command->why.text);
		return REFUSED;
	}
	if (writing && command->store && !run->trial && !store_commit(command->store, command->verb->unlogged ? NULL : run->command.line))
		return run_again(run);
	if (run->trial || command->verb->after) {
		store_close(command->store);
		command->store = NULL;
	}
	enum status after = command->verb->after && !run->trial ? command->verb->after(command) : DONE;
	return print_all(run, after == DONE ? status : after);
}

/* The second half of the command line: the verb's own options and operands. */
static enum status
parse_and_run(struct run *run, int argc, char **argv)
{
	struct command *command = &run->command;
	const struct verb *verb = command->verb;
	bool given[64] = { false };
	run->values = memory(verb->size);
	memcpy(run->values, verb->defaults ? verb->defaults : "", verb->size);
	const struct option_table tables[2] = { shared_table(run), { verb->options, verb->option_count, run->values } };
	int first = option_parse(argc, argv, false, tables, given, &command->texts, &command->why);
	if (first < 0)
		return help_misuse(run->program->name, verb, &command->why);
	if (run->shared.help || run->shared.version)
		return print_and_finish(run, verb);
	command->options = run->values;
	command->operands = argv + first;
	command->count = argc - first;
	command->quiet = run->shared.quiet;
	command->out = &run->out;
	const char *environment = getenv("BALINT_EDITION");
	command->edition = run->shared.edition ? run->shared.edition : environment && *environment ? environment : NULL;
	if (!check_words(run, given))
		return help_misuse(run->program->name, verb, &command->why);
	run->trial = command->trial = run->shared.dry_run || (verb->tries && verb->tries(run->values));
	run->path = store_path(run->shared.db);
	return run_verb(run);
}

/* `--complete WORD...` is for the shells' completions, and `--describe WORD...`. */
static bool
is_completion(int argc, char **argv)
{
	return argc > 1 && (strcmp(argv[1], "--complete") == 0 || strcmp(argv[1], "--describe") == 0);
}

static enum status
run_program(struct run *run, int argc, char **argv)
{
	struct refusal why;
	int taken;
	struct option_texts none = { 0 };
	if (is_completion(argc, argv))
		return complete(&run->out, run->program, strcmp(argv[1], "--describe") == 0, argc - 2, argv + 2);
	run->command.line = command_line(argc, argv);
	const struct option_table tables[2] = { shared_table(run), { 0 } };
	int first = option_parse(argc, argv, true, tables, NULL, &none, &why);
	if (first < 0)
		return help_misuse(run->program->name, NULL, &why);
	if (first == argc && (run->shared.help || run->shared.version))
		return print_and_finish(run, NULL);
	if (first == argc) {
		refuse(&why, "no verb");
		return help_misuse(run->program->name, NULL, &why);
	}
	run->command.verb = find_verb(run->program, argc - first, argv + first, &taken, &why);
	if (!run->command.verb)
		return help_misuse(run->program->name, NULL, &why);
	return parse_and_run(run, argc - first - taken + 1, argv + first + taken - 1);
}

int
program_main(const struct program *program, int argc, char **argv)
{
	struct run run = { .program = program };
	signal(SIGPIPE, SIG_DFL); /* `| head` ends us silently, even where our parent ignores it */
	signal(SIGCHLD, SIG_DFL); /* where our parent ignores that, no child's end could be told */
	sink_init(&run.out, STDOUT_FILENO);
	sink_init(&run.command.errors, STDERR_FILENO);
	sink_hold(&run.command.errors);
	enum status status = run_program(&run, argc, argv);
	rows_free(run.command.rows);
	store_close(run.command.store);
	option_texts_free(&run.command.texts);
	edition_release(&run.command.meant);
	sink_release(&run.out);
	sink_release(&run.command.errors);
	free(run.command.line);
	free(run.printed);
	free(run.command.mapping);
	free(run.command.language);
	free(run.path);
	free(run.values);
	return (int)status;
}
