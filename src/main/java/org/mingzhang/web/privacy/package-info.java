/** Masking of personal data in texts from the index and from the archive. */
@NullMarked
package org.mingzhang.web.privacy;

import org.jspecify.annotations.NullMarked;
