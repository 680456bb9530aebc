/** The page of a section, the embedded section, and two sections side by side. */
@NullMarked
package org.mingzhang.web.section;

import org.jspecify.annotations.NullMarked;
