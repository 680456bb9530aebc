/** What differs between two texts, paragraph by paragraph and word by word. */
@NullMarked
package org.mingzhang.web.diff;

import org.jspecify.annotations.NullMarked;
