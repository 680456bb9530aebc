/** The content-addressed store of originals and disclosures, their versions and permalinks. */
@NullMarked
package org.mingzhang.archive;

import org.jspecify.annotations.NullMarked;
