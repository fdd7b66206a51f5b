/* Whether a notice can still go, whatever its status says. */
#ifndef BALINT_POST_SPENT_H
#define BALINT_POST_SPENT_H

/* SQL: whether it is too late for notice `o` about session `s` (which may be null); needs :today and :now. */
#define HAS_BEGUN "(s.date < :today OR (s.date = :today AND s.start <= :now))"
#define IS_PAST \
	"EXISTS (SELECT 1 FROM change AS c\n" \
	"         WHERE c.id = o.change AND (c.to_date < :today OR (c.to_date = :today AND c.to_start <= :now)))"
#define IS_LATE "coalesce(" HAS_BEGUN ", 0) OR " IS_PAST

/*
 * SQL: why notice `o` about session `s` (which may be null) can go no more, or null; needs :today and :now. A reminder names
 * the session as it stands, a question the change; of the other notices the last one holds.
 */
#define WHY_SPENT \
	"CASE WHEN " HAS_BEGUN " THEN 'its session has begun'\n" \
	"     WHEN " IS_PAST " THEN 'the day that it asks about is past'\n" \
	"     WHEN o.kind = 'reminder' AND o.key <> 'reminder:' || s.id || ':' || s.sequence || ':' || o.person THEN 'its session has changed since'\n" \
	"     WHEN o.change IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change_asked AS a\n" \
	"                                                WHERE a.change = o.change AND a.person = o.person AND a.answer IS NULL)\n" \
	"       THEN 'the question is settled'\n" \
	"     WHEN o.kind NOT IN ('reminder', 'consent') AND EXISTS (SELECT 1 FROM outbox AS l WHERE l.session = o.session AND l.person = o.person\n" \
	"                                                               AND l.kind NOT IN ('reminder', 'consent') AND l.id > o.id)\n" \
	"       THEN 'a later notice says how its session stands' END"

#endif
