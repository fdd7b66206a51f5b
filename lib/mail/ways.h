/* The ways that a message goes, one file each, and what those that write files share. */
#ifndef MAIL_WAYS_H
#define MAIL_WAYS_H

#include <balint/mail.h>

/* As mail_hand does. */
enum handed maildir_take(const char *directory, const struct message *message, struct refusal *why);
enum handed mbox_take(const char *file, const struct message *message, struct refusal *why);
enum handed output_take(const struct message *message, struct refusal *why);
enum handed sendmail_take(const char *program, const struct message *message, struct refusal *why);

/* Refuses with what errno says of this place. Always MAIL_CLOSED. */
enum handed way_closed(struct refusal *why, const char *place);

/* Writes all of it; false with errno. */
bool file_write(int fd, const char *bytes, size_t size);

/* Makes a file's content, or a directory's names, durable; false with errno. A file system that cannot do the latter will not. */
bool file_sync(int fd);

/* The same for the names in the directory that a path lies in. */
bool file_sync_parent(const char *path);

#endif
