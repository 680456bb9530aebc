/** Rules that read words, not numbers. */
@NullMarked
package org.mingzhang.audit.wording;

import org.jspecify.annotations.NullMarked;
