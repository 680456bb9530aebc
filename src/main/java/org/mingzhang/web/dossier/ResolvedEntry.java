package org.mingzhang.web.dossier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.lookup.DocumentDescription;

/**
 * An entry of a dossier with its resolved source.
 *
 * @param entry the entry; its label and quote are replaced by those of the cited version if they
 *     are found there
 * @param state state of the source
 * @param number 1-based number of its citation, or 0 if it has no citation
 * @param citation its citation, or null if it cites nothing or the source was not found
 * @param title title of the document, or empty
 * @param heading heading of the section, or empty
 * @param address address of the place in the cited version, or empty
 * @param remark what the portal says of the place, which is no quotation, or empty
 * @param changesAddress address of the comparison of versions, or empty
 * @param note the note as sanitized HTML
 * @param citedPassage the cited passage of the original, or null
 */
public record ResolvedEntry(
    Dossier.Entry entry,
    EntryState state,
    int number,
    @Nullable Citation citation,
    String title,
    String heading,
    String address,
    String remark,
    String changesAddress,
    String note,
    @Nullable CitedPassage citedPassage) {

  /** Address of the original if it is a PDF file; otherwise empty. */
  public String originalAddress() {
    DocumentDescription of =
        citedPassage == null ? null : DocumentDescription.of(citedPassage.document());
    return of != null && of.isPdf() ? of.downloadAddress() : "";
  }

  /** Whether the source has pages of its own; true if it was not found. */
  boolean hasPrintedPages() {
    return citedPassage == null || citedPassage.document().disclosure().source().hasPrintedPages();
  }

  /** Whether the source of an entry has changed since it was cited. */
  public enum EntryState {
    /** The entry was written by the reader and has no source. */
    OWN,
    /** The cited version is the newest. */
    CURRENT,
    /** There is a newer version. It still has the quoted text, if the entry has a quotation. */
    CHANGED,
    /** There is a newer version without the quoted text. */
    QUOTE_GONE,
    /** The cited version does not have the quoted text at this place. */
    MISQUOTED,
    /**
     * The cited version does not have the words of a figure, finding, indicator, table or section.
     */
    UNVERIFIED,
    /** The document was removed. */
    REMOVED,
    /** The cited version has no such section. */
    SECTION_UNKNOWN,
    /** The archive does not have the cited document or version. */
    UNKNOWN;

    /** Lower-case name. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the page warns the reader about an entry in this state. */
    public boolean hasWarning() {
      return this != OWN && this != CURRENT;
    }
  }
}
