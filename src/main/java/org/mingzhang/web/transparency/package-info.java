/** Pages and files about required disclosure items: of one document, of agencies and of regions. */
@NullMarked
package org.mingzhang.web.transparency;

import org.jspecify.annotations.NullMarked;
