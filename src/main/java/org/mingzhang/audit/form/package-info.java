/**
 * What must hold among the amounts of the forms: identities as lines of data ({@code
 * identities.tsv}), bound to the rows, columns and facts of a document and tried with the intervals
 * of their printed digits.
 */
@NullMarked
package org.mingzhang.audit.form;

import org.jspecify.annotations.NullMarked;
