package org.mingzhang.transparency;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.text.StatedAbsenceDetector;

/**
 * Determines for each required item whether one document discloses it, and where. Not thread safe.
 */
final class DisclosureItemFinder {
  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,.]*(?:万|亿|百万|千)?元");
  private static final Pattern STATED_ABSENCE = Pattern.compile("无|没有|未安排|未发生|不涉及|空表");

  /** Words of the header or of the total row of a form, or of a remark on the form. */
  private static final Pattern FORM_WORDS = Pattern.compile("科目|合计|项目|空表|本表");

  private static final Pattern VALUE_WITH_DECIMALS = Pattern.compile("\\d\\.\\d");

  private final Disclosure disclosure;
  private final UnspacedSections sections;
  private final boolean documentReadCompletely;
  private final TitledTableFinder titledTables;
  private final ItemFactFinder facts;
  private final FundAbsenceFinder absence;

  DisclosureItemFinder(Disclosure disclosure) {
    this.disclosure = disclosure;
    this.sections = new UnspacedSections(disclosure.sections());
    this.titledTables = new TitledTableFinder(disclosure.sections(), disclosure.tables());
    this.facts = new ItemFactFinder(sections, disclosure.facts());
    this.absence = new FundAbsenceFinder(sections);
    this.documentReadCompletely = new ReadingCompleteness(disclosure, sections).isReadCompletely();
  }

  /** Whether the document was read completely, so that an item not found is not in it. */
  boolean isComplete() {
    return documentReadCompletely;
  }

  /** Determines whether the document discloses an item, by the kind of the item. */
  DisclosureChecklist.ItemResult evaluateItem(DisclosureItem item) {
    return switch (item.kind()) {
      case FRONT -> resultFromReadingEvidence(item);
      case HEADING -> resultForFoundOrMissing(item, findHeadingOrSentence(item));
      case FORM -> resultFromForm(item);
      case AMOUNT -> resultFromAmount(item);
      case PART -> resultFromAmountOrColumn(item);
    };
  }

  /**
   * The result for a cover or table of contents, from the evidence that was recorded when the file
   * was read; undecided if there is none, as in records of earlier program versions.
   */
  private DisclosureChecklist.ItemResult resultFromReadingEvidence(DisclosureItem item) {
    return disclosure.metadata().evidence().stream()
        .filter(evidence -> evidence.field().equals(item.id()))
        .findFirst()
        .map(
            evidence ->
                evidence.page() > 0
                    ? new DisclosureChecklist.ItemResult(
                        item, DisclosureItemState.DISCLOSED, -1, evidence.page())
                    : resultForMissing(item))
        .orElseGet(
            () -> new DisclosureChecklist.ItemResult(item, DisclosureItemState.UNDECIDED, -1, 0));
  }

  private DisclosureChecklist.ItemResult resultForFoundOrMissing(DisclosureItem item, int index) {
    return index < 0
        ? resultForMissing(item)
        : resultAt(item, DisclosureItemState.DISCLOSED, index);
  }

  private DisclosureChecklist.ItemResult resultForMissing(DisclosureItem item) {
    boolean mayBeUntitled =
        item.kind() == DisclosureItem.Kind.FORM && titledTables.hasUntitledTable();
    boolean notSeen = documentReadCompletely && !mayBeUntitled && !isMentioned(item);
    return new DisclosureChecklist.ItemResult(
        item, notSeen ? DisclosureItemState.NOT_SEEN : DisclosureItemState.UNDECIDED, -1, 0);
  }

  /**
   * Whether an item is mentioned anywhere. It may then be disclosed in a form that this class does
   * not recognize.
   */
  private boolean isMentioned(DisclosureItem item) {
    return IntStream.range(0, sections.size())
        .filter(sections::countsAsDisclosure)
        .anyMatch(i -> isNamedInSection(item, i));
  }

  /**
   * Whether the title or text of a section names an item, as items of its kind are named. A heading
   * for which a sentence is known is also taken to be named where the agency is described. False
   * for front matter.
   *
   * @param index index of the section
   */
  private boolean isNamedInSection(DisclosureItem item, int index) {
    String text = sections.title(index) + "。" + sections.text(index);
    return switch (item.kind()) {
      case PART ->
          item.isMentionedSeparatelyIn(text)
              || (!sections.tables(index).isEmpty() && item.hasColumn(text));
      case FORM -> item.isFormNamedIn(text);
      case FRONT -> false;
      case HEADING ->
          item.isMentionedIn(text) || (item.sentence() != null && sections.describesAgency(index));
      case AMOUNT -> item.isMentionedIn(text);
    };
  }

  private DisclosureChecklist.ItemResult resultAt(
      DisclosureItem item, DisclosureItemState state, int index) {
    return new DisclosureChecklist.ItemResult(item, state, index, sections.section(index).page());
  }

  /**
   * Index of the section with the item's heading; if there is none, of a section with a sentence on
   * the change of the item's accounts, then of a section with the sentence of the item; otherwise
   * -1.
   */
  private int findHeadingOrSentence(DisclosureItem item) {
    int heading = findSectionWithHeading(item);
    int change = heading < 0 ? facts.findChange(item) : heading;
    return change < 0 ? findSentence(item) : change;
  }

  /**
   * Index of the first section that describes the agency and has the item's sentence; -1 if there
   * is none.
   */
  private int findSentence(DisclosureItem item) {
    Pattern sentence = item.sentence();
    return sentence == null
        ? -1
        : IntStream.range(0, sections.size())
            .filter(i -> sections.describesAgency(i) && sections.countsAsDisclosure(i))
            .filter(i -> sections.paragraphs(i).stream().anyMatch(sentence.asPredicate()))
            .findFirst()
            .orElse(-1);
  }

  /** Index of a section with the item's heading and text in or below it; -1 if there is none. */
  private int findSectionWithHeading(DisclosureItem item) {
    for (int i = 0; i < sections.size(); i++) {
      boolean own = item.id().equals("glossary") || sections.countsAsDisclosure(i);
      if (own
          && item.isNamedIn(sections.title(i))
          && !sections.title(i).endsWith("表")
          && sections.hasText(i)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Index of the first section with a paragraph that satisfies a condition together with the
   * section's heading before it; -1 if there is none.
   */
  private int findSectionWithParagraph(Predicate<String> condition) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.countsAsDisclosure(i) && sections.paragraphs(i).stream().anyMatch(condition)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether a paragraph names an item and then states an amount, or that there is none, or says
   * that the item does not apply to the body.
   */
  private static boolean statesAmountOf(DisclosureItem item, String text) {
    return item.words().stream()
        .flatMap(List::stream)
        .filter(text::contains)
        .anyMatch(word -> statesAmountAfter(word, text));
  }

  private static boolean statesAmountAfter(String word, String text) {
    String rest = text.substring(text.indexOf(word));
    return AMOUNT.matcher(rest).find()
        || STATED_ABSENCE.matcher(rest).find()
        || StatedAbsenceDetector.isSaidNotToApply(word, text);
  }

  /**
   * The result for an item with an amount: disclosed if a sentence states the amount or its
   * absence, a table with values has the item's title, or there is a value of its accounts.
   */
  private DisclosureChecklist.ItemResult resultFromAmount(DisclosureItem item) {
    int index = findSectionWithParagraph(text -> statesAmountOf(item, text));
    return index >= 0
        ? resultAt(item, DisclosureItemState.DISCLOSED, index)
        : resultOfTable(item, titledTables.findFilled(item::isNamedIn, cells -> true));
  }

  /**
   * The result for a table that shows the item; without a table, the result for the item's facts.
   */
  private DisclosureChecklist.ItemResult resultOfTable(
      DisclosureItem item, Optional<TableData> table) {
    return table
        .map(t -> resultAt(item, DisclosureItemState.DISCLOSED, t))
        .orElseGet(() -> resultForFoundOrMissing(item, facts.findValue(item)));
  }

  private DisclosureChecklist.ItemResult resultAt(
      DisclosureItem item, DisclosureItemState state, TableData table) {
    return new DisclosureChecklist.ItemResult(
        item, state, sections.indexOf(table.sectionPath()), table.page());
  }

  /**
   * The result for a part of the three public expenses: disclosed if a sentence states an amount
   * directly after its name, or by the state of the form that has its column.
   */
  private DisclosureChecklist.ItemResult resultFromAmountOrColumn(DisclosureItem item) {
    int index = findSectionWithParagraph(item::hasAmountDirectlyAfterName);
    if (index >= 0) {
      return resultAt(item, DisclosureItemState.DISCLOSED, index);
    }
    for (int i = 0; i < sections.size(); i++) {
      if (sections.title(i).contains("三公") && sections.title(i).endsWith("表")) {
        for (Section.TablePart table : sections.tables(i)) {
          String cells = UnspacedSections.removeSpacesAndQuotes(table.text());
          if (item.hasColumn(cells)) {
            return resultAt(item, stateOfForm(item, i), i);
          }
        }
      }
    }
    return resultOfTable(
        item, titledTables.findFilled(title -> title.contains("三公"), item::hasColumn));
  }

  /**
   * The result for a form, from the first section with its title and a table. If no such section
   * has a table, from the first section that remarks that the form is empty, otherwise from the
   * first section.
   */
  private DisclosureChecklist.ItemResult resultFromForm(DisclosureItem item) {
    int explained = -1;
    int named = -1;
    for (int i = 0; i < sections.size(); i++) {
      if (sections.isForm(i, item)) {
        if (!sections.tables(i).isEmpty()) {
          return resultAt(item, stateOfForm(item, i), i);
        }
        if (isExplainedEmptyForm(sections.text(i))) {
          explained = explained < 0 ? i : explained;
        } else {
          named = named < 0 ? i : named;
        }
      }
    }
    if (explained >= 0) {
      return resultAt(item, DisclosureItemState.EMPTY_EXPLAINED, explained);
    }
    if (named >= 0) {
      return resultAt(item, DisclosureItemState.UNDECIDED, named);
    }
    return titledTables
        .findFilled(item::isTitleOfForm, cells -> true)
        .map(table -> resultAt(item, DisclosureItemState.DISCLOSED, table))
        .orElseGet(() -> resultFromTitledTable(item));
  }

  /**
   * The result for a form without a section of its name and without values: by the first table with
   * its title, or the result of a missing item if there is no such table.
   */
  private DisclosureChecklist.ItemResult resultFromTitledTable(DisclosureItem item) {
    return titledTables
        .find(item::isTitleOfForm)
        .map(table -> resultAt(item, stateOfEmptyForm(item, table), table))
        .orElseGet(() -> resultForMissing(item));
  }

  /**
   * State of an empty form: explained if its own section, even one of an annex, or a paragraph that
   * names its fund states an absence.
   */
  private DisclosureItemState stateOfEmptyForm(DisclosureItem item, TableData table) {
    int own = sections.indexOf(table.sectionPath());
    boolean explained =
        (own >= 0 && statesAbsence(sections.text(own)))
            || findSectionWithParagraph(text -> statesAbsence(text) && item.isFundNamedIn(text))
                >= 0;
    return explained ? DisclosureItemState.EMPTY_EXPLAINED : DisclosureItemState.EMPTY;
  }

  /**
   * Whether a text in which no table was read belongs to an empty form with a remark: it has words
   * of a form, no value, and says that there is nothing to state.
   */
  static boolean isExplainedEmptyForm(String text) {
    return statesAbsence(text)
        && FORM_WORDS.matcher(text).find()
        && !VALUE_WITH_DECIMALS.matcher(text).find();
  }

  /** Whether a text says that there is nothing to state. */
  private static boolean statesAbsence(String text) {
    return STATED_ABSENCE.matcher(text).find();
  }

  /**
   * State of a form that was read: filled, or empty with or without an explanation. The explanation
   * may stand below the form, below another form of the document or in the text; whether an amount
   * of zero in the text is one is undecided.
   */
  private DisclosureItemState stateOfForm(DisclosureItem item, int index) {
    boolean filled =
        disclosure.tables().stream()
            .filter(table -> table.sectionPath().equals(sections.section(index).path()))
            .flatMap(table -> table.rows().stream())
            .anyMatch(TitledTableFinder::hasValue);
    if (filled) {
      return DisclosureItemState.DISCLOSED;
    }
    if (statesAbsence(sections.text(index)) || absence.isAbsenceStated(item)) {
      return DisclosureItemState.EMPTY_EXPLAINED;
    }
    return absence.isZeroAmountStated(item)
        ? DisclosureItemState.UNDECIDED
        : DisclosureItemState.EMPTY;
  }
}
