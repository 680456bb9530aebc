/** Collecting: columns of sites are visited politely, what they give goes to the archive. */
@NullMarked
package org.mingzhang.collect;

import org.jspecify.annotations.NullMarked;
