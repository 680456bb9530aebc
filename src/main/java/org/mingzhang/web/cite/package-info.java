/** Citations of sections and documents in the forms that readers' programs take. */
@NullMarked
package org.mingzhang.web.cite;

import org.jspecify.annotations.NullMarked;
