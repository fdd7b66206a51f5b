#include <balint/date_words.h>
#include <balint/query.h>
#include <balint/session.h>
#include <balint/sheet.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { NAME_WIDTH = 28 }; /* of plain text, beside the times and the signature */

struct sheet {
	struct store *store;
	const struct edition *edition;
	const struct session *session;
	struct date date;
	const char *language;
};

static void
add_session(const struct sheet *sheet, struct tree *root)
{
	char words[DATE_WORDS], iso[DATE_TEXT], time[TIME_TEXT];
	struct query query = store_query(sheet->store,
	    SQL("SELECT (SELECT count(*) FROM session AS t WHERE t.edition = s.edition AND t.date <= s.date),\n"
	        "       coalesce(s.venue, e.venue), coalesce(s.online, e.online) IS NOT NULL\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE s.id = :session"),
	    ARG("session", sheet->session->id));
	if (query_next(&query)) {
		tree_count(root, "session", query_int(&query, 0));
		tree_text(root, "place", query_text(&query, 1));
		tree_truth(root, "online", query_int(&query, 2) == 1);
	}
	query_end(&query);
	tree_text(root, "date", date_in_words(sheet->date, sheet->language, words));
	tree_text(root, "iso", date_write(sheet->date, iso));
	tree_text(root, "start", time_write(sheet->session->start, time));
	tree_text(root, "end", time_write(sheet->session->finish, time));
}

static void
add_row(struct tree *list, const struct query *query, int64_t number)
{
	if (list->last)
		tree_truth(list->last, "more", true);
	struct tree *row = tree_object(list, NULL);
	const char *family = query_text(query, 0), *given = query_text(query, 1);
	char *name = text_both(family, given), *called = text_both(given, family), *cut = text_cut(name, NAME_WIDTH, "…");
	tree_count(row, "row", number);
	tree_text(row, "name", name);
	tree_text(row, "called", called);
	tree_text(row, "short", cut);
	tree_truth(row, "excused", query_int(query, 3) == 1);
	free(name);
	free(called);
	free(cut);
}

/* Whoever is enrolled on that day: participants, and then who leads. */
static void
add_people(const struct sheet *sheet, struct tree *root)
{
	struct tree *participants = tree_list(root, "participants"), *conductors = tree_list(root, "conductors");
	int64_t count = 0;
	struct query query = store_query(sheet->store,
	    SQL("SELECT p.family, p.given, r.role = 'participant', r.status IS 'excused'\n"
	        "  FROM register AS r\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        " WHERE r.edition = :edition AND r.session = :session\n"
	        " ORDER BY CASE r.role WHEN 'participant' THEN 1 WHEN 'conductor' THEN 2 ELSE 3 END, p.family_key, p.given_key, p.handle"),
	    ARG("edition", sheet->edition->id), ARG("session", sheet->session->id));
	while (query_next(&query))
		add_row(query_int(&query, 2) == 1 ? participants : conductors, &query, ++count);
	tree_pad(participants, "row", 2, true);
	tree_pad(conductors, "row", 2, true);
	tree_pad(participants, "short", NAME_WIDTH, false);
	tree_pad(conductors, "short", NAME_WIDTH, false);
	tree_truth(root, "attended", participants->first != NULL);
	tree_truth(root, "conducted", conductors->first != NULL);
}

static bool
refuse_cancelled(const struct sheet *sheet, struct refusal *why)
{
	char text[DATE_TEXT];
	struct query query = store_query(sheet->store, SQL("SELECT note FROM session WHERE id = :id"), ARG("id", sheet->session->id));
	query_next(&query);
	const char *note = query_text(&query, 0);
	refuse(why, "the session of %s is cancelled%s%s", date_write(sheet->date, text), note ? ": " : "", note ? note : "");
	query_end(&query);
	return false;
}

struct tree *
sheet_tree(struct store *store, const struct edition *edition, struct date date, const char *language, struct refusal *why)
{
	struct session session;
	const struct sheet sheet = { store, edition, &session, date, language };
	if (!session_find(store, edition, date, &session, why) || (session.cancelled && !refuse_cancelled(&sheet, why)))
		return NULL;
	struct tree *root = tree_object(NULL, NULL);
	edition_head(store, edition, root);
	add_session(&sheet, root);
	add_people(&sheet, root);
	return root;
}
