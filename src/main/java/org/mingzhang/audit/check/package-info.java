/** The interface of rules, the document that they check, and the results of the rules. */
@NullMarked
package org.mingzhang.audit.check;

import org.jspecify.annotations.NullMarked;
