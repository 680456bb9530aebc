/** Unpacks archives of files within limits. */
@NullMarked
package org.mingzhang.extract.archive;

import org.jspecify.annotations.NullMarked;
