/*
 * An entry of a camt statement becomes one line, or one a transaction if it is a batch. The first transaction waits until
 * it is known whether it stays the only one; from the second on each is handed over as it ends, so that a batch may be of
 * any size.
 */
#include "camt.h"

#include <stdlib.h>
#include <string.h>

static const char not_listed[] = "(a batch; the bank does not list its amounts)";

void
camt_entry_begin(struct camt *camt, size_t line)
{
	camt_clear(camt, ENTRY_AMOUNT, DETAIL_END);
	words_clear(&camt->own);
	camt->line = line;
	camt->faults_of_entry = camt->faults;
	camt->head.read = false;
	camt->batch = BATCH_NONE;
	camt->details = camt->announced = camt->run = 0;
	camt->listed = 0;
	camt->returned = false;
}

/* Booked or not. What the bank only announces (INFO, FUTR) is no money either. */
static bool
read_status(struct camt *camt)
{
	const char *status = camt_text(camt, ENTRY_STATUS);
	static const char *const unbooked[] = { "PDNG", "INFO", "FUTR" };
	camt->head.pending = camt->report;
	for (size_t i = 0; i < sizeof unbooked / sizeof unbooked[0]; i++)
		if (strcmp(status, unbooked[i]) == 0)
			return camt->head.pending = true;
	if (strcmp(status, "BOOK") == 0)
		return true;
	if (!*status)
		camt_complain(camt, camt->line, 0, "Ntry/Sts is missing");
	else
		camt_complain(camt, camt->texts[ENTRY_STATUS].line, 0, "Ntry/Sts: '%.40s' is none of BOOK, PDNG, INFO and FUTR", status);
	return false;
}

static bool
read_reversal(struct camt *camt)
{
	const char *text = camt_text(camt, ENTRY_REVERSAL);
	camt->head.reversed = strcmp(text, "true") == 0 || strcmp(text, "1") == 0;
	if (camt->head.reversed || !*text || strcmp(text, "false") == 0 || strcmp(text, "0") == 0)
		return true;
	camt_complain(camt, camt->texts[ENTRY_REVERSAL].line, 0, "Ntry/RvslInd: '%.40s' is neither true nor false", text);
	return false;
}

static bool
read_days(struct camt *camt)
{
	struct camt_head *head = &camt->head;
	bool booked = camt_date(camt, ENTRY_BOOKED, &head->booked), valued = camt_date(camt, ENTRY_VALUED, &head->valued);
	if (!booked || !valued || head->pending || date_given(head->booked))
		return booked && valued;
	camt_complain(camt, camt->line, 0, "Ntry/BookgDt is missing, and the entry is booked");
	return false;
}

/* What the entry says of all its transactions; every fault of it is named, once. The schema has it before the first of them. */
static bool
read_head(struct camt *camt)
{
	struct camt_head *head = &camt->head;
	if (head->read)
		return head->good;
	bool amount = camt_signed(camt, ENTRY_AMOUNT, ENTRY_SIGN, &head->amount);
	bool status = read_status(camt);
	bool reversal = read_reversal(camt);
	bool days = status && read_days(camt);
	head->read = true;
	head->good = amount && status && reversal && days;
	return head->good;
}

/* Who is at the other end: the payer of what was a credit before it came back, else the one who is paid. */
static void
name_party(const struct camt *camt, struct bank_line *line, char iban[35])
{
	bool credit = (line->amount > 0) != line->storno;
	const char *name = camt_text(camt, credit ? DETAIL_DEBTOR : DETAIL_CREDITOR);
	if (!*name)
		name = camt_text(camt, credit ? DETAIL_ULTIMATE_DEBTOR : DETAIL_ULTIMATE_CREDITOR);
	words_iban(&camt->texts[credit ? DETAIL_DEBTOR_IBAN : DETAIL_CREDITOR_IBAN].words, iban);
	line->payer = *name ? name : NULL;
	line->iban = *iban ? iban : NULL;
}

/* What the payer wrote, else what the bank did. */
static const char *
message_of(struct camt *camt)
{
	struct words *message = &camt->message;
	words_clear(message);
	words_say(message, camt_text(camt, DETAIL_UNSTRUCTURED));
	words_break(message);
	words_say(message, camt_text(camt, DETAIL_STRUCTURED));
	if (message->length == 0)
		words_say(message, camt_text(camt, DETAIL_INFO));
	if (message->length == 0)
		words_say(message, camt_text(camt, ENTRY_INFO));
	if (message->over)
		camt_complain(camt, camt->line, 0, "the text of the entry is longer than %d bytes", BANK_TEXT - 1);
	return message->text;
}

static void
hand_over(struct camt *camt, struct bank_line *line)
{
	struct refusal why;
	if (line->amount == 0) /* a notice: no money moved */
		return;
	line->line = camt->line;
	line->booked = camt->head.booked;
	line->valued = camt->head.valued;
	line->pending = camt->head.pending;
	if (!line->pending && !sum_add(&camt->moved, line->amount, &why))
		camt_complain(camt, camt->line, 0, "%s", why.text);
	camt->reading->take(camt->reading->context, line);
}

static void
hand_over_detail(struct camt *camt, cents amount, const char *id, size_t index)
{
	char iban[35];
	struct bank_line line = { .amount = amount, .id = id, .index = index, .storno = camt->head.reversed || camt->returned };
	name_party(camt, &line, iban);
	line.text = message_of(camt);
	hand_over(camt, &line);
}

/* The transaction's own id, if the entry does not have the same, else the entry's with the place in the batch. */
static const char *
id_in_batch(struct camt *camt, size_t *index)
{
	const char *entry = words_id(&camt->texts[ENTRY_ID].words), *own = words_id(&camt->texts[DETAIL_ID].words);
	*index = entry ? camt->details : 0;
	if (!own || (entry && strcmp(entry, own) == 0))
		return entry;
	camt->run = strcmp(camt->own.text, own) == 0 ? camt->run + 1 : 0;
	words_clear(&camt->own);
	words_say(&camt->own, own);
	*index = camt->run;
	return own;
}

/* Which of the amounts of a transaction counts: its own, the one that went through the account, the one ordered; CAMT_NOTHING without any in EUR. */
static enum camt_slot
amount_of_detail(const struct camt *camt)
{
	static const enum camt_slot slots[] = { DETAIL_AMOUNT, DETAIL_TRANSACTED, DETAIL_INSTRUCTED };
	for (size_t i = 0; i < sizeof slots / sizeof slots[0]; i++)
		if (camt_text(camt, slots[i])[0] && strcmp(camt->texts[slots[i]].currency, "EUR") == 0)
			return slots[i];
	return CAMT_NOTHING;
}

/* One transaction of a batch that is listed. */
static void
list_detail(struct camt *camt)
{
	enum camt_slot slot = amount_of_detail(camt), sign = camt_text(camt, DETAIL_SIGN)[0] ? DETAIL_SIGN : ENTRY_SIGN;
	struct refusal why;
	cents amount;
	size_t index;
	if (!read_head(camt))
		return;
	if (slot == CAMT_NOTHING)
		camt_complain(camt, camt->line, 0, "transaction %zu of the entry has no amount in EUR, but the first one has", camt->details + 1);
	else if (camt_signed(camt, slot, sign, &amount) && !sum_add(&camt->listed, amount, &why))
		camt_complain(camt, camt->line, 0, "%s", why.text);
	else if (camt->faults == camt->faults_of_entry) {
		const char *id = id_in_batch(camt, &index);
		hand_over_detail(camt, amount, id, index);
	}
}

void
camt_detail_begin(struct camt *camt)
{
	if (camt->details == 1) {
		camt->batch = amount_of_detail(camt) == CAMT_NOTHING ? BATCH_WHOLE : BATCH_LISTED;
		camt->details = 0; /* its place */
		if (camt->batch == BATCH_LISTED)
			list_detail(camt);
		camt->details = 1;
	}
	camt_clear(camt, ENTRY_END, DETAIL_END);
	camt->returned = false;
}

void
camt_detail_end(struct camt *camt)
{
	if (camt->batch == BATCH_LISTED)
		list_detail(camt);
	camt->details++;
}

/* A single transaction whose details are those of the whole entry. */
static bool
is_single(struct camt *camt)
{
	struct refusal why;
	cents amount;
	enum camt_slot slot = amount_of_detail(camt);
	if (camt->announced <= 1)
		return camt->batch == BATCH_NONE;
	return camt->details == 1 && slot != CAMT_NOTHING && decimal_read(camt_text(camt, slot), '.', &amount, &why) && amount == llabs(camt->head.amount);
}

static void
hand_over_whole(struct camt *camt)
{
	struct bank_line line = { .amount = camt->head.amount, .id = words_id(&camt->texts[ENTRY_ID].words), .storno = camt->head.reversed };
	words_clear(&camt->message);
	words_say(&camt->message, camt_text(camt, ENTRY_INFO));
	words_break(&camt->message);
	words_say(&camt->message, not_listed);
	if (camt->message.over)
		camt_complain(camt, camt->line, 0, "the text of the entry is longer than %d bytes", BANK_TEXT - 1);
	line.text = camt->message.text;
	hand_over(camt, &line);
}

void
camt_entry_end(struct camt *camt)
{
	char amount[MONEY_TEXT], listed[MONEY_TEXT];
	if (!read_head(camt))
		return;
	if (camt->batch == BATCH_LISTED) {
		if (camt->listed != camt->head.amount && camt->faults == camt->faults_of_entry)
			camt_complain(camt, camt->line, 0, "the entry is of %s, but its %zu transactions make %s", money_write(camt->head.amount, amount),
			    camt->details, money_write(camt->listed, listed));
	} else if (is_single(camt)) {
		const char *id = words_id(&camt->texts[ENTRY_ID].words);
		hand_over_detail(camt, camt->head.amount, id ? id : words_id(&camt->texts[DETAIL_ID].words), 0);
	} else
		hand_over_whole(camt);
}
