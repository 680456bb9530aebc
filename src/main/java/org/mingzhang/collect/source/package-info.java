/** The file of sources, which lists the site sections to crawl and their limits. */
@NullMarked
package org.mingzhang.collect.source;

import org.jspecify.annotations.NullMarked;
