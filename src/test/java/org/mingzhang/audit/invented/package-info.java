/** Invented accounts in the words of many provinces, clean or with one planted error. */
@NullMarked
package org.mingzhang.audit.invented;

import org.jspecify.annotations.NullMarked;
