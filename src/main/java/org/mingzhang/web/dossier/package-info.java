/**
 * Dossiers: citations with notes that a reader stores in the browser or a file. The server stores
 * nothing of them; it validates, shows and converts what is sent.
 */
@NullMarked
package org.mingzhang.web.dossier;

import org.jspecify.annotations.NullMarked;
