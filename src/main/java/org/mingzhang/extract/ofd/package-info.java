/** OFD files (GB/T 33190) to pages of glyphs and rulings. */
@NullMarked
package org.mingzhang.extract.ofd;

import org.jspecify.annotations.NullMarked;
