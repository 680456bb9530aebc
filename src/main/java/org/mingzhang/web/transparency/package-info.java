/** Which items the law asks for a document has, and agencies beside each other by that. */
@NullMarked
package org.mingzhang.web.transparency;

import org.jspecify.annotations.NullMarked;
