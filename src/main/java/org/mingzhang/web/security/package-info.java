/** Security headers and charsets of responses. */
@NullMarked
package org.mingzhang.web.security;

import org.jspecify.annotations.NullMarked;
