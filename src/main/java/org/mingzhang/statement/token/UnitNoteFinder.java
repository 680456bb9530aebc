package org.mingzhang.statement.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.text.PatternTable;

/**
 * Finds the note that gives the unit of all numbers of a section: （以下数据单位均为千元）, 单位：万元. The note of
 * a section also holds for the list items below it, and a note on what precedes it, （以上金额单位：万元）, at
 * the end of the last item for all items of the list. A note right before a table belongs to the
 * table.
 */
public final class UnitNoteFinder {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(UnitNoteFinder.class);
  private static final Pattern UNIT_NOTE = PATTERNS.get("note");
  private static final Pattern NOTE_ON_TEXT_BEFORE = PATTERNS.get("note-before");

  private final Lexicon lexicon;
  private final Map<String, Section> sections = new HashMap<>();
  private final Map<String, Section> lastItems = new HashMap<>();

  /** The unit that is found for the items below a section, by its path; filled when needed. */
  private final Map<String, Optional<ProseToken.Numeral>> notesOnItems = new HashMap<>();

  /** Creates the finder of a document from all its sections, in reading order. */
  public UnitNoteFinder(List<Section> sections, Lexicon lexicon) {
    this.lexicon = lexicon;
    for (Section section : sections) {
      this.sections.put(section.path(), section);
      if (section.isListItem()) {
        lastItems.put(Section.parentOf(section.path()), section);
      }
    }
  }

  /**
   * Finds the unit that a note gives for all numbers of a section, as a quantity of value one; null
   * if there is no such note.
   *
   * @param foldedText the folded text of the section
   */
  public ProseToken.@Nullable Numeral find(Section section, FoldedText foldedText) {
    ProseToken.Numeral own =
        findInText(FoldedText.fold(section.title()).text() + foldedText.text());
    Section item = section;
    while (own == null && item != null && item.isListItem()) {
      String above = Section.parentOf(item.path());
      own = notesOnItems.computeIfAbsent(above, this::findNoteOnItems).orElse(null);
      item = sections.get(above);
    }
    return own;
  }

  /** The unit that the text above a list or the end of its last item gives for its items. */
  private Optional<ProseToken.Numeral> findNoteOnItems(String above) {
    ProseToken.Numeral atEnd = findAtEnd(lastItems.get(above));
    Section section = sections.get(above);
    return Optional.ofNullable(
        atEnd != null || section == null ? atEnd : findOutsideTables(section));
  }

  /**
   * The unit in the last paragraph of an item, if a note in it says that it applies to the text
   * before.
   */
  private ProseToken.@Nullable Numeral findAtEnd(@Nullable Section last) {
    if (last == null
        || last.body().isEmpty()
        || !(last.body().getLast() instanceof Section.Paragraph end)) {
      return null;
    }
    String text = FoldedText.fold(end.text()).text();
    return NOTE_ON_TEXT_BEFORE.matcher(text).find() ? findInText(text) : null;
  }

  /** The unit in the title of a section or in a paragraph that precedes no table. */
  private ProseToken.@Nullable Numeral findOutsideTables(Section section) {
    ProseToken.Numeral found = findInText(FoldedText.fold(section.title()).text());
    for (int i = 0; found == null && i < section.body().size(); i++) {
      boolean prose =
          section.body().get(i) instanceof Section.Paragraph
              && (i + 1 == section.body().size()
                  || section.body().get(i + 1) instanceof Section.Paragraph);
      found = prose ? findInText(FoldedText.fold(section.body().get(i).text()).text()) : null;
    }
    return found;
  }

  private ProseToken.@Nullable Numeral findInText(String text) {
    Matcher note = UNIT_NOTE.matcher(text);
    if (!note.find()) {
      return null;
    }
    WordTrie.Match<Lexicon.MeasureUnit> unit =
        lexicon.units().findLongestMatch(text, note.start("unit"), note.end("unit"));
    return unit == null
        ? null
        : new ProseToken.Numeral(
            note.start(),
            note.end(),
            "1",
            unit.value().factor(),
            unit.value().factor(),
            unit.value().name(),
            unit.value().measure());
  }
}
