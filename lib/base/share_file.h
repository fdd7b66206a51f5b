/* What the Makefile makes of share/. */
#ifndef SHARE_FILE_H
#define SHARE_FILE_H

struct share_file {
	const char *name, *text;
};
extern const struct share_file share_files[]; /* ends with a name that is NULL */

#endif
