/**
 * Parsing of queries as numeric questions: which account, agencies, places and years a question is
 * about, and whether it asks for values, a change or an order. Looks only at the words; needs no
 * facts and no index.
 */
@NullMarked
package org.mingzhang.question;

import org.jspecify.annotations.NullMarked;
