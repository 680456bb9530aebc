/**
 * Identities of the amounts of the forms, as lines of data ({@code identities.tsv}). The identities
 * are checked on the cells of tables and on the facts of the document, within the intervals of the
 * printed digits.
 */
@NullMarked
package org.mingzhang.audit.form;

import org.jspecify.annotations.NullMarked;
