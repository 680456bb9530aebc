/**
 * Dossiers: what a reader keeps of documents, with notes, in the browser or a file. Nothing of them
 * is kept here; what is sent is checked, shown and written as a document.
 */
@NullMarked
package org.mingzhang.web.dossier;

import org.jspecify.annotations.NullMarked;
