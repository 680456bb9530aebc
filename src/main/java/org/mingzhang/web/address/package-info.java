/** Addresses: a search as a URL and back, and links to everything. */
@NullMarked
package org.mingzhang.web.address;

import org.jspecify.annotations.NullMarked;
