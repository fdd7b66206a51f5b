#include <balint/ical_line.h>
#include <balint/query.h>
#include <balint/roster.h>
#include <balint/setting.h>

#include <stdlib.h>
#include <string.h>

#define ROW struct roster_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	TEXT_DETAIL(ROW, role),
	TEXT_DETAIL(ROW, profession),
	TEXT_COLUMN(ROW, email),
	TEXT_COLUMN(ROW, phone),
	TEXT_DETAIL(ROW, handle),
};
const struct listing roster_listing = LISTING(columns);

void
roster_list(struct store *store, const struct edition *edition, const struct roster_choice *choice, row_taker *take, void *context)
{
	struct roster_row row;
	struct query query = store_query(store,
	    SQL("SELECT p.family, p.given, m.role, p.profession, p.email, p.phone, p.handle\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :edition\n"
	        "   AND (:role IS NULL OR m.role = :role)\n"
	        "   AND (:status IS NULL OR m.status = :status)\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id), ARG("role", choice->role), ARG("status", choice->status));
	query_each(&query, &roster_listing, &row, take, context);
}

/* Italian numbers of mobile telephones begin with a 3: address books show those as such. */
static bool
is_mobile(const char *phone)
{
	phone += strspn(phone, " (");
	if (strncmp(phone, "+39", 3) == 0)
		phone += 3;
	else if (strncmp(phone, "0039", 4) == 0)
		phone += 4;
	phone += strspn(phone, " ()-./");
	return *phone == '3';
}

/* The columns of the query. */
enum { PERSON, FAMILY, GIVEN, PROFESSION, EMAIL, PHONE, STORE };

static void
write_uid(struct sink *sink, const char *store, int64_t person)
{
	struct ical_line line = ical_begin(sink, "UID:");
	ical_put_text(&line, store);
	ical_put(&line, "-");
	ical_put_number(&line, person);
	ical_end(&line);
}

static void
write_names(struct sink *sink, const char *family, const char *given)
{
	struct ical_line line = ical_begin(sink, "N:");
	ical_put_text(&line, family);
	ical_put(&line, ";");
	ical_put_text(&line, given);
	ical_put(&line, ";;;");
	ical_end(&line);
	line = ical_begin(sink, "FN:");
	ical_put_text(&line, given);
	ical_put(&line, " ");
	ical_put_text(&line, family);
	ical_end(&line);
}

static void
write_group(struct sink *sink, const struct edition *edition)
{
	struct ical_line line = ical_begin(sink, "CATEGORIES:");
	ical_put_text(&line, edition->title);
	ical_put(&line, " ");
	ical_put_number(&line, edition->number);
	ical_end(&line);
}

static void
write_card(struct sink *sink, const struct edition *edition, const char *association, const struct query *query)
{
	const char *profession = query_text(query, PROFESSION), *email = query_text(query, EMAIL), *phone = query_text(query, PHONE);
	ical_write(sink, "BEGIN:", "VCARD");
	ical_write(sink, "VERSION:", "3.0");
	write_uid(sink, query_text(query, STORE), query_int(query, PERSON));
	write_names(sink, query_text(query, FAMILY), query_text(query, GIVEN));
	if (email)
		ical_write_text(sink, "EMAIL;TYPE=INTERNET:", email);
	if (phone)
		ical_write_text(sink, is_mobile(phone) ? "TEL;TYPE=CELL:" : "TEL;TYPE=VOICE:", phone);
	if (association)
		ical_write_text(sink, "ORG:", association);
	if (profession)
		ical_write_text(sink, "TITLE:", profession);
	write_group(sink, edition);
	ical_write(sink, "END:", "VCARD");
}

void
roster_write_cards(struct store *store, const struct edition *edition, const struct roster_choice *choice, struct sink *sink)
{
	char *association = setting_get(store, "association");
	struct query query = store_query(store,
	    SQL("SELECT p.id, p.family, p.given, f.label, p.email, p.phone, i.name\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN identity AS i\n"
	        "  LEFT JOIN profession AS f ON f.code = p.profession\n"
	        " WHERE m.edition = :edition\n"
	        "   AND (:role IS NULL OR m.role = :role)\n"
	        "   AND (:status IS NULL OR m.status = :status)\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id), ARG("role", choice->role), ARG("status", choice->status));
	while (query_next(&query))
		write_card(sink, edition, association, &query);
	free(association);
}
