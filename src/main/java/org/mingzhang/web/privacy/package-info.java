/** Masks personal data where texts enter the portal: from the index and from the archive. */
@NullMarked
package org.mingzhang.web.privacy;

import org.jspecify.annotations.NullMarked;
