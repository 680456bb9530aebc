/** Lucene analyzers for Chinese. The only package that uses HanLP. */
@NullMarked
package org.mingzhang.analysis;

import org.jspecify.annotations.NullMarked;
