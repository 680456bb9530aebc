/** Rules about words, years and marks. */
@NullMarked
package org.mingzhang.audit.wording;

import org.jspecify.annotations.NullMarked;
