/** What a reader asks: the query language and its translation to Lucene. */
@NullMarked
package org.mingzhang.query;

import org.jspecify.annotations.NullMarked;
