/** Feeds in the order in which documents came: of searches, documents, findings and versions. */
@NullMarked
package org.mingzhang.web.feed;

import org.jspecify.annotations.NullMarked;
