/** Addresses of the portal: parameters, links to pages, and the errors for invalid addresses. */
@NullMarked
package org.mingzhang.web.address;

import org.jspecify.annotations.NullMarked;
