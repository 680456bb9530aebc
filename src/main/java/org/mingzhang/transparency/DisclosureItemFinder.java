package org.mingzhang.transparency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.ExtractionNotes;

/**
 * Finds out for each required item whether one document discloses it, and where. Not thread safe.
 */
final class DisclosureItemFinder {
  /** Warnings about pictures of tables, which the text marks where they are. */
  private static final Pattern PICTURE = Pattern.compile("^(?:tables? |a table ).*picture");

  private static final Pattern TABLE = Pattern.compile("表(?:[(（][^()（）]*[)）])?$");

  /**
   * Types of original files; other types, such as web pages, may be incomplete copies of a text.
   */
  private static final Set<String> ORIGINALS =
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

  /** First pages that may have nothing but a cover and a table of contents. */
  private static final int FRONT_PAGES = 3;

  /** Minimum length, in characters, of a text that counts as content. */
  private static final int MIN_CONTENT = 8;

  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,.]*(?:万|亿|百万|千)?元");
  private static final Pattern STATED_ABSENCE = Pattern.compile("无|没有|未安排|未发生|不涉及|空表");
  private static final String BETWEEN = "[^，。；、,;\\d]{0,24}\\d[\\d,.]*(?:万|亿|百万|千)?元";

  private static final String IGNORED = " \t\n\u000b\f\r“”\"'‘’";

  /** Patterns of a word directly followed by an amount, by word. */
  private static final Map<String, Pattern> AMOUNTS = new ConcurrentHashMap<>();

  private final Disclosure disclosure;
  private final List<Section> sections;
  private final List<String> titles = new ArrayList<>();

  /** Text of each section, without white space and quotation marks. */
  private final List<String> texts = new ArrayList<>();

  private final List<List<String>> paragraphs = new ArrayList<>();

  /** Number of sections with content before each section. */
  private final int[] contentBefore;

  private final int[] ends;

  /** Sections of the glossary and annexes, which do not count as disclosure. */
  private final Set<Integer> nonDisclosing = new HashSet<>();

  private final boolean complete;
  private final TitledTableFinder titledTables;

  DisclosureItemFinder(Disclosure disclosure) {
    this.disclosure = disclosure;
    this.sections = disclosure.sections();
    this.titledTables = new TitledTableFinder(sections, disclosure.tables());
    this.ends = subsectionEnds(sections);
    this.contentBefore = new int[sections.size() + 1];
    for (int i = 0; i < sections.size(); i++) {
      titles.add(unspaced(sections.get(i).title()));
      String text = sections.get(i).text();
      texts.add(unspaced(text));
      contentBefore[i + 1] = contentBefore[i] + (text.strip().length() >= MIN_CONTENT ? 1 : 0);
      Topic topic = sections.get(i).topic();
      boolean separated = topic == Topic.GLOSSARY || topic == Topic.ANNEX;
      if (separated && !nonDisclosing.contains(i)) {
        IntStream.range(i, ends[i]).forEach(nonDisclosing::add);
      }
    }
    this.complete = isReadCompletely();
  }

  /** For each section the index after its last subsection. */
  private static int[] subsectionEnds(List<Section> sections) {
    int[] ends = new int[sections.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < sections.size(); i++) {
      while (!open.isEmpty() && sections.get(open.peek()).level() >= sections.get(i).level()) {
        ends[open.pop()] = i;
      }
      open.push(i);
    }
    open.forEach(i -> ends[i] = sections.size());
    return ends;
  }

  /** A text without white space and quotation marks. */
  static String unspaced(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (IGNORED.indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return plain.length() == text.length() ? text : plain.toString();
  }

  /** Whether the document was read completely, so that an item not found is not in it. */
  boolean isComplete() {
    return complete;
  }

  private boolean isReadCompletely() {
    if (!ORIGINALS.contains(disclosure.source().mediaType())
        || disclosure.source().ocr() != null
        || !disclosure.warnings().stream().allMatch(PICTURE.asPredicate())
        || sections.stream().anyMatch(this::mayHideForm)) {
      return false;
    }
    Set<Integer> seen = new HashSet<>();
    for (Section section : sections) {
      seen.add(section.page());
      for (Section.Part part : section.body()) {
        seen.add(part.page());
        if (part instanceof Section.TablePart table) {
          seen.addAll(table.rowPages());
        }
      }
    }
    boolean pictures =
        IntStream.rangeClosed(FRONT_PAGES + 1, disclosure.source().pages())
            .anyMatch(page -> !seen.contains(page));
    return !pictures && !hasFormWithoutTable();
  }

  /**
   * Whether a section has a picture of a table that may be a required form, unless the section
   * consists only of that picture below the title of another table.
   */
  private boolean mayHideForm(Section section) {
    return section.text().contains(ExtractionNotes.PICTURE_TABLE)
        && (!TABLE.matcher(section.title()).find()
            || !section.text().replace(ExtractionNotes.PICTURE_TABLE, "").isBlank()
            || DisclosureItem.requiredOf(disclosure.metadata().category()).stream()
                .filter(item -> item.kind() == DisclosureItem.Kind.FORM)
                .anyMatch(item -> item.isNamedIn(unspaced(section.title()))));
  }

  /** Whether a form's title has no table below it, which may have been a picture. */
  private boolean hasFormWithoutTable() {
    return DisclosureItem.requiredOf(disclosure.metadata().category()).stream()
        .filter(item -> item.kind() == DisclosureItem.Kind.FORM)
        .anyMatch(
            item ->
                IntStream.range(0, sections.size())
                    .anyMatch(i -> isForm(i, item) && tables(i).isEmpty()));
  }

  DisclosureChecklist.ItemResult evaluateItem(DisclosureItem item) {
    return switch (item.kind()) {
      case FRONT -> findFront(item);
      case HEADING -> resultForFoundOrMissing(item, findHeading(item));
      case FORM -> findForm(item);
      case AMOUNT -> findAmount(item);
      case PART -> findPart(item);
    };
  }

  /** Evidence noted when the file was read; records of earlier program versions have none. */
  private DisclosureChecklist.ItemResult findFront(DisclosureItem item) {
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
    boolean notSeen = complete && !isMentioned(item);
    return new DisclosureChecklist.ItemResult(
        item, notSeen ? DisclosureItemState.NOT_SEEN : DisclosureItemState.UNDECIDED, -1, 0);
  }

  /** Whether an item is named anywhere; it may then be disclosed in a form not recognized here. */
  private boolean isMentioned(DisclosureItem item) {
    return IntStream.range(0, sections.size())
        .filter(i -> !nonDisclosing.contains(i))
        .anyMatch(i -> mayBeAbout(item, i));
  }

  /** Whether a section may be about an item. */
  private boolean mayBeAbout(DisclosureItem item, int index) {
    String text = titles.get(index) + "。" + texts.get(index);
    return switch (item.kind()) {
      case PART ->
          item.isMentionedSeparatelyIn(text) || (!tables(index).isEmpty() && item.hasColumn(text));
      case FORM -> item.isFormNamedIn(text);
      case FRONT -> false;
      case HEADING, AMOUNT -> item.isMentionedIn(text);
    };
  }

  private DisclosureChecklist.ItemResult resultAt(
      DisclosureItem item, DisclosureItemState state, int index) {
    return new DisclosureChecklist.ItemResult(item, state, index, sections.get(index).page());
  }

  /** Index of a section with the item's heading and text in or below it; -1 if there is none. */
  private int findHeading(DisclosureItem item) {
    for (int i = 0; i < sections.size(); i++) {
      boolean own = item.id().equals("glossary") || !nonDisclosing.contains(i);
      if (own && item.isNamedIn(titles.get(i)) && !titles.get(i).endsWith("表") && hasText(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasText(int index) {
    return contentBefore[ends[index]] > contentBefore[index];
  }

  /**
   * Index of the first section with a paragraph, prefixed by its heading, that matches; -1 if none.
   */
  private int findParagraph(Predicate<String> condition) {
    for (int i = 0; i < sections.size(); i++) {
      if (!nonDisclosing.contains(i) && paragraphs(i).stream().anyMatch(condition)) {
        return i;
      }
    }
    return -1;
  }

  /** The paragraphs of a section, each prefixed by its heading; cached. */
  private List<String> paragraphs(int index) {
    while (paragraphs.size() <= index) {
      int i = paragraphs.size();
      paragraphs.add(
          sections.get(i).body().stream()
              .filter(Section.Paragraph.class::isInstance)
              .map(part -> titles.get(i) + "：" + unspaced(part.text()))
              .toList());
    }
    return paragraphs.get(index);
  }

  /** Whether a paragraph names an item and then states an amount, or that there is none. */
  private static boolean statesAmountOf(DisclosureItem item, String text) {
    return item.words().stream()
        .flatMap(List::stream)
        .filter(text::contains)
        .map(word -> text.substring(text.indexOf(word)))
        .anyMatch(rest -> AMOUNT.matcher(rest).find() || STATED_ABSENCE.matcher(rest).find());
  }

  /** Finds a sentence that states the amount, otherwise a filled table with this title. */
  private DisclosureChecklist.ItemResult findAmount(DisclosureItem item) {
    int index = findParagraph(text -> statesAmountOf(item, text));
    return resultForFoundOrMissing(
        item, index >= 0 ? index : titledTables.findFilled(item::isNamedIn, cells -> true));
  }

  /** Finds an amount directly after the name, otherwise a column of the form. */
  private DisclosureChecklist.ItemResult findPart(DisclosureItem item) {
    List<Pattern> patterns =
        item.words().stream()
            .flatMap(List::stream)
            .map(DisclosureItemFinder::compileAmountAfter)
            .toList();
    int index = findParagraph(text -> patterns.stream().anyMatch(p -> p.matcher(text).find()));
    if (index >= 0) {
      return resultAt(item, DisclosureItemState.DISCLOSED, index);
    }
    for (int i = 0; i < sections.size(); i++) {
      if (titles.get(i).contains("三公") && titles.get(i).endsWith("表")) {
        for (Section.TablePart table : tables(i)) {
          String cells = unspaced(table.text());
          if (item.hasColumn(cells)) {
            return resultAt(item, formState(i), i);
          }
        }
      }
    }
    return resultForFoundOrMissing(
        item, titledTables.findFilled(title -> title.contains("三公"), item::hasColumn));
  }

  private static Pattern compileAmountAfter(String word) {
    return AMOUNTS.computeIfAbsent(word, w -> Pattern.compile(Pattern.quote(w) + BETWEEN));
  }

  private boolean isForm(int index, DisclosureItem item) {
    return !nonDisclosing.contains(index)
        && titles.get(index).endsWith("表")
        && item.isNamedIn(titles.get(index));
  }

  private List<Section.TablePart> tables(int index) {
    return sections.get(index).body().stream()
        .filter(Section.TablePart.class::isInstance)
        .map(Section.TablePart.class::cast)
        .toList();
  }

  private DisclosureChecklist.ItemResult findForm(DisclosureItem item) {
    int named = -1;
    for (int i = 0; i < sections.size(); i++) {
      if (isForm(i, item)) {
        if (!tables(i).isEmpty()) {
          return resultAt(item, formState(i), i);
        }
        named = i;
      }
    }
    return named < 0
        ? resultForFoundOrMissing(item, titledTables.findFilled(item::isNamedIn, cells -> true))
        : new DisclosureChecklist.ItemResult(
            item, DisclosureItemState.UNDECIDED, named, sections.get(named).page());
  }

  /** State of a form that was read: filled, or empty with or without an explanation. */
  private DisclosureItemState formState(int index) {
    boolean filled =
        disclosure.tables().stream()
            .filter(table -> table.section().equals(sections.get(index).path()))
            .flatMap(table -> table.rows().stream())
            .anyMatch(TitledTableFinder::hasValue);
    if (filled) {
      return DisclosureItemState.DISCLOSED;
    }
    String text = texts.get(index);
    boolean explained = STATED_ABSENCE.matcher(text).find();
    return explained ? DisclosureItemState.EMPTY_EXPLAINED : DisclosureItemState.EMPTY;
  }
}
