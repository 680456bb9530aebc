/** Checks the query parameters of requests before their handlers read them. */
@NullMarked
package org.mingzhang.web.parameter;

import org.jspecify.annotations.NullMarked;
