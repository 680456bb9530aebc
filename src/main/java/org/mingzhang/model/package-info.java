/** Records and enums of the domain. They depend on the JDK alone. */
@NullMarked
package org.mingzhang.model;

import org.jspecify.annotations.NullMarked;
