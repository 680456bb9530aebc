/**
 * Parses queries as numeric questions: which account, agencies, places and years a question is
 * about, and whether it asks for values, their change or their order. Also translates English
 * terms. Needs neither facts nor an index.
 */
@NullMarked
package org.mingzhang.question;

import org.jspecify.annotations.NullMarked;
