package org.mingzhang.transparency;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.ExtractionNotes;

/**
 * Decides whether a document was read completely, so that an item that was not found is not in it.
 * It was read completely if it is an original file, not read by OCR, without warnings other than
 * those about pictures of tables; if every page after the first {@link #MAX_FRONT_PAGES} has text;
 * and if no required form may be a picture or has a title but no table.
 *
 * @param disclosure the document
 * @param sections its sections
 */
record ReadingCompleteness(Disclosure disclosure, UnspacedSections sections) {
  /**
   * Warnings about pictures of tables. They do not make a reading incomplete, because {@link
   * #mayHavePictureOfForm} checks each picture by its placeholder in the text.
   */
  private static final Pattern TABLE_PICTURE_WARNING =
      Pattern.compile("^(?:tables? |a table ).*picture");

  /**
   * Types of original files; other types, such as web pages, may be incomplete copies of a text.
   */
  private static final Set<String> ORIGINAL_MEDIA_TYPES =
      Set.of(
          "application/pdf",
          "application/ofd",
          "application/msword",
          "application/rtf",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** Number of first pages that may have nothing but a cover and a table of contents. */
  private static final int MAX_FRONT_PAGES = 3;

  /** Whether the document was read completely. */
  boolean isReadCompletely() {
    if (!ORIGINAL_MEDIA_TYPES.contains(disclosure.source().mediaType())
        || disclosure.source().ocr() != null
        || !disclosure.warnings().stream().allMatch(TABLE_PICTURE_WARNING.asPredicate())
        || disclosure.sections().stream().anyMatch(this::mayHavePictureOfForm)) {
      return false;
    }
    Set<Integer> seen = new HashSet<>();
    for (Section section : disclosure.sections()) {
      seen.add(section.page());
      for (Section.Part part : section.body()) {
        seen.add(part.page());
        if (part instanceof Section.TablePart table) {
          seen.addAll(table.rowPages());
        }
      }
    }
    boolean pictures =
        IntStream.rangeClosed(MAX_FRONT_PAGES + 1, disclosure.source().pages())
            .anyMatch(page -> !seen.contains(page));
    return !pictures && !hasFormWithoutTable();
  }

  /**
   * Whether a section has a picture of a table that may be a required form, unless the section
   * consists only of that picture below the title of another table.
   */
  private boolean mayHavePictureOfForm(Section section) {
    return section.text().contains(ExtractionNotes.PICTURE_TABLE)
        && (!UnspacedSections.isTitleOfTable(section.title())
            || !section.text().replace(ExtractionNotes.PICTURE_TABLE, "").isBlank()
            || DisclosureItem.requiredOf(disclosure.metadata().category()).stream()
                .filter(item -> item.kind() == DisclosureItem.Kind.FORM)
                .anyMatch(
                    item ->
                        item.isTitleOfForm(
                            UnspacedSections.removeSpacesAndQuotes(section.title()))));
  }

  /**
   * Whether a required form has a section with its title in which no table was read, unless the
   * form is empty and explained.
   */
  private boolean hasFormWithoutTable() {
    return DisclosureItem.requiredOf(disclosure.metadata().category()).stream()
        .filter(item -> item.kind() == DisclosureItem.Kind.FORM)
        .anyMatch(
            item ->
                IntStream.range(0, sections.size())
                    .anyMatch(
                        i ->
                            sections.isForm(i, item)
                                && sections.tables(i).isEmpty()
                                && !DisclosureItemFinder.isExplainedEmptyForm(sections.text(i))));
  }
}
