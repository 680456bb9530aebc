/** The interface of rules, the document that they check, and their answers. */
@NullMarked
package org.mingzhang.audit.check;

import org.jspecify.annotations.NullMarked;
