/** Originals page by page, and pictures of places in them. */
@NullMarked
package org.mingzhang.web.viewer;

import org.jspecify.annotations.NullMarked;
