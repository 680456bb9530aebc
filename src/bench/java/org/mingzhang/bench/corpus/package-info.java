/**
 * The text that is measured: clearly synthetic disclosures, or a folder of articles, and what is
 * asked of it.
 */
@NullMarked
package org.mingzhang.bench.corpus;

import org.jspecify.annotations.NullMarked;
