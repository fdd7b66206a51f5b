/* The signs of the grid: letters for scripts and for people, and what they mean. */
#include <balint/grid.h>

#include <string.h>

static const struct sign {
	char letter;
	const char *name, *plain[2], *unicode, *words[2]; /* plain: ASCII; unicode: NULL if that is the same */
} signs[GRID_SIGNS] = {
	[GRID_PRESENT] = { 'P', "present", { "P", "P" }, "●", { "present", "presente" } },
	[GRID_ONLINE] = { 'O', "online", { "O", "O" }, NULL, { "online", "online" } },
	[GRID_LATE] = { 'L', "late", { "L", "R" }, NULL, { "late", "in ritardo" } },
	[GRID_ABSENT] = { 'A', "absent", { "A", "A" }, NULL, { "absent", "assente" } },
	[GRID_EXCUSED] = { 'E', "excused", { "E", "G" }, NULL, { "excused", "giustificato" } },
	[GRID_HOLE] = { '?', "hole", { "?", "?" }, NULL, { "no mark", "da segnare" } },
	[GRID_COMING] = { '.', "coming", { ".", "." }, "·", { "to come", "da tenere" } },
	[GRID_OUTSIDE] = { '-', "outside", { "-", "-" }, "–", { "not enrolled", "non iscritto" } },
	[GRID_CANCELLED] = { 'x', "cancelled", { "x", "x" }, "×", { "cancelled", "annullata" } },
};

static bool
is_italian(const char *language)
{
	return language && strcmp(language, "it") == 0;
}

char
grid_letter(enum grid_sign sign)
{
	return signs[sign].letter;
}

const char *
grid_mark(enum grid_sign sign, const char *language, bool unicode)
{
	return unicode && signs[sign].unicode ? signs[sign].unicode : signs[sign].plain[is_italian(language)];
}

const char *
grid_word(enum grid_sign sign, const char *language)
{
	return signs[sign].words[is_italian(language)];
}

const char *
grid_name(enum grid_sign sign)
{
	return signs[sign].name;
}

void
grid_signs(const struct grid *grid, bool there[GRID_SIGNS])
{
	memset(there, 0, GRID_SIGNS * sizeof *there);
	for (size_t i = 0; i < grid->member_count; i++)
		for (size_t j = 0; j < grid->session_count; j++)
			there[grid->members[i].signs[j]] = true;
}
