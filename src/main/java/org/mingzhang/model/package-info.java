/** Records and enums of the domain; they use nothing but the JDK. */
@NullMarked
package org.mingzhang.model;

import org.jspecify.annotations.NullMarked;
