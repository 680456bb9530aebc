/** Headers and limits. */
@NullMarked
package org.mingzhang.web.security;

import org.jspecify.annotations.NullMarked;
