/** Records and enums of the domain. The package depends on the JDK alone. */
@NullMarked
package org.mingzhang.model;

import org.jspecify.annotations.NullMarked;
