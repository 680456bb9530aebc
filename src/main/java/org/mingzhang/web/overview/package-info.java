/** What is in here as a whole: home, regions, coverage, indicators. */
@NullMarked
package org.mingzhang.web.overview;

import org.jspecify.annotations.NullMarked;
