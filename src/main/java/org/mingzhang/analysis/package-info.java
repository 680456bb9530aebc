/** Lucene analyzers for Chinese: the only package that knows HanLP. */
@NullMarked
package org.mingzhang.analysis;

import org.jspecify.annotations.NullMarked;
