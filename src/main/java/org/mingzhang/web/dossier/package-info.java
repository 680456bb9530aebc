/**
 * Dossiers: citations with notes that a reader stores in the browser or a file. The server does not
 * store them; it validates, shows and converts submitted dossiers.
 */
@NullMarked
package org.mingzhang.web.dossier;

import org.jspecify.annotations.NullMarked;
