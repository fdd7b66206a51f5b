/*
 * ratio LABEL MARK RUNS COMMAND_A COMMAND_B [BEFORE]: runs two shell-free command lines in turn and prints the
 * median of the paired ratios of their times beside the mark to beat, and the peak memory of the first.
 * BEFORE is run before each of them and not measured. Words are split at spaces; standard output goes to /dev/null.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WORDS = 64, RUNS_MOST = 10000 };

struct measure {
	double milliseconds;
	long kibibytes;
};

static void
split(char *line, char *words[WORDS])
{
	size_t count = 0;
	for (char *word = strtok(line, " "); word && count + 1 < WORDS; word = strtok(NULL, " "))
		words[count++] = word;
	words[count] = NULL;
}

static struct measure
run(char *const words[])
{
	struct timespec before, after;
	struct rusage usage;
	int status;
	clock_gettime(CLOCK_MONOTONIC, &before);
	pid_t child = vfork();
	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);
		dup2(null, STDOUT_FILENO);
		execvp(words[0], words);
		_exit(127);
	}
	/* 3 is done too: something of it needs a person. */
	if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 3)) {
		fprintf(stderr, "ratio: %s failed\n", words[0]);
		exit(1);
	}
	clock_gettime(CLOCK_MONOTONIC, &after);
	return (struct measure){ (double)(after.tv_sec - before.tv_sec) * 1e3 + (double)(after.tv_nsec - before.tv_nsec) / 1e6, usage.ru_maxrss };
}

/* The run of the command after the one that makes ready for it. */
static struct measure
run_after(char *const before[], char *const words[])
{
	if (*before)
		run(before);
	return run(words);
}

static int
ascending(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;
	return (first > second) - (first < second);
}

static double
median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, ascending);
	return values[count / 2];
}

int
main(int argc, char **argv)
{
	static double ratios[RUNS_MOST], ours[RUNS_MOST], theirs[RUNS_MOST];
	char *a[WORDS], *b[WORDS], *before[WORDS] = { NULL };
	long peak = 0;
	if (argc != 6 && argc != 7)
		return fputs("usage: ratio LABEL MARK RUNS COMMAND_A COMMAND_B [BEFORE]\n", stderr), 2;
	size_t runs = (size_t)strtoul(argv[3], NULL, 10);
	runs = runs < 1 ? 1 : runs > RUNS_MOST ? RUNS_MOST : runs;
	split(argv[4], a);
	split(argv[5], b);
	if (argc == 7)
		split(argv[6], before);
	run_after(before, a); /* both once, so that neither pays for a cold cache */
	run_after(before, b);
	for (size_t i = 0; i < runs; i++) {
		struct measure first = run_after(before, a), second = run_after(before, b);
		ratios[i] = first.milliseconds / second.milliseconds;
		ours[i] = first.milliseconds;
		theirs[i] = second.milliseconds;
		peak = first.kibibytes > peak ? first.kibibytes : peak;
	}
	printf("%-44s %6.2f  %5s  %9.1f  %9.1f  %7.1f\n", argv[1], median(ratios, runs), argv[2], median(ours, runs), median(theirs, runs),
	    (double)peak / 1024);
	return 0;
}
