#include <balint/clock.h>
#include <balint/forget.h>
#include <balint/query.h>
#include <balint/translation.h>

static int64_t
erase_marks(const struct forgetting *f)
{
	store_run(f->store, SQL("DELETE FROM spell WHERE mark IN (SELECT id FROM mark WHERE person = :person)"), ARG("person", f->person.id));
	store_run(f->store, SQL("DELETE FROM retraction WHERE mark IN (SELECT id FROM mark WHERE person = :person)"), ARG("person", f->person.id));
	return store_run(f->store, SQL("DELETE FROM mark WHERE person = :person"), ARG("person", f->person.id));
}

/* What evaluations say is anonymous; that one was handed in, and that a rule is missed, is not. */
static int64_t
erase_notes(const struct forgetting *f)
{
	return store_run(f->store,
	           SQL("DELETE FROM respondent WHERE enrolment IN (SELECT id FROM enrolment WHERE person = :person)"), ARG("person", f->person.id))
	    + store_run(f->store,
	        SQL("DELETE FROM warning WHERE enrolment IN (SELECT id FROM enrolment WHERE person = :person)"), ARG("person", f->person.id));
}

/* The series of certificates has no gaps: their numbers stay, and say nothing. */
static int64_t
empty_certificates(const struct forgetting *f)
{
	char stamp[CLOCK_STAMP];
	return store_run(f->store,
	    SQL("UPDATE certificate\n"
	        "   SET content = json_object('erased', :today), revoked_at = coalesce(revoked_at, :stamp), revoked_for = NULL\n"
	        " WHERE enrolment IN (SELECT id FROM enrolment WHERE person = :person)"),
	    ARG("person", f->person.id), ARG("stamp", clock_stamp(stamp)), ARG("today", clock_today()));
}

/* Of the certificates of others, those that name them as a conductor. The register will not either, so none of them becomes stale. */
static int64_t
leave_conductors(const struct forgetting *f)
{
	return store_run(f->store,
	    SQL("WITH led AS (\n"
	        "  SELECT m.edition, p.given || ' ' || p.family AS name\n"
	        "    FROM enrolment AS m\n"
	        "    JOIN person AS p ON p.id = m.person\n"
	        "   WHERE m.person = :person AND m.role <> 'participant')\n"
	        "UPDATE certificate AS c\n"
	        "   SET content = json_set(content, '$.facts.conductors', json((\n"
	        "         SELECT json_group_array(json(o.value))\n"
	        "           FROM (SELECT d.value\n"
	        "                   FROM json_each(c.content, '$.facts.conductors') AS d\n"
	        "                  WHERE d.value ->> '$.name' NOT IN (SELECT l.name\n"
	        "                                                       FROM led AS l\n"
	        "                                                       JOIN enrolment AS m ON m.edition = l.edition\n"
	        "                                                      WHERE m.id = c.enrolment)\n"
	        "                  ORDER BY d.id) AS o)))\n"
	        " WHERE EXISTS (SELECT 1\n"
	        "                 FROM led AS l\n"
	        "                 JOIN enrolment AS m ON m.edition = l.edition\n"
	        "                 JOIN json_each(c.content, '$.facts.conductors') AS d ON d.value ->> '$.name' = l.name\n"
	        "                WHERE m.id = c.enrolment)"),
	    ARG("person", f->person.id));
}

static int64_t
clean_texts(const struct forgetting *f)
{
	store_run(f->store, SQL("UPDATE mark SET marked_by = without_sure_name(marked_by) WHERE marked_by <> without_sure_name(marked_by)"));
	store_run(f->store, SQL("UPDATE retraction SET retracted_by = without_sure_name(retracted_by) WHERE retracted_by <> without_sure_name(retracted_by)"));
	store_run(f->store, SQL("UPDATE answer SET value = without_sure_name(value) WHERE value <> without_sure_name(value)"));
	return store_run(f->store,
	    SQL("UPDATE certificate\n"
	        "   SET revoked_for = without_sure_name(revoked_for)\n"
	        " WHERE revoked_for <> without_sure_name(revoked_for)"));
}

void
attend_forget(struct forgetting *f)
{
	forget_say(f, "marks", erase_marks(f), "erased", DATE_NONE);
	forget_say(f, "presentations", store_run(f->store, SQL("DELETE FROM presentation WHERE person = :person"), ARG("person", f->person.id)), "erased",
	    DATE_NONE);
	forget_say(f, "notes", erase_notes(f), "erased", DATE_NONE);
	forget_say(f, "certificates", empty_certificates(f), "emptied, their numbers stay", DATE_NONE);
	forget_say(f, "certificates of others", leave_conductors(f), "name them no more", DATE_NONE);
	f->texts += clean_texts(f);
	forget_suspect(f, store_number(f->store, SQL("SELECT count(*) FROM certificate WHERE may_name(revoked_for)")), N_("some reasons of revocations have a word that may be theirs or another's, and stay as they are; look at them: balint-attend certificates"));
}
