#include "camt.h"

#include <stdlib.h>
#include <string.h>

#define DETAIL "Ntry/NtryDtls/TxDtls"

struct known {
	const char *path;
	enum camt_slot slot;
};

/* In the order of strcmp. Versions up to .03 and later ones differ in Sts, the names of parties and the amount of a transaction. */
static const struct known known[] = {
	{ "Acct/Ccy", CAMT_CURRENCY },
	{ "Acct/Id/IBAN", CAMT_IBAN },
	{ "Acct/Id/Othr/Id", CAMT_OTHER_ACCOUNT },
	{ "Bal", CAMT_BALANCE },
	{ "Bal/Amt", BALANCE_AMOUNT },
	{ "Bal/CdtDbtInd", BALANCE_SIGN },
	{ "Bal/Dt/Dt", BALANCE_DATE },
	{ "Bal/Dt/DtTm", BALANCE_DATE },
	{ "Bal/Tp/CdOrPrtry/Cd", BALANCE_TYPE },
	{ "Id", CAMT_ID },
	{ "Ntry", CAMT_ENTRY },
	{ "Ntry/AcctSvcrRef", ENTRY_ID },
	{ "Ntry/AddtlNtryInf", ENTRY_INFO },
	{ "Ntry/Amt", ENTRY_AMOUNT },
	{ "Ntry/BookgDt/Dt", ENTRY_BOOKED },
	{ "Ntry/BookgDt/DtTm", ENTRY_BOOKED },
	{ "Ntry/CdtDbtInd", ENTRY_SIGN },
	{ "Ntry/NtryDtls/Btch/NbOfTxs", ENTRY_COUNT },
	{ DETAIL, CAMT_DETAIL },
	{ DETAIL "/AddtlTxInf", DETAIL_INFO },
	{ DETAIL "/Amt", DETAIL_AMOUNT },
	{ DETAIL "/AmtDtls/InstdAmt/Amt", DETAIL_INSTRUCTED },
	{ DETAIL "/AmtDtls/TxAmt/Amt", DETAIL_TRANSACTED },
	{ DETAIL "/CdtDbtInd", DETAIL_SIGN },
	{ DETAIL "/Refs/AcctSvcrRef", DETAIL_ID },
	{ DETAIL "/RltdPties/Cdtr/Nm", DETAIL_CREDITOR },
	{ DETAIL "/RltdPties/Cdtr/Pty/Nm", DETAIL_CREDITOR },
	{ DETAIL "/RltdPties/CdtrAcct/Id/IBAN", DETAIL_CREDITOR_IBAN },
	{ DETAIL "/RltdPties/Dbtr/Nm", DETAIL_DEBTOR },
	{ DETAIL "/RltdPties/Dbtr/Pty/Nm", DETAIL_DEBTOR },
	{ DETAIL "/RltdPties/DbtrAcct/Id/IBAN", DETAIL_DEBTOR_IBAN },
	{ DETAIL "/RltdPties/UltmtCdtr/Nm", DETAIL_ULTIMATE_CREDITOR },
	{ DETAIL "/RltdPties/UltmtCdtr/Pty/Nm", DETAIL_ULTIMATE_CREDITOR },
	{ DETAIL "/RltdPties/UltmtDbtr/Nm", DETAIL_ULTIMATE_DEBTOR },
	{ DETAIL "/RltdPties/UltmtDbtr/Pty/Nm", DETAIL_ULTIMATE_DEBTOR },
	{ DETAIL "/RmtInf/Strd/AddtlRmtInf", DETAIL_STRUCTURED },
	{ DETAIL "/RmtInf/Strd/CdtrRefInf/Ref", DETAIL_STRUCTURED },
	{ DETAIL "/RmtInf/Ustrd", DETAIL_UNSTRUCTURED },
	{ DETAIL "/RtrInf", CAMT_RETURN },
	{ "Ntry/RvslInd", ENTRY_REVERSAL },
	{ "Ntry/Sts", ENTRY_STATUS },
	{ "Ntry/Sts/Cd", ENTRY_STATUS },
	{ "Ntry/Sts/Prtry", ENTRY_STATUS },
	{ "Ntry/ValDt/Dt", ENTRY_VALUED },
	{ "Ntry/ValDt/DtTm", ENTRY_VALUED },
};

static int
compare(const void *path, const void *row)
{
	return strcmp(path, ((const struct known *)row)->path);
}

enum camt_slot
camt_slot_of(const char *path)
{
	const struct known *found = bsearch(path, known, sizeof known / sizeof known[0], sizeof known[0], compare);
	return found ? found->slot : CAMT_NOTHING;
}

const char *
camt_slot_name(enum camt_slot slot)
{
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (known[i].slot == slot)
			return known[i].path;
	return "";
}

bool
camt_slot_is_prose(enum camt_slot slot)
{
	return slot == ENTRY_INFO || slot == DETAIL_UNSTRUCTURED || slot == DETAIL_STRUCTURED || slot == DETAIL_INFO || slot == DETAIL_DEBTOR
	    || slot == DETAIL_ULTIMATE_DEBTOR || slot == DETAIL_CREDITOR || slot == DETAIL_ULTIMATE_CREDITOR;
}
