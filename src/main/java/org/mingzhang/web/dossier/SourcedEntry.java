package org.mingzhang.web.dossier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.lookup.DocumentDescription;

/**
 * An entry beside its source as it is now.
 *
 * @param entry the entry
 * @param state what became of the source
 * @param number number of its citation from 1, 0 where it cites nothing
 * @param citation its citation, null where it cites nothing or the source is not here
 * @param title title of the document, or empty
 * @param heading heading of the section, or empty
 * @param address the place in the version that was read, or empty
 * @param changes what the versions differ in, or empty
 * @param note the note as HTML without anything active
 * @param printed the words of the original it is about, null where there are none
 */
public record SourcedEntry(
    Dossier.Entry entry,
    State state,
    int number,
    @Nullable Citation citation,
    String title,
    String heading,
    String address,
    String changes,
    String note,
    @Nullable PrintedWords printed) {

  /** Where the original is that its place can be drawn from in the browser, or empty. */
  public String original() {
    DocumentDescription of = printed == null ? null : DocumentDescription.of(printed.document());
    return of != null && of.pdf() ? of.original() : "";
  }

  /** What became of a source since it was read. */
  public enum State {
    /** The reader's own words. */
    OWN,
    /** It is as it was read. */
    CURRENT,
    /** There is a newer version, which has the quoted words still, or nothing was quoted. */
    CHANGED,
    /** There is a newer version without the quoted words. */
    QUOTE_GONE,
    /** The version that was read has no such words there. */
    MISQUOTED,
    /** It was taken out. */
    REMOVED,
    /** It is not kept here. */
    UNKNOWN;

    /** Lower-case name. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the reader must look. */
    public boolean warns() {
      return this != OWN && this != CURRENT;
    }
  }
}
