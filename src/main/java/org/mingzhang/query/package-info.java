/** The query language and its translation to Lucene queries. */
@NullMarked
package org.mingzhang.query;

import org.jspecify.annotations.NullMarked;
