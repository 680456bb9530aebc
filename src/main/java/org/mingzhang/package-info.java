/** The program: entry point, configuration and wiring. */
@NullMarked
package org.mingzhang;

import org.jspecify.annotations.NullMarked;
