/* The words by which texts name somebody who is to be forgotten. */
#ifndef BALINT_GROUP_FORGET_NAMING_H
#define BALINT_GROUP_FORGET_NAMING_H

#include <balint/forget.h>

/* Fills the naming of the person with all that the store knows. */
void forget_words(struct forgetting *forgetting);

#endif
