#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/mark.h>
#include <balint/query.h>

#include <string.h>

/* A mark without times says the same as one from the session's beginning to its end. */
static int
spells_of(const struct mark *mark, const struct session *session, struct spell spells[MARK_SPELLS])
{
	if (mark->count == 0 && strcmp(mark->status, "present") == 0) {
		spells[0] = (struct spell){ session->start, session->finish };
		return 1;
	}
	memcpy(spells, mark->spells, (size_t)mark->count * sizeof spells[0]);
	return mark->count;
}

/* Whether the mark of that id says the same. */
static bool
says_the_same(struct store *store, const struct session *session, int64_t id, const struct mark *mark)
{
	struct spell spells[MARK_SPELLS];
	int count = spells_of(mark, session, spells), row = 0;
	struct query query = store_query(store,
	    SQL("SELECT k.status, coalesce(k.mode, ''), t.arrived, t.\"left\"\n"
	        "  FROM mark AS k\n"
	        "  LEFT JOIN spell AS t ON t.mark = k.id\n"
	        " WHERE k.id = :id\n"
	        " ORDER BY t.arrived"),
	    ARG("id", id));
	bool same = true;
	for (; same && query_next(&query); row++) {
		struct daytime arrived = query_time(&query, 2), left = query_time(&query, 3);
		same = query_is(&query, 0, mark->status) && query_is(&query, 1, mark->mode ? mark->mode : "");
		if (!same || count == 0)
			continue;
		if (!time_given(arrived)) {
			arrived = session->start;
			left = session->finish;
		}
		same = row < count && spells[row].arrived.minute == arrived.minute && spells[row].left.minute == left.minute;
	}
	query_end(&query);
	return same && (row == count || count == 0);
}

static void
insert(struct store *store, const struct session *session, int64_t person, const struct mark *mark)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("INSERT INTO mark (session, person, status, mode, marked_at, marked_by)\n"
	        "VALUES (:session, :person, :status, :mode, :stamp, :who)"),
	    ARG("session", session->id), ARG("person", person), ARG("status", mark->status), ARG("mode", mark->mode),
	    ARG("stamp", clock_stamp(stamp)), ARG("who", store_user(store)));
	int64_t id = store_last_id(store);
	for (int i = 0; i < mark->count; i++)
		store_run(store,
		    SQL("INSERT INTO spell (mark, arrived, \"left\")\n"
		        "VALUES (:mark, :arrived, :left)"),
		    ARG("mark", id), ARG("arrived", mark->spells[i].arrived), ARG("left", mark->spells[i].left));
}

/* The mark that holds, wherever they belong; 0: none. */
static int64_t
holding(struct store *store, const struct session *session, int64_t person)
{
	return store_number(store,
	    SQL("SELECT k.id\n"
	        "  FROM mark AS k\n"
	        " WHERE k.id = (SELECT max(id) FROM mark WHERE session = :session AND person = :person)\n"
	        "   AND NOT EXISTS (SELECT 1 FROM retraction WHERE mark = k.id)"),
	    ARG("session", session->id), ARG("person", person));
}

const char *
mark_enter(struct store *store, const struct session *session, int64_t person, const struct mark *mark)
{
	int64_t there = holding(store, session, person);
	if (there && says_the_same(store, session, there, mark))
		return "unchanged";
	insert(store, session, person, mark);
	return there ? "corrected" : "added";
}

static bool
is_held(const struct session *session, struct date date, struct refusal *why)
{
	char text[DATE_TEXT];
	return !session->cancelled || refuse(why, "the session of %s is cancelled", date_write(date, text));
}

bool
mark_session(const struct session *session, struct date date, const struct mark *mark, struct refusal *why)
{
	char text[DATE_TEXT];
	if (!is_held(session, date, why))
		return false;
	date_write(date, text);
	return strcmp(mark->status, "excused") == 0 || clock_reached(date, session->start)
	    || refuse(why,
	        "the session of %s has not begun; only 'excused' can be marked beforehand, and taken back: balint-attend announce %s HANDLE --remove",
	        text, text);
}

bool
mark_ahead(const struct session *session, struct date date, struct refusal *why)
{
	char text[DATE_TEXT];
	if (!is_held(session, date, why))
		return false;
	date_write(date, text);
	return !clock_reached(date, session->start)
	    || refuse(why, "the session of %s has begun; who is excused is entered with: balint-attend mark %s HANDLE=excused", text, text);
}

/* A slip is looked for among those who belong to the edition. */
static bool
refuse_person(struct store *store, const struct edition *edition, struct date date, const char *handle, struct refusal *why)
{
	struct person person = { 0 };
	char text[DATE_TEXT];
	if (member_find(store, edition, handle, &person, why))
		return refuse(why, "'%s' is not enrolled on %s", handle, date_write(date, text));
	if (store_has(store, SQL("SELECT 1 FROM person WHERE handle = :handle"), ARG("handle", handle)))
		return false;
	return query_refuse(store_query(store,
	                        SQL("SELECT p.handle\n"
	                            "  FROM enrolment AS m\n"
	                            "  JOIN person AS p ON p.id = m.person\n"
	                            " WHERE m.edition = :edition\n"
	                            " ORDER BY p.handle"),
	                        ARG("edition", edition->id)),
	    "handle", handle, "'balint-group members' shows them", why);
}

bool
mark_person(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    int64_t *person, struct refusal *why)
{
	*person = store_number(store,
	    SQL("SELECT p.id\n"
	        "  FROM person AS p\n"
	        "  JOIN register AS r ON r.edition = :edition AND r.person = p.id AND r.session = :session\n"
	        " WHERE p.handle = :handle"),
	    ARG("edition", edition->id), ARG("session", session->id), ARG("handle", handle));
	return *person || refuse_person(store, edition, date, handle, why);
}

bool
mark_set(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    const struct mark *mark, struct refusal *why)
{
	int64_t person;
	if (!mark_session(session, date, mark, why) || !mark_person(store, edition, session, date, handle, &person, why))
		return false;
	mark_enter(store, session, person, mark);
	return true;
}

bool
mark_rest(struct store *store, const struct edition *edition, const struct session *session, struct date date, const struct mark *mark,
    struct refusal *why)
{
	if (!mark_session(session, date, mark, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT person\n"
	        "  FROM register\n"
	        " WHERE edition = :edition AND session = :session AND role = 'participant' AND status IS NULL\n"
	        " ORDER BY person"),
	    ARG("edition", edition->id), ARG("session", session->id));
	while (query_next(&query))
		insert(store, session, query_int(&query, 0), mark);
	return true;
}

static bool
belongs(struct store *store, const struct edition *edition, struct date date, int64_t person)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM membership AS m\n"
	        " WHERE m.edition = :edition AND m.person = :person AND :date BETWEEN m.first AND m.last"),
	    ARG("edition", edition->id), ARG("person", person), ARG("date", date));
}

bool
mark_retract(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    struct refusal *why)
{
	struct person person = { 0 };
	char text[DATE_TEXT], stamp[CLOCK_STAMP];
	if (!is_held(session, date, why) || !person_find(store, handle, &person, why))
		return false;
	date_write(date, text);
	if (clock_reached(date, session->start) && belongs(store, edition, date, person.id))
		return refuse(why, "the session of %s has begun; who was there all the same is marked: balint-attend mark %s %s=present -e %s", text, text, handle,
		    edition->code);
	int64_t mark = holding(store, session, person.id);
	if (mark)
		store_run(store,
		    SQL("INSERT INTO retraction (mark, retracted_at, retracted_by)\n"
		        "VALUES (:mark, :stamp, :who)"),
		    ARG("mark", mark), ARG("stamp", clock_stamp(stamp)), ARG("who", store_user(store)));
	return true;
}
