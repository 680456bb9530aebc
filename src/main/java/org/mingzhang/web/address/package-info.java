/**
 * Addresses of the portal: their parameters, links to pages, and the errors of addresses that name
 * nothing.
 */
@NullMarked
package org.mingzhang.web.address;

import org.jspecify.annotations.NullMarked;
